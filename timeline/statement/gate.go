package statement

import (
	"bufio"
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/store/news"
)

// Topic scores, of the sentence itself, from which it tells something of the
// story: sums of the weights of its cues, which are as news.Class
// says.
const (
	tellsAt     = 1
	tellsFirmly = 2
	tellsOfAct  = 3

	vagueDays = 31  // a time of more days dates mostly background
	steepedAt = 0.3 // share of sentences from which an article is about nothing else
)

// KeepFrom is the [Likelihood] from which a candidate is a statement: lower, more
// than it gains in recall is lost in precision on stories that the weights were
// not fitted on.
const KeepFrom = 0.42

// weightFile holds the weights of a logistic regression over the features; its
// head says what it was fitted on. "scoreboard fit" writes it.
//
//go:embed gate.txt
var weightFile string

// weights are those of the features, in their order; the last is the constant.
var weights = sync.OnceValue(func() []float64 {
	w, _, err := readWeights(weightFile) // a feature that is gone must not keep "scoreboard fit" from fitting anew
	if err != nil {
		panic("gate.txt: " + err.Error()) // TestWeightsAreThoseOfTheFeatures reads it
	}
	return w
})

// readWeights reads a file of lines "name weight"; a feature that it does not
// name weighs 0. It returns the names of the file that are no feature's as well.
func readWeights(text string) (out []float64, strange []string, err error) {
	at := map[string]int{"constant": len(features)}
	for i, f := range features {
		at[f.name] = i
	}
	out = make([]float64, len(features)+1)
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, " ")
		i, ok := at[name]
		if !ok {
			strange = append(strange, name)
			continue
		}
		w, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil {
			return nil, nil, fmt.Errorf("line %d: weight of %s: %w", n, name, err)
		}
		out[i] = w
	}
	return out, strange, lines.Err()
}

// vector returns the features of a candidate in their order.
func (k *candidate) vector() []float64 {
	v := make([]float64, len(features))
	for i, f := range features {
		v[i] = f.of(k)
	}
	return v
}

// Likelihood returns how likely a vector of features is that of a statement of
// the story, by the given weights, of which the last is the constant.
func Likelihood(v, weights []float64) float64 {
	sum := weights[len(v)]
	for i, x := range v {
		sum += x * weights[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// bar says why a candidate states no event of the story whatever else speaks for
// it; "" when nothing bars it.
func (r *reading) bar(k *candidate) string {
	switch {
	case isQuestionOrURL(k.text):
		return "a question, or a bare address"
	case r.caption[k.s.Paragraph]:
		return "it stands under a picture"
	case k.st.Status == "":
		return "a rule that only refers to the day"
	case k.st.Topic == "":
		return "nothing in the article tells of any topic"
	case k.d.vague() && k.st.Status == news.Happened:
		return "a stretch of months rather than a time"
	case r.elsewhere(k.i, k.d):
		return "what belongs to the story stands in another clause than its time"
	case !r.onStory[k.s.Paragraph], r.matter == 0 && !r.named[k.i]:
		return "its paragraph does not speak of the story"
	case k.empty():
		return "neither an actor nor a word of the story, and nothing done"
	}
	return ""
}

// reason says in words what speaks most against a candidate.
func reason(v, weights []float64) string {
	worst, why := 0.0, ""
	for i, f := range features {
		if x := v[i] * weights[i]; f.why != "" && x < worst {
			worst, why = x, f.why
		}
	}
	if why == "" {
		return "too little tells that it belongs to the story"
	}
	return why
}
