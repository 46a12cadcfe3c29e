package main

import (
	"math"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/seed-7461731f/dateline/store/news"
)

// cpuTime is the processor time that this process has used, user and system.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A bodyScore is the measure of scrapinghub's article-extraction-benchmark:
// shingles of four tokens, precision and recall per page, averaged over pages;
// exact is the share of pages whose tokens are all equal.
type bodyScore struct{ f1, precision, recall, exact float64 }

func bodyOf(pages []readPage) bodyScore {
	var s bodyScore
	var withPrediction, withGold, judged float64
	for _, p := range pages {
		if p.gold.Text == "" {
			continue
		}
		judged++
		gold, got := tokens(p.gold.Text), tokens(p.got.Text)
		tp, fp, fn := overlap(gold, got)
		if tp+fp > 0 {
			withPrediction++
			s.precision += tp / (tp + fp)
		}
		if tp+fn > 0 {
			withGold++
			s.recall += tp / (tp + fn)
		}
		if slices.Equal(gold, got) {
			s.exact++
		}
	}
	s.precision, s.recall, s.exact = share(s.precision, withPrediction), share(s.recall, withGold), share(s.exact, judged)
	s.f1 = harmonic(s.precision, s.recall)
	return s
}

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

// tokens are runs of letters, numbers and underscore, as \w+ is in Python.
func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

func overlap(gold, got []string) (tp, fp, fn float64) {
	g, p := shingles(gold), shingles(got)
	for k, n := range g {
		tp += math.Min(n, p[k])
		fn += math.Max(0, n-p[k])
	}
	for k, n := range p {
		fp += math.Max(0, n-g[k])
	}
	return tp, fp, fn
}

func shingles(t []string) map[string]float64 {
	const n = 4
	out := map[string]float64{}
	if len(t) == 0 {
		return out
	}
	for i := range max(1, len(t)-n+1) {
		out[strings.Join(t[i:min(i+n, len(t))], " ")]++
	}
	return out
}

// leadKept is the share of pages with a lead whose text holds 80 per cent of
// the lead's tokens.
func leadKept(pages []readPage) float64 {
	var kept, all float64
	for _, p := range pages {
		if p.gold.LeadLength == 0 || p.gold.LeadLength > len(p.gold.Paragraphs) {
			continue
		}
		all++
		have := map[string]int{}
		for _, t := range tokens(strings.ToLower(p.got.Text)) {
			have[t]++
		}
		lead := tokens(strings.ToLower(strings.Join(p.gold.Paragraphs[:p.gold.LeadLength], " ")))
		hit := 0
		for _, t := range lead {
			if have[t] > 0 {
				have[t]--
				hit++
			}
		}
		if 10*hit >= 8*len(lead) {
			kept++
		}
	}
	return share(kept, all)
}

var foldMarks = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "–", "-", "—", "-", "…", "...", "\u00ad", "", "\u200b", "", "\ufeff", "", "''", `"`)

// normal folds case, quotes, dashes, white space and outer punctuation.
func normal(s string) string {
	s = strings.ToLower(foldMarks.Replace(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), ` .:;,-|"'`)
}

func titlesEqual(pages []readPage) float64 {
	var equal, all float64
	for _, p := range pages {
		if p.gold.Title == "" {
			continue
		}
		all++
		if normal(p.gold.Title) == normal(p.got.Title) {
			equal++
		}
	}
	return share(equal, all)
}

func authorsEqual(pages []readPage) float64 {
	var equal float64
	for _, p := range pages {
		if slices.Equal(nameSet(p.gold.Authors), nameSet(p.got.Authors)) {
			equal++
		}
	}
	return share(equal, float64(len(pages)))
}

func nameSet(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, normal(n))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A dateScore judges publication dates: day is the share of pages on the same
// civil day as gold; precision, recall and f1 are htmldate's; hour is the share
// within one hour, over the hours pages whose gold is an instant.
type dateScore struct {
	day, precision, recall, f1, hour float64
	hours                            int
}

func datesOf(pages []readPage) dateScore {
	var s dateScore
	var right, wrong, none, near float64
	for _, p := range pages {
		gold, isInstant, ok := goldDate(p.gold.Published)
		if !ok {
			continue
		}
		switch {
		case sameDay(gold, isInstant, p.got.Published):
			right++
		case p.got.Published.Known():
			wrong++
		default:
			none++
		}
		if isInstant && gold.Format(time.TimeOnly) != "00:00:00" {
			s.hours++
			if within(gold, p.got.Published) {
				near++
			}
		}
	}
	s.day = share(right, right+wrong+none)
	s.precision, s.recall = share(right, right+wrong), share(right, right+none)
	s.f1 = harmonic(s.precision, s.recall)
	s.hour = share(near, float64(s.hours))
	return s
}

// goldDate reads a gold date: an instant with its offset, a local time, a day.
func goldDate(s string) (t time.Time, isInstant, ok bool) {
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return t, true, true
	}
	for _, layout := range []string{"2006-01-02T15:04:05.999999999", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, false, true
		}
	}
	return t, false, false
}

// sameDay: the day as both write it is equal, or our instant falls on gold's
// day in gold's zone. A month is no day.
func sameDay(gold time.Time, isInstant bool, got news.DCT) bool {
	if !got.Known() || got.Grain == news.GrainMonth || got.Grain == news.GrainYear {
		return false
	}
	if gold.Format(time.DateOnly) == got.Time.Format(time.DateOnly) {
		return true
	}
	return isInstant && got.Zone != "" && got.Grain != news.GrainDay &&
		gold.Format(time.DateOnly) == got.Time.In(gold.Location()).Format(time.DateOnly)
}

func within(gold time.Time, got news.DCT) bool {
	if !got.Known() || got.Grain != news.GrainMinute && got.Grain != news.GrainSecond {
		return false
	}
	return gold.Sub(got.Time).Abs() <= time.Hour
}
