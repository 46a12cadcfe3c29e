package extract

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// textDump reads an article saved as plain text: headline first, then lead,
// byline, picture captions, paragraphs, and between and after them the boxes
// that the page had. What markup would tell is told by the shape of lines.
func textDump(decoded string, p news.Page, h Hints) (a news.Article, err error) {
	if len(decoded) > 2*maxLetters {
		return a, fmt.Errorf("no article: %d bytes of text", len(decoded))
	}
	groups := lineGroups(decoded)
	if len(groups) == 0 {
		return a, errEmpty
	}
	a.Title, groups = takeTitle(groups)
	d := dump{}
	for _, g := range groups {
		if d.ended {
			break
		}
		d.group(g)
	}
	a.URL = address(p)
	a.Byline = d.byline
	a.Authors = splitNames(d.authors)
	texts := trimHeadings(d.kept)
	a.Text = strings.Join(paragraphs(texts), "\n\n")
	a.Agency = agency(a.Authors, a.Byline, paragraphs(texts))
	a.Language = languageOf([]string{header(p, "Content-Language"), h.Source.Language}, a.Text)
	host := canon.Host(a.URL)
	loc := zoneOf(h.Source.Zone, h.Source.Country, host, a.Language)
	if s, ok := parseStamp(d.byline, loc, monthFirst(a.Language, h.Source.Country, host)); ok {
		a.Published = found{s, "text"}.dct()
	} else if l := h.Link.Published; l.Known() {
		a.Published = l
	} else {
		bounds := dater{facts: &facts{}, url: a.URL, loc: loc, fetched: p.FetchedAt}
		a.Published = bounds.inferred(p, a.Text)
	}
	return a, nil
}

// maxLine bounds a line in bytes; a longer one is no prose.
const maxLine = 20_000

// lineGroups cuts a text at its blank lines. Indentation stays, since it tells
// what belongs to a list.
func lineGroups(s string) [][]string {
	var groups [][]string
	var current []string
	for line := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, " \t\r")
		switch {
		case strings.TrimSpace(line) != "":
			current = append(current, head(line, maxLine))
		case len(current) > 0:
			groups, current = append(groups, current), nil
		}
	}
	if len(current) > 0 {
		groups = append(groups, current)
	}
	return groups
}

// takeTitle takes the headline off: the first line.
func takeTitle(groups [][]string) (string, [][]string) {
	title := squash(groups[0][0])
	if len(groups[0]) == 1 {
		return title, groups[1:]
	}
	rest := append([][]string{groups[0][1:]}, groups[1:]...)
	return title, rest
}

// A dump is the state of reading: what is kept, and whether the article is over.
type dump struct {
	kept    []block
	byline  string
	authors []string
	ended   bool
}

var (
	listItem   = regexp.MustCompile(`^\s*(?:\d{1,3}[.)]|[•*·▪►–-])(?:\s|$)`)
	credit     = regexp.MustCompile(`(?i)\((?:bild|foto|photo|image|grafik|picture|quelle|credit|screenshot|archivbild|symbolbild)s?\s*:|(?:^|\s)(?:getty images|picture alliance|shutterstock)\b|^(?:bild|foto|photo|credit|image)s?:`)
	currency   = regexp.MustCompile(`\d\s?(?:€|\$|£|EUR\b|USD\b|Euro\b)|(?:€|\$|£)\s?\d`)
	publishLn  = regexp.MustCompile(`(?i)^(?:artikel\s+)?(?:veröffentlicht|erschienen|publiziert|published|posted|publié|publicado|pubblicato)\b|^(?:by|von)\s+\p{Lu}|^(?:stand|datum|date)\s*:`)
	afterEnd   = keys("aktuell auf der startseite", "auf der startseite von", "mehr auf", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "lesen sie auch", "mehr zum thema", "zum stellenmarkt", "schnäppchen", "meistgelesen", "meistgelesene artikel", "weitere artikel", "weitere meldungen", "verwandte artikel", "kommentare", "neueste artikel", "most read", "most popular", "related articles", "related stories", "related news", "more from", "you may also like", "you might also like", "recommended for you", "on the homepage", "top stories", "latest news", "leave a comment", "comments", "相关新闻", "相关阅读", "热门新闻", "推荐阅读")
	scriptLine = keys("bitte aktivieren sie javascript", "please enable javascript", "javascript ist deaktiviert", "javascript is disabled", "enable javascript")
)

