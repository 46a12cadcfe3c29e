package language

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesAreStrict(t *testing.T) {
	for _, code := range codes() {
		if _, err := read(files, code); err != nil {
			t.Error(err)
		}
	}
}

func TestOfTakesThePrimarySubtag(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "EN-gb": "en", "zh_Hant": "zh", "zh-Hant-TW": "zh", "": "und", "tlh": "und", "eng": "und"} {
		if got := Of(tag).Code; got != want {
			t.Errorf("Of(%q).Code = %q, want %q", tag, got, want)
		}
	}
}

// A drill is a room of a language that has every kind of list.
type drill struct {
	Words  []string `list:"words"`
	Month  []Group  `list:"month"`
	Rules  []Line   `list:"rules"`
	Traits []string `list:"traits,optional"`
}

func TestFillReadsEveryKindOfList(t *testing.T) {
	var d drill
	err := fill(&d, "# a comment\n[words]\nwas to, \" bill\", \"a, b\"\nlast\n[month 1]\nJan, January\n[month 2]\nFeb\n[rules]\npoint a: x , y\n")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"was to", " bill", "a, b", "last"}; !slices.Equal(d.Words, want) {
		t.Errorf("words = %q, want %q", d.Words, want)
	}
	if len(d.Month) != 2 || d.Month[1].Key != "2" || !slices.Equal(d.Month[0].Words, []string{"Jan", "January"}) {
		t.Errorf("month = %+v, want 1: Jan, January and 2: Feb", d.Month)
	}
	if want := (Line{"point a: x , y", 10}); len(d.Rules) != 1 || d.Rules[0] != want {
		t.Errorf("rules = %+v, want %+v", d.Rules, want)
	}
	if got := empty(&d); len(got) != 0 {
		t.Errorf("empty = %q, want none: traits are optional", got)
	}
}

func TestFillNamesLineAndReason(t *testing.T) {
	for text, want := range map[string]string{
		"[word]\na":              `1: no section [word]; want one of month, rules, traits, words`,
		"a\n[words]":             `1: "a" stands before the first [section]`,
		"[words]\na, b\na":       `3: "a" stands twice in section words`,
		"[words]\na\n\n[words]":  `4: section [words] stands in line 1 already`,
		"[words x]\na":           `1: section words takes no key`,
		"[month]\na":             `1: section month needs a key: [month KEY]`,
		"[words]\na,, b":         `2: "a,, b" holds an empty word`,
		"[words]\n\"a":           `2: "a: the quotation mark is never closed`,
		"[words]\n\"a\" b":       `2: b: want a comma behind "a"`,
		"[words]\nsay \"a\" now": `2: say "a" now: a word that holds a quotation mark is written as a Go string`,
	} {
		err := fill(&drill{}, text)
		if err == nil || err.Error() != want {
			t.Errorf("fill(%q) = %v, want %s", text, err, want)
		}
	}
}

func TestReadNamesFileOfAnError(t *testing.T) {
	_, err := read(fstest.MapFS{"en/colour.txt": {Data: []byte("[red]")}}, "en")
	if err == nil || !strings.HasPrefix(err.Error(), "en/colour.txt: no such file of a language") {
		t.Errorf("read of an unknown file: %v", err)
	}
}

func TestHashChangesWithItsFilesAlone(t *testing.T) {
	if Hash() == Hash("status") {
		t.Error("Hash of status.txt is that of nothing")
	}
	if again := Hash("status"); Hash("status") != again {
		t.Error("Hash is not the same twice")
	}
}
