package mention

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

var amountTests = []struct{ in, lang, want string }{
	{"Twitter bietet 10 Milliarden US-Dollar.", "de", "USD 10000000000 bid"},
	{"etwa 30 Milliarden US-Dollar für sein Geschäft", "de", "USD 30000000000"},
	{"between $20 billion and $30 billion", "en", "USD 20000000000, USD 30000000000"},
	{"a price of $20-30 billion", "en", "USD 20000000000, USD 30000000000"},
	{"US$ 5bn", "en", "USD 5000000000"},
	{"20 bis 30 Milliarden Dollar", "de", "USD 20000000000, USD 30000000000"},
	{"报价300亿美元", "zh", "USD 30000000000 bid"},
	{"1,5 Mrd. Euro", "de", "EUR 1500000000"},
	{"$1,200,000", "en", "USD 1200000"},
	{"1.699€", "en", "EUR 1699"},
	{"Nr. 45 and 23 entries in 2020", "de", ""},
	{"14 September 2020", "en", ""},
}

func TestAmounts(t *testing.T) {
	for _, test := range amountTests {
		var got []string
		for _, s := range Amounts(test.in, test.lang) {
			got = append(got, s.key())
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("Amounts(%q) = %q, want %q", test.in, strings.Join(got, ", "), test.want)
		}
	}
}

var testStory = news.Story{
	Terms: []news.Term{{Text: "Tiktok*", Weight: 0.5}, {Text: "Trump", Weight: 0.5}, {Text: "字节跳动", Weight: 1}},
	Topics: []news.Topic{
		{Key: "lawsuit", Cues: map[string][]string{"en": {"lawsuit*"}, "de": {"Klage"}}, Actors: []string{"nichols"}},
		{Key: "export-rules", Cues: map[string][]string{"zh": {"出口管制"}}},
	},
	Sources: []news.Source{{Host: "northwire.example", Name: "Northwire"}},
	Actors: []news.Actor{
		{Key: "trump", Kind: "person", Names: map[string][]string{"en": {"Donald Trump", "Trump"}}},
		{Key: "nichols", Kind: "person", Names: map[string][]string{"en": {"Carl Nichols"}}},
		{Key: "wsj", Kind: "media", Names: map[string][]string{"en": {"Wall Street Journal"}}},
		{Key: "white-house", Kind: "body", Names: map[string][]string{"en": {"White House"}}},
		{Key: "house", Kind: "body", Names: map[string][]string{"en": {"House"}}},
		{Key: "bytedance", Kind: "company", Names: map[string][]string{"zh": {"字节跳动"}}},
		{Key: "mofcom", Kind: "body", Ambiguous: []news.AmbiguousName{{Name: "Handelsministerium", Language: "de", Near: []string{"chinesisch*", "Peking"}}}},
		{Key: "us-commerce", Kind: "body", Ambiguous: []news.AmbiguousName{{Name: "Handelsministerium", Language: "de", Near: []string{"Washington"}}}},
	},
}

var articleTests = []struct{ name, lang, text, want string }{
	{"names and cues", "en", "Donald Trump faces a lawsuit.", "actor trump, topic lawsuit"},
	{"genitive", "de", "Trumps Klage", "actor trump, topic lawsuit"},
	{"longest name wins", "en", "The White House spoke.", "actor white-house"},
	{"surname before the full name is nobody", "en", "Nichols spoke.", ""},
	{"surname after the full name", "en", "Carl Nichols came. Nichols spoke.", "actor nichols, topic lawsuit, actor nichols, topic lawsuit"},
	{"lower-case word is no name", "en", "A trump card in the house.", ""},
	{"ambiguous name settled by the word nearby", "de", "Das chinesische Handelsministerium antwortete Washington gestern nicht mehr.", "cue negation, actor mofcom"},
	{"the other one", "de", "Das Handelsministerium in Washington antwortete Peking.", "actor us-commerce"},
	{"ambiguous name without a word", "de", "Das Handelsministerium schwieg.", ""},
	{"Han", "zh", "字节跳动受出口管制。", "actor bytedance, topic export-rules"},
	{"credit of a medium nobody told us of", "en", "Twitter held talks, the Late Journal reported.", "attribution Late Journal, cue report"},
	{"who reported is not always a medium", "en", "He reported for work.", "cue report"},
	{"German medium", "de", "Der Sender NPR hatte darüber berichtet.", "attribution NPR, cue report"},
	{"Chinese medium", "zh", "据《财经周报》报道。", "attribution 财经周报, cue report"},
	{"credit of another source", "en", "Trump agreed, according to Northwire.", "actor trump, attribution northwire.example, cue report"},
	{"credit", "en", "Trump agreed, the Wall Street Journal reported.", "actor trump, actor wsj, attribution wsj, cue report"},
}

func TestArticle(t *testing.T) {
	m := New(testStory)
	for _, test := range articleTests {
		a := news.Article{Language: test.lang, Text: test.text}
		got := map[string]bool{}
		var list []string
		for _, x := range m.Article(a, []news.Sentence{{Index: 1, Paragraph: 1, Span: news.Span{Start: 0, End: len(test.text)}}}) {
			if x.Kind == news.TermMention {
				continue
			}
			list = append(list, fmt.Sprintf("%s %s", x.Kind, x.Key))
			got[list[len(list)-1]] = true
		}
		for _, w := range strings.Split(test.want, ", ") {
			if w != "" && !got[w] {
				t.Errorf("%s: Article(%q) = %v, want %q", test.name, test.text, list, w)
			}
		}
		if n := len(strings.Split(test.want, ", ")); test.want == "" && len(list) > 0 || test.want != "" && len(list) != n {
			t.Errorf("%s: Article(%q) = %v, want %s", test.name, test.text, list, test.want)
		}
	}
}

func TestBelongsNeedsTheWeightOfOne(t *testing.T) {
	m := New(testStory)
	for text, want := range map[string]bool{"Tiktok dance": false, "Trump and TikTok": true, "Tiktoks und Tiktok": false, "字节跳动": true} {
		if got := m.Belongs(news.Article{Text: text}); got != want {
			t.Errorf("Belongs(%q) = %v, want %v", text, got, want)
		}
	}
}
