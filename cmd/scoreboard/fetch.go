package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// fetchPages is how many pages each client of the fetch board fetches.
var fetchPages = 20_000

//go:embed scrapy.py
var scrapySpider []byte

// A cost is what a client needed for its pages.
type cost struct {
	done
	cpu float64 // ms a page, of the client alone
}

// measureFetch has every client fetch the same pages from a server in a
// process of its own, one client after the other.
func measureFetch(string) ([]row, error) {
	dir, err := os.MkdirTemp("", "scoreboard")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	port, stop, err := startSite(fetchPages)
	if err != nil {
		fmt.Fprintf(os.Stderr, "scoreboard: no row on fetching: %v\n", err) // no 127.0.7.x outside of Linux
		return nil, nil
	}
	defer stop()
	f := &fetchBoard{dir: dir, port: port, costs: map[string][]cost{}}
	kinds := []string{"bare", "colly", "step", "sections", "kept"}
	for range fetchRounds { // the clients in turn, since a machine is not as fast all the time
		for _, kind := range kinds {
			if err := f.client(kind, fetchPages/fetchRounds); err != nil {
				return nil, err
			}
		}
	}
	f.corpus = fmt.Sprintf("%d pages of %d KB, %d hosts", fetchPages, pageSize/1000, siteHosts)
	f.compare()
	return f.rows, errors.Join(f.scrapy(), f.memory())
}

// fetchRounds is how often each client has its turn; what is told is the median.
const fetchRounds = 5

type fetchBoard struct {
	dir    string
	port   int
	corpus string
	costs  map[string][]cost // by client, a round each
	rows   []row
}

func (f *fetchBoard) add(r row) {
	r.Board, r.Corpus = "speed", f.corpus
	f.rows = append(f.rows, r)
}

// ratio is the median over the rounds of how a figure of one client compares
// with that of another.
func (f *fetchBoard) ratio(a, b string, figure func(cost) float64) float64 {
	var list []float64
	for i, c := range f.costs[a] {
		list = append(list, figure(c)/figure(f.costs[b][i]))
	}
	return median(list)
}

