package statement

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// scope lists the spans of the i-th sentence that tell what belongs to a date:
// the aside that holds the date with its head, else all but the asides. whole
// tells that there is none.
func (r *reading) scope(i int, d date) (spans []news.Span, whole bool) {
	s := r.article.Sentences[i]
	text := r.text(s)
	if r.words.aside == nil || !strings.ContainsAny(text, ",(") {
		return []news.Span{s.Span}, true
	}
	all := r.words.aside.FindAllStringIndex(text, -1)
	if len(all) == 0 {
		return []news.Span{s.Span}, true
	}
	from := 0
	for _, m := range all {
		if m[0] <= d.start-s.Start && d.end-s.Start <= m[1] {
			return []news.Span{{Start: s.Start + max(from, m[0]-len(word.Last(text[:m[0]], headReach))), End: s.Start + m[1]}}, false
		}
		spans = append(spans, news.Span{Start: s.Start + from, End: s.Start + m[0]})
		from = m[1]
	}
	return append(spans, news.Span{Start: s.Start + from, End: s.End}), false
}

// headReach is how far before its comma, in letters, the noun stands that an aside tells of:
// "the ban, which was to begin on Sunday".
const headReach = 32

// parties is how many actors tell of the story where no topic and no sum does.
const parties = 3

// elsewhere reports whether all that belongs to the story stands outside the
// scope of a date: "ByteDance, the company that agreed to sell TikTok, launched a
// video model this week".
func (r *reading) elsewhere(i int, d date) bool {
	scope, whole := r.scope(i, d)
	if whole || !d.explicit {
		return false
	}
	first := r.article.Sentences[i].Start
	for _, f := range r.actsOf(i) {
		for _, in := range scope {
			if f.Start+first >= in.Start && f.End+first <= in.End {
				return false
			}
		}
	}
	actors := 0
	for _, m := range r.mentions[r.article.Sentences[i].Index] {
		for _, in := range scope {
			switch {
			case m.Start < in.Start || m.End > in.End:
			case m.Kind == news.TopicMention && m.Class != news.ClassHint, m.Kind == news.AmountMention:
				return false
			case m.Kind == news.ActorMention:
				actors++
			}
		}
	}
	return actors < parties
}
