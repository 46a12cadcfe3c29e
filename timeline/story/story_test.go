package story

import (
	"strings"
	"testing"
)

func TestEveryStoryThatShipsLoads(t *testing.T) {
	for _, name := range Names() {
		s, err := Load(name)
		if err != nil {
			t.Errorf("Load(%q): %v", name, err)
			continue
		}
		if s.ID != name || len(s.Hash) != 64 || len(s.Actors) == 0 || len(s.Sources) == 0 {
			t.Errorf("Load(%q) = story %q with %d actors, %d sources, hash %q", name, s.ID, len(s.Actors), len(s.Sources), s.Hash)
		}
	}
}

const small = `id: dam
title: The broken dam
terms: [{text: dam, weight: 1}]
topics: [{key: inquiry, cues: {en: [inquiry]}}]
`

var refused = []struct{ name, yaml, want string }{
	{"unknown key", small + "sorces: []\n", "line 5, column 1: unknown field \"sorces\""},
	{"unknown key inside", small + "actors:\n  - key: x\n    nmes: {}\n", "line 7, column 5: unknown field \"nmes\""},
	{"not YAML", "id: [", "story test.yaml: line 1"},
	{"bad id", strings.Replace(small, "dam", "The Dam", 1), `id "The Dam"`},
	{"no terms", strings.Replace(small, "[{text: dam, weight: 1}]", "[]", 1), "terms: at least one"},
	{"negative weight", strings.Replace(small, "weight: 1", "weight: -1", 1), "terms[0]"},
	{"a day that does not exist", small + "within: {from: 2020-02-30}\n", `within.from "2020-02-30"`},
	{"topic twice", strings.Replace(small, "topics: [", "topics: [{key: inquiry}, ", 1), `key "inquiry"`},
	{"topic names no actor", strings.Replace(small, "key: inquiry", "key: inquiry, actors: [nobody]", 1), `no actor "nobody"`},
	{"no such zone", small + "sources: [{host: a.example, home: 'https://a.example/', zone: Mars/Base}]\n", `zone "Mars/Base"`},
	{"address without a scheme", small + "sources: [{host: a.example, home: 'https://a.example/', feeds: [a.example/rss]}]\n", `address "a.example/rss"`},
	{"archive without a year", small + "sources: [{host: a.example, home: 'https://a.example/', archives: ['https://a.example/{mm}/']}]\n", `archive "https://a.example/{mm}/"`},
	{"empty question", small + "sources: [{host: a.example, home: 'https://a.example/', wayback: ['']}]\n", `wayback and federal_register`},
	{"negative delay", small + "sources: [{host: a.example, home: 'https://a.example/', delay: -1s}]\n", `delay "-1s"`},
}

func TestParseRefusesWhatCannotBeMeant(t *testing.T) {
	if _, err := Parse([]byte(small), "test.yaml"); err != nil {
		t.Fatalf("Parse of the good story: %v", err)
	}
	for _, test := range refused {
		_, err := Parse([]byte(test.yaml), "test.yaml")
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: Parse = %v, want one line with %q", test.name, err, test.want)
		}
	}
}

func TestLoadNamesTheStoriesThatShip(t *testing.T) {
	if _, err := Load("no-such-story"); err == nil || !strings.Contains(err.Error(), "tiktok-sale") {
		t.Errorf("Load = %v, want the names that ship", err)
	}
	if _, err := Load("no/such/file.yaml"); err == nil || !strings.Contains(err.Error(), "no/such/file.yaml") {
		t.Errorf("Load = %v, want the path", err)
	}
}
