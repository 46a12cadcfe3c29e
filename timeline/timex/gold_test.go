package timex_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/timex"
)

// A goldDoc is one text of testdata/own-xx.jsonl.
type goldDoc struct {
	ID, Lang, DCT, Text string
	Timexes             []struct {
		Start, End       int
		Type, Value, Mod string
	}
}

func readGold(t *testing.T, path string) []goldDoc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []goldDoc
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		docs = append(docs, d)
	}
	return docs
}

// goldFloor is the share of the expressions, in percent, that must have the
// right value on overlapping spans, counted against gold and found together.
const goldFloor = 95

func TestOwnGoldStaysAboveItsFloor(t *testing.T) {
	for _, lang := range []string{"zh", "de", "en"} {
		gold, found, right := 0, 0, 0
		for _, d := range readGold(t, filepath.Join("testdata", "own-"+lang+".jsonl")) {
			got := tagAt(t, lang, d.DCT, d.Text, timex.News)
			gold, found = gold+len(d.Timexes), found+len(got)
			for _, g := range d.Timexes {
				for _, e := range got {
					if e.Start < g.End && g.Start < e.End && e.Value == g.Value {
						right++
						break
					}
				}
			}
		}
		if f := 200 * float64(right) / float64(gold+found); f < goldFloor {
			t.Errorf("own-%s: value F1 = %.1f (%d right, %d gold, %d found), want at least %d", lang, f, right, gold, found, goldFloor)
		}
	}
}
