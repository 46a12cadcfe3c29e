package score_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/timeline/score"
)

// on makes an entry of a day in May 2020.
func on(day int, sentences ...string) score.Entry {
	return score.Entry{Day: time.Date(2020, 5, day, 0, 0, 0, 0, time.UTC), Sentences: sentences}
}

func TestDatesCountEqualDays(t *testing.T) {
	got := score.Dates([]score.Entry{on(1), on(2), on(3)}, []score.Entry{on(2), on(3), on(4), on(5)})
	if want := (score.PR{P: 2.0 / 3, R: 2.0 / 4}); got != want {
		t.Errorf("Dates = %v, want %v", got, want)
	}
	if got := score.Dates(nil, nil); got != (score.PR{}) || got.F1() != 0 {
		t.Errorf("Dates of nothing = %v, want 0", got)
	}
}

// The figures were worked out by hand from the definitions.
var alignedTests = []struct {
	name              string
	system, reference []score.Entry
	ar1, ar2          score.PR
}{
	{"equal days and words", []score.Entry{on(1, "The dam broke.")}, []score.Entry{on(1, "the DAM broke")}, score.PR{P: 1, R: 1}, score.PR{P: 1, R: 1}},
	{"a day apart counts half", []score.Entry{on(2, "Dam broke")}, []score.Entry{on(1, "Dam broke")}, score.PR{P: .5, R: .5}, score.PR{P: .5, R: .5}},
	{"stems match", []score.Entry{on(1, "dams flooded")}, []score.Entry{on(1, "dam floods")}, score.PR{P: 1, R: 1}, score.PR{P: 1, R: 1}},
	{"stop words do not count", []score.Entry{on(1, "They said it was the dam")}, []score.Entry{on(1, "It was what they said")}, score.PR{}, score.PR{}},
	{"a word counts as often as both have it", []score.Entry{on(1, "dam dam dam mill")}, []score.Entry{on(1, "dam dam")}, score.PR{P: .5, R: 1}, score.PR{P: 1.0 / 3, R: 1}},
	{"sentences of a day run on", []score.Entry{on(1, "Dam broke.", "Mill burnt.")}, []score.Entry{on(1, "broke mill")}, score.PR{P: .5, R: 1}, score.PR{P: 1.0 / 3, R: 1}},
	{"wording decides between days as near", []score.Entry{on(1, "flood water"), on(3, "dam broke")}, []score.Entry{on(2, "dam broke town")},
		score.PR{P: .25, R: 1.0 / 3}, score.PR{P: .25, R: .25}},
	{"long entries weigh more", []score.Entry{on(1, "dam broke mill burnt"), on(2, "bridge")}, []score.Entry{on(1, "dam broke mill burnt"), on(2, "tunnel")},
		score.PR{P: .8, R: .8}, score.PR{P: 1, R: 1}},
	{"nothing given", nil, []score.Entry{on(1, "dam")}, score.PR{}, score.PR{}},
	{"accents stay in their words", []score.Entry{on(1, "élection générale")}, []score.Entry{on(1, "lection énérale")}, score.PR{}, score.PR{}},
}

func TestAlignedFollowsTheDefinition(t *testing.T) {
	for _, test := range alignedTests {
		t.Run(test.name, func(t *testing.T) {
			ar1, ar2 := score.NewReference(test.reference).Aligned(test.system)
			if !near(ar1, test.ar1) || !near(ar2, test.ar2) {
				t.Errorf("Aligned(%v) to %v = %v, %v, want %v, %v", test.system, test.reference, ar1, ar2, test.ar1, test.ar2)
			}
		})
	}
}

func near(a, b score.PR) bool { return math.Abs(a.P-b.P) < 1e-9 && math.Abs(a.R-b.R) < 1e-9 }

func TestMeanTakesF1OfTheMeans(t *testing.T) {
	m := score.Mean([]score.PR{{P: 1, R: 0}, {P: 0, R: 1}})
	if m != (score.PR{P: .5, R: .5}) || m.F1() != .5 {
		t.Errorf("Mean = %v with F1 %v, want .5 of each: the mean of the F1s would be 0", m, m.F1())
	}
}

func TestCompareTellsGainFromNoise(t *testing.T) {
	var low, high, mixed []score.PR
	for i := range 12 {
		x := float64(i) / 40
		low = append(low, score.PR{P: x + .1, R: x + .1})
		high = append(high, score.PR{P: x + .3, R: x + .3})
		sign := float64(i%2*2 - 1)
		mixed = append(mixed, score.PR{P: x + .1 + sign*.1, R: x + .1 + sign*.1})
	}
	if d := score.Compare(high, low); d.Low <= 0 || math.Abs(d.Mean-.2) > 1e-9 || d.Low > d.High {
		t.Errorf("Compare of a steady gain of .2 = %+v, want bounds above 0", d)
	}
	if d := score.Compare(mixed, low); d.Low >= 0 || d.High <= 0 {
		t.Errorf("Compare of noise = %+v, want bounds about 0", d)
	}
	if a, b := score.Compare(mixed, low), score.Compare(mixed, low); a != b {
		t.Errorf("Compare twice = %+v and %+v, want the same", a, b)
	}
}

func ExampleReference_Aligned() {
	day := func(d int) time.Time { return time.Date(2020, 8, d, 0, 0, 0, 0, time.UTC) }
	reference := score.NewReference([]score.Entry{{Day: day(6), Sentences: []string{"The president signs an order against the app."}}})
	ar1, ar2 := reference.Aligned([]score.Entry{{Day: day(7), Sentences: []string{"An order against the app was signed."}}})
	fmt.Printf("%.2f %.2f\n", ar1.F1(), ar2.F1())
	// Output: 0.43 0.20
}
