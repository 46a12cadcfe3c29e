package statement

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestWeightsAreThoseOfTheFeatures(t *testing.T) {
	_, strange, err := readWeights(weightFile)
	if err != nil || len(strange) > 0 {
		t.Errorf("gate.txt: %v, names of no feature: %q", err, strange)
	}
	seen := map[string]bool{}
	for _, name := range FeatureNames() {
		if seen[name] || strings.ContainsAny(name, " \n") {
			t.Errorf("feature %q: want a name of its own without spaces", name)
		}
		seen[name] = true
		if !strings.Contains(weightFile, "\n"+name+" ") {
			t.Errorf("gate.txt has no weight for %s: run scoreboard fit", name)
		}
	}
}

func TestReadWeightsRefusesWhatIsNoNumber(t *testing.T) {
	if _, _, err := readWeights("# head\nterms much\n"); err == nil || !strings.Contains(err.Error(), "line 2: weight of terms") {
		t.Errorf("readWeights = %v, want line 2 and the feature", err)
	}
}

func TestLikelihoodIsLogistic(t *testing.T) {
	if got, want := Likelihood([]float64{1, 2}, []float64{0.5, -1, 0.25}), 1/(1+math.Exp(1.25)); math.Abs(got-want) > 1e-12 {
		t.Errorf("Likelihood = %v, want %v", got, want)
	}
}

func TestReasonIsTheFeatureThatSpeaksMostAgainst(t *testing.T) {
	v, w := make([]float64, len(features)), make([]float64, len(features)+1)
	at := func(name string) int { return slices.Index(FeatureNames(), name) }
	v[at("nobody")], w[at("nobody")] = 1, -0.2
	v[at("long")], w[at("long")] = 1, -0.9
	v[at("terms")], w[at("terms")] = 1, -2 // says nothing in words
	if got := reason(v, w); got != "a time of more than a month dates mostly background" {
		t.Errorf("reason = %q, want that of long", got)
	}
}
