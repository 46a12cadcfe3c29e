package mention

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// credit adds whom a sentence credits beside a verb of reporting: the first
// medium of the story that it names, another publisher, or a medium that nobody
// told us of. The key is the actor's, the publisher's host, or the name as printed.
func (r *reader) credit(first int, text string, tokens []token, names []hit, add addMention) {
	if !slices.ContainsFunc(r.out[first:], func(m news.Mention) bool { return m.Kind == news.CueMention && m.Key == CueReport }) {
		return
	}
	for _, h := range names {
		if h.kind == string(news.ActorMention) && r.media[h.key] {
			add(news.Mention{Kind: news.AttributionMention, Key: h.key, Span: h.span})
			return
		}
	}
	if len(r.sources) > 0 {
		add(news.Mention{Kind: news.AttributionMention, Key: r.sources[0].key, Span: r.sources[0].span})
		return
	}
	if span, ok := r.unknownMedium(text, tokens, names); ok {
		add(news.Mention{Kind: news.AttributionMention, Key: text[span.Start:span.End], Span: span})
	}
}

// unknownMedium finds the name of a medium by how it is credited: "CNBC
// reported", "der Sender NPR", "据《财新》报道".
func (r *reader) unknownMedium(text string, tokens []token, names []hit) (news.Span, bool) {
	if at, ok := r.reportedBy(text, tokens, names); ok {
		return at, true
	}
	if at, ok := r.afterMediaNoun(tokens, names); ok {
		return at, true
	}
	return r.inBookMarks(text)
}

// longestName is of how many words the name of a medium consists at most.
const longestName = 4

// reportedBy takes the run of capitalised words before "reported".
func (r *reader) reportedBy(text string, tokens []token, names []hit) (news.Span, bool) {
	for i, t := range tokens {
		if i == 0 || !slices.Contains(r.language.Credit.Reported, t.text) {
			continue
		}
		from := i
		for from > 0 && i-from < longestName && word.Capital(tokens[from-1].text) && !covered(names, from-1) && tokens[from].start-tokens[from-1].end <= 1 {
			from--
		}
		if from < i && !slices.Contains(r.language.Credit.Nobody, tokens[from].text) && text[tokens[i-1].end:t.start] == " " {
			return news.Span{Start: tokens[from].start, End: tokens[i-1].end}, true
		}
	}
	return news.Span{}, false
}

// afterMediaNoun takes the capitalised word behind a noun for a medium.
func (r *reader) afterMediaNoun(tokens []token, names []hit) (news.Span, bool) {
	for i, t := range tokens[:max(len(tokens)-1, 0)] {
		if slices.Contains(r.language.Credit.MediaNouns, t.text) && word.Capital(tokens[i+1].text) && !covered(names, i+1) {
			return tokens[i+1].span(), true
		}
	}
	return news.Span{}, false
}

// reportReach is how far behind a name in book marks, in letters, the word of
// reporting stands.
const reportReach = 40

// inBookMarks takes the name between 《》 when a word of reporting follows soon.
func (r *reader) inBookMarks(text string) (news.Span, bool) {
	from := strings.Index(text, "《")
	to := strings.Index(text, "》")
	if from < 0 || to < from || !word.ContainsAny(word.First(text[to:], reportReach), r.language.Credit.Reports) {
		return news.Span{}, false
	}
	return news.Span{Start: from + len("《"), End: to}, true
}
