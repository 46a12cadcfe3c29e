package timeline

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestEnglishDatesInDigitsAreReadByRegion(t *testing.T) {
	for language, want := range map[string]string{"en-US": "2020-03-04", "en": "2020-03-04", "en-GB": "2020-04-03"} {
		a := news.Article{Language: language, Text: "The court met on 3/4/2020.",
			Published: news.DCT{Time: time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}}
		_, times := Annotate(a)
		if len(times) != 1 || times[0].When.EDTF != want {
			t.Errorf("Annotate in %s = %+v, want one %s", language, times, want)
		}
	}
}

func TestAnArticleOfNothingHasNoSentences(t *testing.T) {
	if sentences, times := Annotate(news.Article{Language: "en"}); len(sentences) != 0 || len(times) != 0 {
		t.Errorf("Annotate = %v, %v, want none", sentences, times)
	}
}

func TestHeadlineIsSentenceZero(t *testing.T) {
	a := news.Article{Language: "en", Title: "Court meets on 4 March 2020", Text: "It met."}
	sentences, times := Annotate(a)
	if len(sentences) != 2 || sentences[0].Index != 0 || sentences[0].End != len(a.Title) || sentences[1].Index != 1 {
		t.Errorf("sentences = %+v, want the headline as sentence 0", sentences)
	}
	if len(times) != 1 || times[0].Sentence != 0 || a.Title[times[0].Start:times[0].End] != "4 March 2020" {
		t.Errorf("times = %+v, want that of the headline", times)
	}
}
