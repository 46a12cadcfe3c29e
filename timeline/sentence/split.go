package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// Split returns the sentences of text in order: Index counts from 1, Paragraph
// from 1. Spans are trimmed of white space and never overlap. A blank line, and
// a line break after which no sentence goes on, end a sentence whatever its
// last mark. None is longer than Longest. lang is BCP 47; it picks the list of abbreviations.
func Split(text, lang string) []news.Sentence {
	s := splitter{text: text, rules: rulesOf(lang), out: make([]news.Sentence, 0, len(text)/90+1)}
	s.run()
	return s.out
}

type splitter struct {
	text      string
	rules     *rules
	out       []news.Sentence
	paragraph int
	fresh     bool // a paragraph begins
}

func (s *splitter) run() {
	start := 0
	s.fresh = true
	for i := 0; i < len(s.text); {
		c := s.text[i]
		switch {
		case c == '\n':
			end, blank := s.lineBreak(i)
			if blank || !s.goesOn(i, end) {
				s.add(start, i)
				start = end
				s.fresh = s.fresh || blank
			}
			i = end
		case c == '.' || c == '!' || c == '?' || c >= utf8.RuneSelf && isWide(s.text[i:]):
			end := s.closing(i)
			if s.ends(i, end) {
				s.add(start, end)
				start = end
			}
			i = end
		default:
			i++
		}
	}
	s.add(start, len(s.text))
}

// Longest is the length of a sentence in bytes at most. What goes on for longer is
// none, and is cut where a word ends: the rooms behind this one look at a sentence
// as a whole, again and again.
const Longest = 8 << 10

// add keeps text[from:to], in pieces if it is too long.
func (s *splitter) add(from, to int) {
	for to-from > Longest {
		cut := from + Longest
		if space := strings.LastIndexAny(s.text[from:cut], " \n\t"); space > 0 {
			cut = from + space
		}
		for i := 1; i < utf8.UTFMax && !utf8.RuneStart(s.text[cut]); i++ {
			cut--
		}
		s.keep(from, cut)
		from = cut
	}
	s.keep(from, to)
}

// keep keeps text[from:to] as a sentence unless it is empty.
func (s *splitter) keep(from, to int) {
	t := s.text[from:to]
	from += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	to = from + len(strings.TrimSpace(t))
	if from >= to {
		return
	}
	if s.fresh {
		s.paragraph++
		s.fresh = false
	}
	s.out = append(s.out, news.Sentence{Index: len(s.out) + 1, Paragraph: s.paragraph, Span: news.Span{Start: from, End: to}})
}

// lineBreak gives the end of the white space that begins with the break at i,
// and whether it holds a blank line.
func (s *splitter) lineBreak(i int) (end int, blank bool) {
	breaks := 0
	for end = i; end < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[end:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' {
			breaks++
		}
		end += n
	}
	return end, breaks > 1
}

// minLine is the length under which a line is taken for one that stands alone
// (a heading, a list item) rather than one that was wrapped.
const minLine = 45

// goesOn reports whether the line before the break at i runs on after it, as in
// text wrapped at a column: it is long, ends without a mark, and the next line
// begins with a small letter.
func (s *splitter) goesOn(i, end int) bool {
	if end >= len(s.text) {
		return false
	}
	line := s.text[strings.LastIndexByte(s.text[:i], '\n')+1 : i]
	r, _ := utf8.DecodeRuneInString(s.text[end:])
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t\r"))
	if unicode.IsLower(r) || unicode.IsDigit(r) {
		return len(line) >= minLine/3 && last != '.' && last != '!' && last != '?' && last != ':'
	}
	return len(line) >= minLine && (unicode.IsLetter(last) || last == ',') && unicode.IsLetter(r) && last < 0x2E80 && s.wrapped(i)
}

// wrapped reports whether the text is broken into lines of about one length, so
// that a break says nothing: the line before and the one after are both long.
func (s *splitter) wrapped(i int) bool {
	before := i - strings.LastIndexByte(s.text[:i], '\n')
	rest := s.text[i+1 : min(len(s.text), i+1+2*maxColumn)]
	after := strings.IndexByte(rest, '\n')
	return before <= maxColumn && after >= minLine && after <= maxColumn
}

// maxColumn is the widest column that texts are wrapped to.
const maxColumn = 100

func isWide(t string) bool {
	return strings.HasPrefix(t, "。") || strings.HasPrefix(t, "！") || strings.HasPrefix(t, "？") || strings.HasPrefix(t, "…") || strings.HasPrefix(t, "；")
}

