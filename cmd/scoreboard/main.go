// Command scoreboard measures Dateline on corpora and prints the table that
// the README quotes: one row per corpus and measure, with the figure of the
// best peer beside it.
//
// The board "open" measures on what the repository holds and needs nothing else; a
// test holds its figures against their floors. The corpora are not part of the
// repository, since their texts belong to publishers. They are had from
//
//	timex   TempEval-3, TimeBank, AQUAINT, WikiWars, tweets: github.com/xszhong/syntime and
//	        github.com/jspotter/TempEval-3; KRAUTS: github.com/JannikStroetgen/KRAUTS;
//	        WikiWarsDE: github.com/LIAAD/tieval; Recognizers: github.com/microsoft/Recognizers-Text;
//	        JioNLP: github.com/dongrixinyu/JioNLP
//	pages   github.com/scrapinghub/article-extraction-benchmark (aeb), github.com/flairNLP/fundus,
//	        github.com/dobbersc/fundus-evaluation, github.com/adbar/htmldate
//	tls     Timeline17 and crisis (L3S), entities (Gholipour Ghalandari and Ifrim, 2020)
//
// as folders of those names below -corpora. A corpus that is not there gives no row.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
)

// A row is one measured figure.
type row struct {
	Board   string  `json:"board"`
	Corpus  string  `json:"corpus"`
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`           // "F1 %", "share", "pages/core-s", ...
	Peer    float64 `json:"peer,omitempty"` // figure of the best peer, same measure
	PeerBy  string  `json:"peer_by,omitempty"`
	Note    string  `json:"note,omitempty"`
}

// A board measures one room. corpora is the folder of the corpora; a corpus
// that is not there gives no row and no error.
type board struct {
	name    string
	measure func(corpora string) ([]row, error)
}

var boards = []board{
	{"open", measureOpen},
	{"timex", timexBoard},
	{"pages", measurePages},
	{"seed", measureSeed},
	{"story", measureStory},
	{"tls", measureTLS},
	{"speed-rooms", measureSpeed},
	{"speed-fetch", measureFetch},
	{"speed-store", measureStore},
	{"speed-driver", measureDriver},
	{"serve", measureServe},
}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "scoreboard:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("scoreboard", flag.ContinueOnError)
	corpora := flags.String("corpora", "../shared/corpora", "folder of the corpora")
	asJSON := flags.Bool("json", false, "print the rows as JSON lines")
	flags.IntVar(&fetchPages, "pages", fetchPages, "speed: pages that each client fetches")
	flags.BoolVar(&buildLarge, "large", buildLarge, "speed: build the timeline of 100,000 articles as well, which takes some minutes")
	flags.StringVar(&storyPart, "part", "", "story: documents that count: open (two thirds) or hidden; all when empty")
	leaveOut := flags.String("leave-out", "", "fit: a story, by its folder, that the weights are not fitted on")
	out := flags.String("o", "", "fit: file for the weights, timeline/statement/gate.txt")
	task := flags.String("job", "", "speed: what a process of the fetch board is to do; for its own use")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *task != "" {
		return work(*task, stdout)
	}
	if err := tellCorpora(*corpora, stderr); err != nil {
		return err
	}
	if slices.Equal(flags.Args(), []string{"fit"}) {
		return fit(*corpora, *leaveOut, *out, stdout)
	}
	chosen, err := choose(flags.Args())
	if err != nil {
		return err
	}
	for _, b := range chosen {
		rows, err := b.measure(*corpora)
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		if err := write(stdout, rows, *asJSON); err != nil {
			return err
		}
	}
	return nil
}

// tellCorpora says in a line what is measured on. A folder that is not there is no
// error: the repository has texts of its own.
func tellCorpora(dir string, w io.Writer) error {
	_, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		_, err = fmt.Fprintf(w, "no corpora in %s: measuring only on what the repository holds; 'go doc ./cmd/scoreboard' says where corpora come from, -corpora names their folder\n", dir)
	case err == nil:
		_, err = fmt.Fprintf(w, "corpora in %s; 'go doc ./cmd/scoreboard' says where they come from\n", dir)
	}
	return err
}

// choose picks boards by name, in the order of the table; none named is all, and
// "speed" is all whose names begin with it.
func choose(names []string) ([]board, error) {
	if len(names) == 0 {
		return boards, nil
	}
	picked := map[string]bool{}
	for _, n := range names {
		before := len(picked)
		for _, b := range boards {
			if b.name == n || strings.HasPrefix(b.name, n+"-") {
				picked[b.name] = true
			}
		}
		if len(picked) == before {
			return nil, fmt.Errorf("no board %q: want one of %s, or speed", n, strings.Join(boardNames(), ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(boards), func(b board) bool { return !picked[b.name] }), nil
}

func boardNames() (names []string) {
	for _, b := range boards {
		names = append(names, b.name)
	}
	return names
}

func write(w io.Writer, rows []row, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(w)
		for _, r := range rows {
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		peer := ""
		if r.PeerBy != "" {
			peer = fmt.Sprintf("%.4g\t%s", r.Peer, r.PeerBy)
		} else {
			peer = "-\t"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%.4g\t%s\t%s\t%s\n", r.Board, r.Corpus, r.Measure, r.Value, r.Unit, peer, r.Note)
	}
	return tw.Flush()
}
