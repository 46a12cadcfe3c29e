package main

import (
	"sort"

	"github.com/seed-7461731f/dateline/timeline/timex"
)

// timexCounts are the sums that the measures of TempEval-3 are made of.
type timexCounts struct {
	gold, pred, strict, relaxed, value   int
	days, daysRight                      int
	sure, sureRight, unsure, unsureRight int // of the days that were found
}

// add scores one document. Gold and predicted expressions are paired one to
// one, identical spans first, then by the longest overlap.
func (n *timexCounts) add(gold, pred []timexGold) {
	n.gold += len(gold)
	n.pred += len(pred)
	for j, i := range pairTimexes(gold, pred) {
		if i < 0 {
			continue
		}
		g, p := gold[i], pred[j]
		n.relaxed++
		if g.Start == p.Start && g.End == p.End {
			n.strict++
		}
		if g.accepts(p.Value) {
			n.value++
		}
		n.addCertainty(&g, &p)
	}
	for _, g := range gold {
		if g.Type != "DATE" && g.Type != "TIME" || !namesDay(g.Value) {
			continue
		}
		n.days++
		if g.dayFound(pred) {
			n.daysRight++
		}
	}
}

// addCertainty counts a day that was found by how sure the tagger was of it.
func (n *timexCounts) addCertainty(g, p *timexGold) {
	if g.Type != "DATE" && g.Type != "TIME" || !namesDay(g.Value) || p.sure == 0 {
		return
	}
	right := 0
	if g.dayFound([]timexGold{*p}) {
		right = 1
	}
	if p.sure >= timex.Certain {
		n.sure, n.sureRight = n.sure+1, n.sureRight+right
	} else {
		n.unsure, n.unsureRight = n.unsure+1, n.unsureRight+right
	}
}

func pairTimexes(gold, pred []timexGold) []int {
	type pair struct{ g, p, overlap int }
	var pairs []pair
	for i, g := range gold {
		for j, p := range pred {
			o := min(g.End, p.End) - max(g.Start, p.Start)
			if g.Start == p.Start && g.End == p.End {
				o = 1 << 30
			}
			if o > 0 {
				pairs = append(pairs, pair{i, j, o})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].overlap > pairs[j].overlap })
	of, used := make([]int, len(pred)), make([]bool, len(gold))
	for i := range of {
		of[i] = -1
	}
	for _, x := range pairs {
		if of[x.p] < 0 && !used[x.g] {
			of[x.p], used[x.g] = x.g, true
		}
	}
	return of
}

func (g *timexGold) accepts(value string) bool {
	if g.Value == value {
		return true
	}
	for _, v := range g.Accept {
		if v == value {
			return true
		}
	}
	return false
}

// namesDay reports whether a TIMEX3 value begins with a whole date.
func namesDay(v string) bool {
	if len(v) < 10 {
		return false
	}
	for i := range 10 {
		if c := v[i]; (i == 4 || i == 7) != (c == '-') || i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// dayFound reports whether some prediction that overlaps g has its day.
func (g *timexGold) dayFound(pred []timexGold) bool {
	for _, p := range pred {
		if p.End <= g.Start || p.Start >= g.End {
			continue
		}
		if namesDay(p.Value) && p.Value[:10] == g.Value[:10] {
			return true
		}
	}
	return false
}

// f1 is the harmonic mean of precision and recall, in percent.
func f1(ok, pred, gold int) float64 {
	if pred+gold == 0 {
		return 0
	}
	return 200 * float64(ok) / float64(pred+gold)
}
