package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/neardup"
)

const (
	groupArticles = 10_000
	wireTexts     = 20
	wireShare     = 2 // every second article is wire copy
)

// measureGroups times near-duplicates: 5,000 texts of their own, and 20 that went
// out over a wire and were printed 250 times each, with small edits.
func measureGroups() ([]row, error) {
	texts := wireAndOthers()
	start := cpuTime()
	var signed neardup.Index
	for i, text := range texts {
		s, ok := neardup.Sign(text)
		if !ok {
			return nil, fmt.Errorf("made article %d is too short to sign", i)
		}
		signed.Add(int64(i+1), s)
	}
	between := cpuTime()
	found := map[int64]bool{}
	for _, g := range signed.Groups() {
		found[g] = true
	}
	end := cpuTime()
	corpus := fmt.Sprintf("made articles, half of them copies of %d", wireTexts)
	return []row{
		{Board: "speed", Corpus: corpus, Measure: "sign", Value: 1000 * (between - start).Seconds() / groupArticles, Unit: "ms CPU/article"},
		{Board: "speed", Corpus: corpus, Measure: fmt.Sprintf("group, %d articles", groupArticles), Value: (end - between).Seconds(), Unit: "s CPU",
			Note: fmt.Sprintf("%d groups", len(found))},
	}, nil
}

// wireAndOthers makes the texts, wire copy and others in turn.
func wireAndOthers() []string {
	r := rand.New(rand.NewPCG(3, 4))
	word := madeWords(r)
	wires := make([]string, wireTexts)
	for i := range wires {
		wires[i] = phrase(word, 600)
	}
	texts := make([]string, groupArticles)
	for i := range texts {
		if i%wireShare > 0 {
			texts[i] = phrase(word, 600)
			continue
		}
		words := strings.Fields(wires[i/wireShare%wireTexts])
		for range 5 {
			words[r.IntN(len(words))] = word()
		}
		texts[i] = strings.Join(words, " ")
	}
	return texts
}