// closing gives the end of a run of end marks and the quotes that close it.
func (s *splitter) closing(i int) int {
	end := i
	for end < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[end:])
		if !strings.ContainsRune(".!?。！？…；\"'”’»«“)]）」』】", r) {
			break
		}
		if (r == '“' || r == '«') && s.opens(end+n) {
			break
		}
		if (r == '"' || r == '\'') && end > i && s.opens(end+n) && unicode.IsSpace(s.before(end)) {
			break
		}
		end += n
	}
	return max(end, i+1)
}

// opens reports whether a quote before j opens rather than closes: a letter
// follows it at once.
func (s *splitter) opens(j int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[j:])
	return unicode.IsLetter(r)
}

func (s *splitter) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return r
}

// ends reports whether the mark at i, its run ending at end, ends a sentence.
func (s *splitter) ends(i, end int) bool {
	if s.text[i] >= utf8.RuneSelf { // wide marks have no other use
		return !strings.HasPrefix(s.text[i:], "…") || s.startsNext(end)
	}
	if end >= len(s.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[end:])
	if !unicode.IsSpace(r) {
		return s.glued(i, end, r)
	}
	if s.text[i] != '.' || end > i+1 && (s.text[i+1] == '!' || s.text[i+1] == '?') {
		return s.startsNext(end)
	}
	return s.startsNext(end) && !s.abbreviated(i, end)
}

// glued reports whether a sentence ends though no space follows, as in text that
// lost its layout: "abgelehnt.Die Firma".
func (s *splitter) glued(i, end int, next rune) bool {
	if r := s.before(i); s.text[i] != '.' || end > i+1 {
		return unicode.IsUpper(next) && !unicode.IsUpper(r) || next >= 0x2E80
	} else if !unicode.IsLower(r) && r < 0x2E80 && r != ')' {
		return false
	}
	word := s.word(i)
	if !unicode.IsUpper(next) || len(word) < 3 {
		return next >= 0x2E80
	}
	_, n := utf8.DecodeRuneInString(s.text[end:])
	after, _ := utf8.DecodeRuneInString(s.text[end+n:])
	return (unicode.IsLower(after) || after == ' ') && !strings.ContainsAny(word, "./@") && !s.rules.abbreviations[strings.ToLower(word)] && !isHost(s.text, end)
}

// isHost reports whether the dot before end stands in an address.
func isHost(text string, end int) bool {
	j := end
	for j < len(text) && isWordByte(text[j]) {
		j++
	}
	return j < len(text) && (text[j] == '/' || text[j] == '@')
}

func isWordByte(c byte) bool { return c|0x20-'a' < 26 || c >= utf8.RuneSelf }

// startsNext reports whether what follows can begin a sentence: not a small
// letter.
func (s *splitter) startsNext(end int) bool {
	for j := end; j < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("\"'„“»«‘(‚[–-", r), r == '`':
			j += n
		default:
			return !unicode.IsLower(r)
		}
	}
	return true
}

// word is the word that ends before i, dots within it included.
func (s *splitter) word(i int) string {
	j := i
	for j > 0 && i-j < 24 {
		r, n := utf8.DecodeLastRuneInString(s.text[:j])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' {
			break
		}
		j -= n
	}
	return s.text[j:i]
}

// abbreviated reports whether the dot at i belongs to an abbreviation, an initial
// or an ordinal.
func (s *splitter) abbreviated(i, end int) bool {
	if end > i+1 {
		return false // a quote closes after the dot
	}
	word := s.word(i)
	low := strings.ToLower(word)
	switch {
	case word == "":
		return false
	case s.rules.abbreviations[low]:
		return !s.rules.final[low] || !s.rules.startWords[s.nextWord(end)]
	case isNumber(word):
		return s.rules.ordinals && len(word) <= 2 && !s.rules.startWords[s.nextWord(end)]
	case utf8.RuneCountInString(word) == 1:
		return unicode.IsUpper(s.before(i)) && !s.rules.startWords[s.nextWord(end)]
	case strings.Contains(word, ".") && len(word) <= 5: // U.S., a.m., z.B
		return !s.rules.startWords[s.nextWord(end)]
	}
	return false
}

func isNumber(w string) bool {
	for i := range len(w) {
		if w[i]-'0' > 9 {
			return false
		}
	}
	return w != ""
}

// nextWord is the first word after i.
func (s *splitter) nextWord(i int) string {
	t := strings.TrimLeft(s.text[i:min(len(s.text), i+40)], " \t\r\n\u00a0\"'„“»«‘(")
	for j, r := range t {
		if !unicode.IsLetter(r) {
			return t[:j]
		}
	}
	return t
}
