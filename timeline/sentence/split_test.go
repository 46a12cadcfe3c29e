package sentence_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/sentence"
)

var splitTests = []struct {
	name, lang, text string // sentences are separated by | in text
}{
	{"plain", "en", "He left.| She stayed.| Why?| Nobody knows!"},
	{"titles and initials", "en", "Dr. J. Miller met Mrs. Stone.| They spoke."},
	{"abbreviated months", "en", "It began on Jan. 27, 2017.| It ended on Feb. 3."},
	{"clock times", "en", "The court opened at 9 a.m. Monday.| It closed at 5 p.m.| The judge left."},
	{"countries", "en", "He moved to the U.S. in May.| The U.S. Senate voted."},
	{"quotes close the sentence", "en", "“We won.” |She smiled."},
	{"companies", "en", "Acme Inc. said it lost money.| Shares fell."},
	{"German ordinals", "de", "Am 3. Februar begann es.| Die Sitzung vom 12. März entfiel."},
	{"German abbreviations", "de", "Das gilt z. B. für Nr. 45 und ca. 30 Firmen.| Der Rest wartet."},
	{"German ordinal before a noun", "de", "Er wurde im 2. Wahlgang gewählt.| Danach sprach er."},
	{"a year ends a German sentence", "de", "Das war 2019.| Die Firma wuchs."},
	{"Chinese marks", "zh", "他来了。|她走了！|为什么？|没人知道。"},
	{"Chinese quotes", "zh", "他说：“我来了。”|她走了。"},
	{"headings stand alone", "en", "News of the day|\n\nThe court met.| It rose."},
	{"lost layout", "de", "Der Antrag wurde abgelehnt.|Die Firma klagt."},
	{"numbers with dots", "en", "It cost 3.5 million.| No one paid."},
	{"addresses", "de", "Das meldete Golem.de am Montag.| Mehr folgt."},
}

func TestSplitFindsSentences(t *testing.T) {
	for _, tt := range splitTests {
		t.Run(tt.name, func(t *testing.T) {
			var want []string
			for _, s := range strings.Split(tt.text, "|") {
				want = append(want, strings.TrimSpace(s))
			}
			text := strings.ReplaceAll(tt.text, "|", "")
			var got []string
			for _, s := range sentence.Split(text, tt.lang) {
				got = append(got, text[s.Start:s.End])
			}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("Split(%q) = %q, want %q", text, got, want)
			}
		})
	}
}

func TestSplitCountsParagraphs(t *testing.T) {
	text := "One. Two.\n\nThree.\nFour is a short line\n\n\nFive."
	var got []int
	for _, s := range sentence.Split(text, "en") {
		got = append(got, s.Paragraph)
	}
	want := []int{1, 1, 2, 2, 3}
	if len(got) != len(want) {
		t.Fatalf("Split(%q) has paragraphs %v, want %v", text, got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("Split(%q) has paragraphs %v, want %v", text, got, want)
		}
	}
}

func TestNoSentenceIsLongerThanLongest(t *testing.T) {
	for _, word := range []string{"word ", "字", "é"} {
		text := strings.Repeat(word, 3*sentence.Longest/len(word)+1)
		all := sentence.Split(text, "en")
		length := 0
		for _, s := range all {
			if s.End-s.Start > sentence.Longest || !utf8.ValidString(text[s.Start:s.End]) {
				t.Errorf("%q: a sentence of %d bytes, valid %v", word, s.End-s.Start, utf8.ValidString(text[s.Start:s.End]))
			}
			length += len(strings.ReplaceAll(text[s.Start:s.End], " ", ""))
		}
		if want := len(strings.ReplaceAll(text, " ", "")); length != want || len(all) < 3 {
			t.Errorf("%q: %d sentences of %d bytes, want 3 or more of all %d", word, len(all), length, want)
		}
	}
}