// group reads the lines between two blank ones.
func (d *dump) group(lines []string) {
	if d.endsHere(lines) {
		d.ended = true
		return
	}
	if isBox(lines) {
		return
	}
	captions := false // of a picture or a byline: the short lines beside it are too
	for _, l := range lines {
		if credit.MatchString(l) || d.isByline(l) {
			captions = true
		}
	}
	for _, l := range lines {
		d.line(l, captions, len(lines) == 1)
	}
}

// endsHere reports whether an article is over: some of it was read, and a line
// of few words heads what is about other articles.
func (d *dump) endsHere(lines []string) bool {
	if !d.hasProse() {
		return false
	}
	first := lines[0]
	if len(first) > longestCue || isProse(first) {
		return false
	}
	k := key(first)
	for _, c := range afterEnd {
		if strings.HasPrefix(k, c) {
			return true
		}
	}
	return false
}

func (d *dump) hasProse() bool {
	for _, b := range d.kept {
		if b.tag == "p" {
			return true
		}
	}
	return false
}

// isBox reports whether a group is a box: a list of items that are no sentences
// (jobs, courses, teasers, offers), perhaps under a heading and above a
// pointer, or the notice that scripts are off.
func isBox(lines []string) bool {
	items, sentences := 0, 0
	for i, l := range lines {
		k := key(l)
		for _, c := range scriptLine {
			if i == 0 && strings.HasPrefix(k, c) {
				return true
			}
		}
		switch {
		case listItem.MatchString(l):
			items++
			if endsSentence(l) && words(l) >= 6 {
				sentences++
			}
		case isProse(l) && !indented(l):
			sentences += 2
		}
		if strings.Count(l, "•") >= 3 || len(currency.FindAllString(l, 4)) >= 3 && !endsSentence(l) {
			return true
		}
	}
	return items > 0 && sentences < items
}

func indented(l string) bool {
	return strings.HasPrefix(l, "\t") || strings.HasPrefix(l, "  ")
}

// isProse reports whether a line is running text: it ends as a sentence does and
// has the words of one.
func isProse(l string) bool {
	n := words(l)
	return n >= 6 && endsSentence(l) || n >= 25
}

func (d *dump) line(l string, captions, alone bool) {
	text := squash(l)
	switch {
	case d.isByline(l):
		if d.byline == "" {
			d.byline = text
			d.authors = append(d.authors, bylineNames(text)...)
		}
	case credit.MatchString(l) && words(l) < 40, isCue(text), !strings.ContainsFunc(text, isWordRune):
	case isProse(l):
		d.kept = append(d.kept, block{text: strings.TrimSpace(text), tag: "p"})
	case listItem.MatchString(l):
		d.kept = append(d.kept, block{text: text, tag: "li"})
	case alone && !captions && words(text) <= 14 && utf8.RuneCountInString(text) > 2:
		// One short line by itself is a heading, if text follows it.
		d.kept = append(d.kept, block{text: text, tag: "h2"})
	}
}

// isByline reports whether a line says who published when; only before the text
// and just after it, a sentence may begin so in the middle.
func (d *dump) isByline(l string) bool {
	text := strings.TrimSpace(l)
	if len(text) > longestCue || words(text) > 16 || endsSentence(text) && words(text) > 8 {
		return false
	}
	return publishLn.MatchString(text) || isDateLine(text)
}

var publishWords = regexp.MustCompile(`(?i)^(?:artikel\s+)?(?:veröffentlicht|erschienen|publiziert|published|posted)(?:\s+(?:am|on|at|um))?\s*:?`)

// bylineNames returns what may be names in a byline: its parts between slashes,
// commas and bars that hold no digit.
func bylineNames(s string) []string {
	s = publishWords.ReplaceAllString(s, "")
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '|' || r == ',' || r == '•' }) {
		part = byWord.ReplaceAllString(strings.TrimSpace(part), "")
		if part != "" && !strings.ContainsAny(part, "0123456789") && agencyIn(part) == "" {
			out = append(out, part)
		}
	}
	return out
}

// trimHeadings drops headings that no text follows, and those that stand
// before the first paragraph.
func trimHeadings(bs []block) []block {
	var out []block
	for i, b := range bs {
		follows := i+1 < len(bs) && bs[i+1].tag != "h2"
		if b.tag != "h2" || follows && len(out) > 0 {
			out = append(out, b)
		}
	}
	return out
}
