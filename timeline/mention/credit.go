package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
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
			add(news.AttributionMention, h.key, 0, h.span)
			return
		}
	}
	if len(r.sources) > 0 {
		add(news.AttributionMention, r.sources[0].key, 0, r.sources[0].span)
		return
	}
	if span, ok := unknownMedium(baseLanguage(r.article.Language), text, tokens, names); ok {
		add(news.AttributionMention, text[span.Start:span.End], 0, span)
	}
}

// unknownMedium finds the name of a medium by how it is credited: "CNBC
// reported", "der Sender NPR", "据《财新》报道".
func unknownMedium(lang, text string, tokens []token, names []hit) (news.Span, bool) {
	switch lang {
	case "en":
		return reportedBy(text, tokens, names)
	case "de":
		return afterMediaNoun(tokens, names)
	case "zh":
		return inBookMarks(text)
	}
	return news.Span{}, false
}

// reportedBy takes the run of capitalised words before "reported".
func reportedBy(text string, tokens []token, names []hit) (news.Span, bool) {
	for i, t := range tokens {
		if t.text != "reported" || i == 0 {
			continue
		}
		from := i
		for from > 0 && i-from < 4 && capital(tokens[from-1].text) && !covered(names, from-1) && tokens[from].start-tokens[from-1].end <= 1 {
			from--
		}
		if from < i && !slices.Contains(pronouns, tokens[from].text) && text[tokens[i-1].end:t.start] == " " {
			return news.Span{Start: tokens[from].start, End: tokens[i-1].end}, true
		}
	}
	return news.Span{}, false
}

var pronouns = []string{"He", "She", "It", "They", "We", "I", "You", "Sources", "Media", "Outlets"}

// mediaNouns stand before the name of a medium in German.
var mediaNouns = []string{"Sender", "Fernsehsender", "Nachrichtensender", "Zeitung", "Magazin", "Agentur", "Nachrichtenagentur", "Portal", "Blatt", "Wirtschaftsdienst", "Finanzdienst", "Nachrichtenportal"}

func afterMediaNoun(tokens []token, names []hit) (news.Span, bool) {
	for i, t := range tokens[:max(len(tokens)-1, 0)] {
		if slices.Contains(mediaNouns, t.text) && capital(tokens[i+1].text) && !covered(names, i+1) {
			return tokens[i+1].span(), true
		}
	}
	return news.Span{}, false
}

// inBookMarks takes the name between 《》 when a word of reporting follows soon.
func inBookMarks(text string) (news.Span, bool) {
	from := strings.Index(text, "《")
	to := strings.Index(text, "》")
	if from < 0 || to < from {
		return news.Span{}, false
	}
	rest := text[to:min(len(text), to+40)]
	if !strings.Contains(rest, "报道") && !strings.Contains(rest, "報道") && !strings.Contains(rest, "报导") && !strings.Contains(rest, "報導") {
		return news.Span{}, false
	}
	return news.Span{Start: from + len("《"), End: to}, true
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
