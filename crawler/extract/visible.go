package extract

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// What speaks for a visible date being the day of publication, and against it.
// The weights were set on pages with a known day; what they say is: the page
// marks it, a word says so, it stands by itself, and by the headline.
const (
	markedDate  = 4  // its element is named for the publication
	namedDate   = 3  // its element is named for a date
	byWordDate  = 4  // "published", "posted"
	aloneDate   = 2  // the block says little else
	belowDate   = 3  // up to nearBelow blocks below the headline
	aboveDate   = 2  // up to nearAbove blocks above it
	leadInDate  = 6  // a paragraph of the article begins with it
	titleDate   = 6  // a part of the title is a date
	signedDate  = 6  // "Published: 1 November", "This entry was posted on 1 November"
	boxedDate   = -3 // in a box
	talkDate    = -7 // in a reader's comment
	updatedDate = -2
	rightsDate  = -8 // a copyright line
	toldDate    = -6 // in a sentence, which tells of that day
	linkedDate  = -1

	nearBelow, nearAbove = 8, 3
	leastDate            = 2   // a date of less weight is something that the text tells
	longestDateBlock     = 220 // bytes
)

var (
	rights      = regexp.MustCompile(`(?i)©|\(c\)|copyright|all rights|alle rechte`)
	saysPublish = regexp.MustCompile(`(?i)\b(?:publish|posted|veröffentlich|erstell|erschienen|publié|publicad|pubblicat|geplaatst|submitted|created|datum:|date:|dated)|发布|掲載|公開`)
	leadIn      = regexp.MustCompile(`^[^\d.!?]{0,30}\(?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s\pL+\.?,?\s\d{4}|\pL+\s\d{1,2},\s\d{4})\)?\s?[-–—:.)|]`)
	saysOn      = regexp.MustCompile(`(?i)\b(?:vom|am|on|le|el|il)\s`)
	signsDate   = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:erschienen|veröffentlicht|publiziert|published|posted|publié|publicado|pubblicato)(?:\s(?:am|on|le|el|il))?\s?:\s+|^(?:this (?:entry|post|article|story) was|diese[rs]? (?:artikel|eintrag|beitrag) wurde|cet article a été|questo articolo è stato|este artículo fue)\s`)
	saysUpdate  = regexp.MustCompile(`(?i)\b(?:updat|modified|aktualisier|geändert|mis à jour|actualizad|aggiornat|edited|bearbeitet|revision|stand\b|abgerufen|retrieved|accessed|last\b)|更新`)
)

// publishWordSet and dateWordSet are the words of a class or id that name the
// element of the publication day, or of some date.
var (
	publishWordSet = wordSet("published publish pubdate pubdat publication publicationdate posted postdate postedon dateline datepublished publishdate publishedon releasedate createdate created entrydate articledate")
	dateWordSet    = wordSet("date dates datum datetime time timestamp day fecha data meta metadata byline postmeta entrymeta info submitted kicker details subline")
)

// dateWeight reads the class and id of an element.
func dateWeight(n *html.Node) int {
	best := 0
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" {
			continue
		}
		for _, w := range nameWords(a.Val) {
			switch {
			case publishWordSet[w]:
				best = max(best, markedDate)
			case dateWordSet[w]:
				best = max(best, namedDate)
			}
		}
	}
	return best
}

// nameWords cuts a class list or id into lower-case words.
func nameWords(names string) []string {
	var out []string
	for i := 0; i < len(names) && len(out) < 30; {
		j := nextWord(names, i)
		if j > i+1 {
			out = append(out, strings.ToLower(names[i:j]))
		}
		i = max(j, i+1)
	}
	return out
}

// visible returns the date of the page that a reader would take for the day of
// publication.
func (d *dater) visible(l *layout) []found {
	best, bestWeight := found{}, 0
	if f := d.ofTitle(); len(f) > 0 {
		best, bestWeight = f[0], titleDate
	}
	head := l.headlineAt()
	l.each(func(i int, r *region, boxed kind) {
		f, weight, ok := d.candidate(l, i, r)
		if !ok {
			return
		}
		switch boxed {
		case plainKind:
		case commentKind:
			weight += talkDate
		default:
			weight += boxedDate
		}
		switch far := i - head; {
		case head < 0:
		case far >= 0 && far <= nearBelow:
			weight += belowDate
		case far < 0 && far >= -nearAbove:
			weight += aboveDate
		}
		if weight > bestWeight {
			best, bestWeight = f, weight
		}
	})
	if bestWeight < leastDate {
		return nil
	}
	return []found{best}
}

// ofTitle returns the date that a title has for one of its parts.
func (d *dater) ofTitle() []found {
	for _, sep := range separators {
		for part := range strings.SplitSeq(d.facts.title, sep) {
			if isOnlyDate(part) {
				return d.read("text", part)
			}
		}
	}
	return nil
}

// candidate reads the date of a block and weighs it by what the block says.
func (d *dater) candidate(l *layout, i int, r *region) (f found, weight int, ok bool) {
	b := l.blocks[i]
	line := head(b.text, longestDateBlock)
	f, rest, ok := d.dateIn(line)
	if !ok {
		return f, 0, false
	}
	weight = placeWeight(b, r)
	if f, ok := d.signed(line); ok {
		return f, weight + signedDate, true
	}
	weight += wordsWeight(line)
	n := words(clockOut.ReplaceAllString(rest, " "))
	switch {
	case n <= 9 && saysOn.MatchString(line) && !endsSentence(line):
		weight += byWordDate
	case n > 4 && leadIn.MatchString(line):
		weight += leadInDate
	case n > 4 && endsSentence(b.text) && weight < byWordDate:
		weight += toldDate
	}
	weight += lengthWeight(n)
	if 2*b.linked > b.letters {
		weight += linkedDate
	}
	return f, weight, true
}

// dateIn reads the date of a line, and what the line says beside it.
func (d *dater) dateIn(line string) (f found, rest string, ok bool) {
	day, rest, ok := findDate(line, d.monthFirst)
	if !ok || len(line) < longestStamp && terms.MatchString(line) {
		return f, rest, false
	}
	if got := d.read("text", line); len(line) < longestStamp && len(got) > 0 {
		return got[0], rest, true
	}
	s, ok := newStamp(day, clockTime{}, "", d.loc)
	return found{s, "text"}, rest, ok && d.plausible(s.t)
}

// placeWeight weighs a date by the names of the elements that it stands in.
func placeWeight(b block, r *region) int {
	weight := max(b.dated, dateWeight(r.node))
	if weight == 0 && r.parent != nil {
		weight = max(0, dateWeight(r.parent.node)-1)
	}
	return weight
}

// wordsWeight weighs the date of a line by what the line says of it.
func wordsWeight(line string) int {
	switch {
	case rights.MatchString(line):
		return rightsDate
	case saysPublish.MatchString(line):
		return byWordDate
	case saysUpdate.MatchString(line):
		return updatedDate
	}
	return 0
}

// lengthWeight weighs a date by how many words stand beside it.
func lengthWeight(words int) int {
	switch {
	case words <= 4:
		return aloneDate
	case words <= 9:
		return aloneDate / 2
	case words > 20:
		return -4
	}
	return 0
}

// signed reads the date that a line gives to the article itself in so many words.
func (d *dater) signed(line string) (found, bool) {
	at := signsDate.FindStringIndex(line)
	if at == nil {
		return found{}, false
	}
	got := d.read("text", head(line[at[1]:], longestSigned))
	if len(got) == 0 {
		return found{}, false
	}
	return got[0], true
}

// longestSigned is within how many bytes the date follows its label.
const longestSigned = 45

// each calls f for every block with the region that holds it, and the
// kind of box that it lies in.
func (l *layout) each(f func(i int, r *region, boxed kind)) {
	var walk func(r *region, boxed kind)
	walk = func(r *region, boxed kind) {
		if r.box {
			boxed = max(boxed, r.kind, boxKind)
		} else if r.kind == commentKind {
			boxed = commentKind
		}
		r.parts(func(i int) { f(i, r, boxed) }, func(c *region) { walk(c, boxed) })
	}
	walk(l.root, plainKind)
}

// headlineAt is the block of the headline, -1 when none is known.
func (l *layout) headlineAt() int {
	for i, b := range l.blocks {
		if l.heads[key(b.text)] && b.tag != "li" {
			return i
		}
	}
	for i, b := range l.blocks {
		if b.tag == "h1" {
			return i
		}
	}
	return -1
}