func (f *fetchBoard) median(kind string, figure func(cost) float64) float64 {
	var list []float64
	for _, c := range f.costs[kind] {
		list = append(list, figure(c))
	}
	return median(list)
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

func (f *fetchBoard) compare() {
	cpu, rate := func(c cost) float64 { return c.cpu }, cost.rate
	f.add(row{Measure: "bare net/http and gunzip", Value: f.median("bare", cpu), Unit: "ms CPU/page", Note: "what the others are measured by"})
	for _, x := range []struct{ kind, name string }{
		{"step", "fetch step: gate, robots, ledger, one parse"},
		{"sections", "the same, on section pages: tags alone"},
		{"kept", "the same, every page kept"},
	} {
		f.add(row{Measure: x.name, Value: f.ratio(x.kind, "bare", cpu), Unit: "x bare", Peer: f.ratio("colly", "bare", cpu), PeerBy: "colly, title and links",
			Note: fmt.Sprintf("%.2f ms CPU/page", f.median(x.kind, cpu))})
	}
	f.add(row{Measure: "fetch step, rate", Value: f.median("step", rate), Unit: "pages/s", Peer: f.median("colly", rate), PeerBy: "colly",
		Note: fmt.Sprintf("%.2f times it", f.ratio("step", "colly", rate))})
	kept := f.costs["kept"][0]
	f.add(row{Measure: "second file, a page", Value: float64(kept.Bytes) / float64(kept.Pages) / 1000, Unit: "KB"})
}

func (c cost) rate() float64 { return float64(c.Pages) / c.Seconds }

func megabytes(bytes int64) float64 { return float64(bytes) / (1 << 20) }

// memory compares crawls with few and with many addresses waiting.
func (f *fetchBoard) memory() error {
	kept, err := f.run(job{Kind: "crawl", Pages: fetchPages, Port: f.port, Dir: f.dir})
	if err != nil {
		return err
	}
	f.add(row{Measure: fmt.Sprintf("memory, %d addresses queued", fetchPages), Value: megabytes(kept.Peak), Unit: "MB at most", Note: fmt.Sprintf("all visited and kept, %.0f pages/s", kept.rate())})
	const visited = 2000
	var peaks []float64
	for _, n := range []int{20_000, 1_000_000} {
		dir, err := os.MkdirTemp(f.dir, "queue")
		if err != nil {
			return err
		}
		if _, err := f.run(job{Kind: "fill", Pages: n, Port: f.port, Dir: dir}); err != nil {
			return err
		}
		c, err := f.run(job{Kind: "queued", Pages: visited, Port: f.port, Dir: dir})
		if err != nil {
			return err
		}
		peaks = append(peaks, megabytes(c.Peak))
		f.add(row{Measure: fmt.Sprintf("memory, %d addresses queued", n), Value: megabytes(c.Peak), Unit: "MB at most", Note: fmt.Sprintf("%d visited", c.Pages)})
		os.RemoveAll(dir)
	}
	f.add(row{Measure: "memory that 1,000,000 queued need more than 20,000", Value: peaks[1] - peaks[0], Unit: "MB"})
	return nil
}

// client gives one client its turn, with a folder of its own.
func (f *fetchBoard) client(kind string, pages int) error {
	dir, err := os.MkdirTemp(f.dir, kind)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	c, err := f.run(job{Kind: kind, Pages: pages, Port: f.port, Dir: dir})
	if err == nil && c.Pages != int64(pages) {
		err = fmt.Errorf("%s: %d pages, want %d", kind, c.Pages, pages)
	}
	f.costs[kind] = append(f.costs[kind], c)
	return err
}

// run does a job in a process of its own.
func (f *fetchBoard) run(j job) (cost, error) {
	raw, err := json.Marshal(j)
	if err != nil {
		return cost{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return cost{}, err
	}
	return costOf(exec.Command(self, "-job", string(raw)))
}

func costOf(cmd *exec.Cmd) (c cost, err error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return c, fmt.Errorf("%w: %s", err, strings.TrimSpace(stderr.String()))
	}
	if err := json.Unmarshal(out, &c.done); err != nil {
		return c, err
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.cpu = 1000 * cpu.Seconds() / float64(max(c.Pages, 1))
	return c, nil
}

// startSite starts the server and returns its port.
func startSite(pages int) (port int, stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return 0, nil, err
	}
	raw, err := json.Marshal(job{Kind: "serve", Pages: pages})
	if err != nil {
		return 0, nil, err
	}
	cmd := exec.Command(self, "-job", string(raw))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, nil, err
	}
	if err := cmd.Start(); err != nil {
		return 0, nil, err
	}
	stop = func() {
		in.Close()
		cmd.Wait()
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err == nil {
		_, err = fmt.Sscan(line, &port)
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("the made site could not be served")
	}
	if err != nil {
		stop()
	}
	return port, stop, err
}

// scrapy measures Scrapy where it is installed.
func (f *fetchBoard) scrapy() error {
	python := ""
	for _, p := range []string{"/usr/bin/python3", "python3"} { // the system's first: another may hide it
		if exec.Command(p, "-c", "import scrapy").Run() == nil {
			python = p
			break
		}
	}
	if python == "" {
		fmt.Fprintln(os.Stderr, "scoreboard: no row on Scrapy: python3 has no scrapy (Debian: python3-scrapy)")
		return nil
	}
	spider, list := filepath.Join(f.dir, "spider.py"), filepath.Join(f.dir, "urls")
	if err := os.WriteFile(spider, scrapySpider, 0o600); err != nil {
		return err
	}
	n := fetchPages / fetchRounds
	if err := os.WriteFile(list, []byte(strings.Join(siteURLs(n, f.port), "\n")), 0o600); err != nil {
		return err
	}
	c, err := costOf(exec.Command(python, spider, list, fmt.Sprint(siteParallel)))
	if err == nil && c.Pages != int64(n) {
		err = fmt.Errorf("scrapy: %d pages, want %d", c.Pages, n)
	}
	if err != nil {
		return err
	}
	if err := f.client("step", n); err != nil { // beside it, for the same reason as the rounds
		return err
	}
	ours := f.costs["step"][fetchRounds]
	f.add(row{Measure: "fetch step, rate", Value: ours.rate(), Unit: "pages/s", Peer: c.rate(), PeerBy: "Scrapy",
		Note: fmt.Sprintf("%.2f times it; Scrapy: %.2f ms CPU/page, %.0f MB", ours.rate()/c.rate(), c.cpu, megabytes(c.Peak))})
	return nil
}
