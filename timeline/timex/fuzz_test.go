package timex_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

func FuzzTagSpansLieInside(f *testing.F) {
	for _, tt := range tagTests {
		f.Add(tt.text, tt.lang, int64(18500), false)
	}
	f.Add("in 999999999 years, 99999 centuries ago", "en", int64(18500), true)
	f.Add("vom 31. bis 31. Februar 0000; 99999999999999999999 Jahre später", "de", int64(0), false)
	f.Add("二〇二〇年十三月三十二日99时99分，八千万亿年前", "zh", int64(-700000), true)
	f.Fuzz(func(t *testing.T, text, lang string, dct int64, narrative bool) {
		if dct < -1e6 || dct > 1e6 { // years -768 to 4707
			dct %= 1e6
		}
		opt := timex.Options{Lang: lang, DCT: news.DCT{Time: time.Unix(dct*86400, 0).UTC(), Grain: news.GrainDay}}
		if narrative {
			opt.Mode = timex.Narrative
		}
		sentences := sentence.Split(text, lang)
		checkSpans(t, text, sentences, timex.Tag("", text, sentences, opt))
		opt.DCT = news.DCT{}
		checkSpans(t, text, sentences, timex.Tag("", text, sentences, opt))
	})
}

func checkSpans(t *testing.T, text string, sentences []news.Sentence, found []news.TimeExpression) {
	t.Helper()
	end := 0
	for _, e := range found {
		if e.Start < end || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("Tag(%q) has the span %d:%d after %d of %d bytes", text, e.Start, e.End, end, len(text))
		}
		end = e.End
		if utf8.ValidString(text) && !utf8.ValidString(text[e.Start:e.End]) {
			t.Fatalf("Tag(%q) cuts a rune at %d:%d", text, e.Start, e.End)
		}
		if s := sentences[e.Sentence-1]; e.Start < s.Start || e.End > s.End {
			t.Fatalf("Tag(%q) has the span %d:%d outside its sentence %d:%d", text, e.Start, e.End, s.Start, s.End)
		}
		if e.When != (news.Interval{}) && !e.When.From.Before(e.When.To) {
			t.Fatalf("Tag(%q) resolves %q to %v", text, text[e.Start:e.End], e.When)
		}
		if e.When.Known() && (e.When.From.Year() < 1 || e.When.To.Year() > 9999) {
			t.Fatalf("Tag(%q) resolves %q to %v", text, text[e.Start:e.End], e.When)
		}
		if e.When.Known() != (e.Anchor != "") {
			t.Fatalf("Tag(%q) resolves %q to %v against %q", text, text[e.Start:e.End], e.When, e.Anchor)
		}
	}
}

// Texts that make a backtracking matcher, or one that looks for a verb all over
// the sentence, slow: twice the text must not take much more than twice the time.
var slowTexts = map[string]string{
	"en": "the first 5 , ", "de": "am 3. , 4. und ", "zh": "3月3日至5日、",
	"fr": "le 3 mars et ", "es": "los años 90 y ", "it": "il 3 e ",
}

func TestTimeIsLinearInTheText(t *testing.T) {
	for lang, piece := range slowTexts {
		run := func(n int) time.Duration {
			text := strings.Repeat(piece, n)
			sentences := sentence.Split(text, lang)
			best := time.Hour
			for range 3 {
				begin := processorTime()
				timex.Tag("", text, sentences, timex.Options{Lang: lang, DCT: given(t, "2020-08-19")})
				best = min(best, processorTime()-begin)
			}
			return best
		}
		run(100)
		small, large := run(500), run(8000)
		if large > 16*6*small+50*time.Millisecond {
			t.Errorf("%s: 500 times %q take %v, 8000 times %v: more than linear", lang, piece, small, large)
		}
	}
}
