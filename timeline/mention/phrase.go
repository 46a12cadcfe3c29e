package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// Kinds of phrase that are no kinds of mention.
const (
	termKind      = "term"
	ambiguousKind = "ambiguous"
	sourceKind    = "source"
)

// A phrase is a name or cue cut into tokens.
type phrase struct {
	kind, key string
	weight    float64
	class     news.Class
	cased     bool // a name: capitals matter
	open      bool // the last token may go on ("ban*")
	tokens    []string
}

// phrases holds phrases by the lower-case form of the head of their first
// token, longest first.
type phrases map[string][]phrase

// headRunes is how much of the first token the map is keyed by: open phrases
// are looked up by it too.
const headRunes = 2

func (ps phrases) add(p phrase, text string) {
	text, p.open = strings.CutSuffix(text, "*")
	for _, t := range tokenize(text) {
		p.tokens = append(p.tokens, t.text)
	}
	if len(p.tokens) == 0 {
		return
	}
	h := head(p.tokens[0])
	ps[h] = append(ps[h], p)
	slices.SortStableFunc(ps[h], func(a, b phrase) int { return cmp.Compare(length(b.tokens), length(a.tokens)) })
}

func length(tokens []string) (n int) {
	for _, t := range tokens {
		n += len(t)
	}
	return n
}

// head is the lower-case start of a token by which phrases are looked up.
func head(token string) string {
	end := 0
	for range headRunes {
		_, size := utf8.DecodeRuneInString(token[end:])
		end += size
	}
	if isHan(token) {
		_, end = utf8.DecodeRuneInString(token)
	}
	return strings.ToLower(token[:end])
}

// A token is a word, or one Han character.
type token struct {
	text       string
	start, end int
}

func (t token) span() news.Span { return news.Span{Start: t.start, End: t.end} }

// tokenize cuts text into runs of letters and digits; each Han character is a
// token of its own.
func tokenize(text string) []token {
	out := make([]token, 0, len(text)/5)
	for at := range word.Tokens(text) {
		out = append(out, token{text[at.Start:at.End], at.Start, at.End})
	}
	return out
}

func isHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return word.IsHan(r)
}

// A hit is a phrase found in tokens[first..last].
type hit struct {
	phrase
	first, last int
	span        news.Span
}

// A run is where phrases of one kind stand last in a text.
type run struct {
	name        string
	first, free int // its first token, and the one after it
}

// find returns the phrases found, in text order. Of phrases of one kind that
// start at the same token the longest wins, and the next of that kind starts
// after it; the same words may be cues of several topics.
func (ps phrases) find(tokens []token) []hit {
	var out []hit
	var kinds [8]run
	n := 0
	of := func(p phrase) *run {
		name := p.kind
		if p.cased { // names and ambiguous names compete with one another
			name = ""
		}
		for i := range n {
			if kinds[i].name == name {
				return &kinds[i]
			}
		}
		n = min(n+1, len(kinds))
		kinds[n-1] = run{name: name, first: -1}
		return &kinds[n-1]
	}
	for i, t := range tokens {
		for _, p := range ps[head(t.text)] {
			k := of(p)
			last := i + len(p.tokens) - 1
			shared := p.kind == string(news.TopicMention) && k.first == i && k.free == last+1
			if i < k.free && !shared || !p.matches(tokens[i:]) {
				continue
			}
			k.first, k.free = i, last+1
			out = append(out, hit{p, i, last, news.Span{Start: t.start, End: tokens[last].end}})
		}
	}
	return out
}

// matches tells whether the tokens begin with the phrase.
func (p phrase) matches(tokens []token) bool {
	if len(tokens) < len(p.tokens) {
		return false
	}
	for i, want := range p.tokens {
		got := tokens[i]
		if i > 0 && got.start-tokens[i-1].end > 3 {
			return false
		}
		if !p.same(got.text, want, i == len(p.tokens)-1) {
			return false
		}
	}
	return true
}

func (p phrase) same(got, want string, last bool) bool {
	if last && p.open && len(got) > len(want) {
		return strings.EqualFold(got[:len(want)], want)
	}
	if !p.cased {
		return strings.EqualFold(got, want)
	}
	if got == want {
		return true
	}
	if last && got == want+"s" { // German genitive: "Trumps"
		return len(want) > 3
	}
	return len(want) > 3 && got == strings.ToUpper(want) // a headline in capitals
}

func covered(hits []hit, token int) bool {
	return slices.ContainsFunc(hits, func(h hit) bool { return h.first <= token && token <= h.last })
}

// inOrder sorts mentions by where they begin and makes one of those that begin
// at the same byte and say the same, of their firmest class, adding up what they
// weigh.
func inOrder(ms []news.Mention) []news.Mention {
	slices.SortStableFunc(ms, func(a, b news.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key), cmp.Compare(a.End, b.End))
	})
	out := ms[:0]
	for _, m := range ms {
		if n := len(out); n > 0 && out[n-1].Start == m.Start && out[n-1].Kind == m.Kind && out[n-1].Key == m.Key {
			out[n-1].End = m.End
			out[n-1].Weight += m.Weight
			if m.Class.Strength() > out[n-1].Class.Strength() {
				out[n-1].Class = m.Class
			}
			continue
		}
		out = append(out, m)
	}
	return out
}
