package extract

import (
	"regexp"
	"slices"
)

// headBlocks and tailBlocks are how far from the ends of the body a headline,
// a byline or a date line is looked for; in the middle such a line is text.
const (
	headBlocks = 5
	tailBlocks = 3
)

// dropTitles drops the headline repeated at the start of the body, and what
// stands above it: the name of the site, a section.
func dropTitles(bs []block, titles []string) []block {
	isTitle := map[string]bool{}
	for _, t := range titles {
		isTitle[key(t)] = true
	}
	var kept []block
	for i, b := range bs {
		switch k := key(b.text); {
		case i >= headBlocks && k == key(titles[0]): // beside a picture, under a gallery
		case i >= headBlocks || !isTitle[k]:
			kept = append(kept, b)
		default:
			kept = slices.DeleteFunc(kept, func(b block) bool { return b.tag != "p" && words(b.text) < shortestDated })
		}
	}
	return kept
}

// dropFurniture drops bylines and date lines at either end, cue lines anywhere
// and a block that repeats the one before. It returns the first byline it
// dropped.
func dropFurniture(bs []block, authors []string) (kept []block, byline string) {
	for i, b := range bs {
		atEnd := i < headBlocks || i >= len(bs)-tailBlocks
		switch {
		case atEnd && isBylineText(b.text, authors):
			if byline == "" {
				byline = b.text
			}
		case atEnd && isDateLine(b.text):
			if byline == "" {
				byline = bylinePart.FindString(b.text)
			}
		case i > 0 && i >= len(bs)-colophonBlocks && isColophon(b.text, authors):
		case isCue(b.text), isPublisherLine(b.text), isCredit(b.text), readTime.MatchString(b.text), counter.MatchString(b.text), isClock(b.text):
		case i > 0 && b.text == bs[i-1].text:
		default:
			kept = append(kept, b)
		}
	}
	return kept, byline
}

// isClock reports whether a line is a time of day, as above an entry of a live blog.
func isClock(line string) bool {
	return len(line) < 30 && clock.MatchString(line) && words(clockOut.ReplaceAllString(line, " ")) == 0
}

var (
	counter    = regexp.MustCompile(`^\d{1,3} ?/ ?\d{1,3}$`) // of a gallery
	readTime   = regexp.MustCompile(`(?i)^(?:reading time|lesezeit|tempo de leitura|temps de lecture|tiempo de lectura|tempo di lettura)?\s*:?\s*(?:ca\. )?\d{1,2}[ -]?(?:min(?:ute)?[ns]?|minutos?|minuti|minuten)\.?(?: (?:read|lesezeit|de lectura|de lecture|di lettura))?$`)
	creditLine = regexp.MustCompile(`(?i)\((?:archiv|symbol)(?:bild|foto)\)$|\b(?:bildrechte|image credit|photo credit|photograph by|picture by|fotocredit|crédit photo)s?:?\s|\((?:credit|picture|photo|image|foto|bild|photograph)s?:\s[^)]*\)$`)
)

// longestCredit is the length in words up to which a line with a picture's
// credit is its caption.
const longestCredit = 40

func isCredit(line string) bool {
	return creditLine.MatchString(line) && words(line) <= longestCredit
}

// trimTail drops what stands after the last sentence: headings with nothing
// under them, labels, names.
func trimTail(bs []block) []block {
	for len(bs) > 1 {
		last := bs[len(bs)-1]
		loose := last.tag == "div" || last.tag == "body" || last.tag == "center"
		if isHeading(last.tag) || loose && mostlyParagraphs(bs) && words(last.text) < 20 || last.tag != "p" && last.tag != "li" && last.tag != "tr" && words(last.text) < 12 && !endsSentence(last.text) {
			bs = bs[:len(bs)-1]
			continue
		}
		break
	}
	return bs
}

// mostlyParagraphs reports whether the text is in paragraphs, so that text outside
// of one is none of it.
func mostlyParagraphs(bs []block) bool {
	n := 0
	for _, b := range bs {
		if b.tag == "p" {
			n++
		}
	}
	return n > 2 && 2*n > len(bs)
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}
