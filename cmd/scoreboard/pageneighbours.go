package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store/news"
)

// A numberedPage is a page with a number in its address and a known day.
type numberedPage struct {
	news.Serial
	day time.Time
}

// measureNeighbours hides the date of each page in turn and has it bounded by
// the other pages of its site that are numbered. Few corpora hold several
// articles of one site: the note says how many pages could be judged.
func measureNeighbours(corpora string) ([]row, error) {
	series := map[string][]numberedPage{}
	for _, file := range []string{"pages/fundus/gold.jsonl", "pages/htmldate/gold.jsonl", "story/dev.jsonl"} {
		if err := readNumbered(filepath.Join(corpora, file), series); err != nil {
			return nil, err
		}
	}
	var widths []int
	held, sites := 0.0, 0
	for _, pages := range series {
		before := len(widths)
		for i, p := range pages {
			others := slices.Delete(slices.Clone(pages), i, i+1)
			d := extract.DateBetween(news.DCT{}, p.Number, nearest(others, p.Number))
			if d.Earliest.IsZero() || d.Latest.IsZero() {
				continue
			}
			widths = append(widths, int(d.Latest.Sub(d.Earliest).Hours()/24)+1)
			if !p.day.Before(d.Earliest) && !p.day.After(d.Latest) {
				held++
			}
		}
		if len(widths) > before {
			sites++
		}
	}
	if len(widths) == 0 {
		return nil, nil
	}
	slices.Sort(widths)
	return []row{{Board: "pages", Corpus: "all", Measure: "day within neighbours", Value: share(held, float64(len(widths))), Unit: "share",
		Note: fmt.Sprintf("%d pages (sites: %d), each hidden in turn; bounds of %d to %d days, median %d", len(widths), sites, widths[0], widths[len(widths)-1], widths[len(widths)/2])}}, nil
}

// nearest returns up to eight pages on each side of a number, as the store does.
func nearest(pages []numberedPage, number int64) []news.Neighbour {
	var below, above []news.Neighbour
	slices.SortFunc(pages, func(a, b numberedPage) int { return int(a.Number - b.Number) })
	for _, p := range pages {
		if n := (news.Neighbour{Number: p.Number, Day: p.day}); p.Number < number {
			below = append(below, n)
		} else {
			above = append(above, n)
		}
	}
	return append(below[max(0, len(below)-8):], above[:min(8, len(above))]...)
}

// readNumbered adds the pages of a file of JSON lines to their series; a corpus
// that is not there adds none.
func readNumbered(file string, series map[string][]numberedPage) error {
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var g struct{ URL, Published string }
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		day, err := time.Parse(time.DateOnly, g.Published[:min(len(g.Published), len(time.DateOnly))])
		if s := extract.SerialOf(g.URL); err == nil && s.Number > 0 {
			series[s.Series] = append(series[s.Series], numberedPage{s, day})
		}
	}
	return sc.Err()
}
