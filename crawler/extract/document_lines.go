package extract

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/crawler/extract/pdf"
)

// edgeLines is how many lines at the top and the bottom of a page may be those
// that run along on every page.
const edgeLines = 3

var (
	digits = regexp.MustCompile(`\d+`)
	// A browser prints the address and the number of the page below it.
	printedFrom = regexp.MustCompile(`^(?:https?|file)://\S+\s+\d+/\d+$`)
	pageNumber  = regexp.MustCompile(`(?i)^[\s–—-]*(?:(?:page|seite|p\.|第)\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?\s*页?[\s–—-]*$`)
)

// dropRunning drops what stands at the edge of page after page, page numbers
// aside, and returns one of each of those lines: a court's stamp says when a
// document was filed.
func dropRunning(d pdf.Document) (kept []pdf.Line, running []string) {
	edge := edgesOf(d.Lines)
	seen := map[string]int{}
	for i, l := range d.Lines {
		if edge[i] {
			seen[digits.ReplaceAllString(l.Text, "#")]++
		}
	}
	told := map[string]bool{}
	for i, l := range d.Lines {
		k := digits.ReplaceAllString(l.Text, "#")
		switch {
		case !edge[i]:
			kept = append(kept, l)
		case pageNumber.MatchString(l.Text), printedFrom.MatchString(l.Text):
		case d.Pages > 1 && seen[k] > max(1, d.Pages/2) && !told[k]:
			told[k] = true
			running = append(running, l.Text)
		case !told[k]:
			kept = append(kept, l)
		}
	}
	return kept, running
}

// edgesOf tells which lines are among the highest and the lowest of their page,
// wherever they come in reading order.
func edgesOf(lines []pdf.Line) []bool {
	edge := make([]bool, len(lines))
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].Page == lines[from].Page {
			to++
		}
		order := make([]int, to-from)
		for i := range order {
			order[i] = from + i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch x, y := lines[a].Bottom, lines[b].Bottom; {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return 0
		})
		for i, at := range order {
			edge[at] = i < edgeLines || i >= len(order)-edgeLines
		}
		from = to
	}
	return edge
}

// A setting is how most of a document is set.
type setting struct {
	size, pitch float64 // of a line, and from line to line, in points
	left, right float64 // of the lines
}

func settingOf(lines []pdf.Line) setting {
	var s setting
	var sizes, lefts, rights []float64
	for _, l := range lines {
		sizes, lefts, rights = append(sizes, l.Size), append(lefts, l.Left), append(rights, l.Right)
	}
	s.size, s.left, s.right = quantile(sizes, 50), quantile(lefts, 25), quantile(rights, 85)
	// A line as long as the others is seldom the last of its paragraph, so the
	// one below it is as near as lines of a paragraph are.
	var pitches []float64
	for i, l := range lines[min(1, len(lines)):] {
		above := lines[i]
		if above.Page == l.Page && above.Bottom > l.Bottom && above.Right > s.right-0.1*(s.right-s.left) {
			pitches = append(pitches, above.Bottom-l.Bottom)
		}
	}
	s.pitch = max(0.9*s.size, quantile(pitches, 40))
	return s
}

func quantile(v []float64, percent int) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[min(len(v)-1, len(v)*percent/100)]
}

// joinLines joins the lines of a document to paragraphs. The tag of a block
// set larger than the text is h2, the largest of the first page h1.
func joinLines(lines []pdf.Line) []block {
	s := settingOf(lines)
	largest := largestOf(lines)
	var out []block
	for i, l := range lines {
		switch {
		case i > 0 && s.continues(lines[i-1], l, out[len(out)-1].text):
			b := &out[len(out)-1]
			b.text = joinText(b.text, l.Text)
		default:
			b := block{text: l.Text, tag: "p"}
			switch {
			case l.Size <= s.size*1.15:
			case l.Page == 0 && l.Size >= 0.9*largest:
				b.tag = "h1"
			default:
				b.tag = "h2"
			}
			out = append(out, b)
		}
	}
	for i := range out {
		out[i].text = strings.TrimSuffix(squash(out[i].text), "-")
		out[i].letters = letters(out[i].text)
	}
	return slices.DeleteFunc(out, func(b block) bool { return b.letters == 0 })
}

// largestOf is the size of the largest words of the first page.
func largestOf(lines []pdf.Line) float64 {
	largest := 0.0
	for _, l := range lines {
		if l.Page == 0 && letters(l.Text) > 3 {
			largest = max(largest, l.Size)
		}
	}
	return largest
}

var (
	softEnd   = "\u00ad"
	itemStart = regexp.MustCompile(`^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|[•▪●◦–-]\s|(?i:sec(?:tion)?\.?|art(?:ikel|icle|\.)?|§)\s*\d|第[一二三四五六七八九十百\d]+[条章]|[一二三四五六七八九十]+、)`)
)

// continues reports whether b goes on in the paragraph that a is the last line
// of, and that reads so far.
func (s setting) continues(a, b pdf.Line, soFar string) bool {
	width := s.right - s.left
	ended := endsSentence(a.Text)
	switch {
	case strings.HasSuffix(a.Text, softEnd):
		return true
	case a.Page != b.Page, b.Bottom > a.Bottom+s.pitch:
		// The next page or column: a sentence goes on there.
		return !ended && sameSize(a, b) && a.Right > s.right-0.15*width && !itemStart.MatchString(b.Text)
	case math.Abs(a.Bottom-b.Bottom) < s.size/3:
		return true // one line, set in parts
	case !sameSize(a, b), a.Bottom-b.Bottom > 1.35*s.lead(a), itemStart.MatchString(b.Text):
		return false
	case b.Left > a.Left+1.2*s.size && b.Left > s.left+1.2*s.size && ended:
		return false // indented
	case a.Right < s.right-0.2*width:
		// A short line ends its paragraph, unless all of it is short and centred.
		return !ended && (a.Size > s.size*1.15 || utf8.RuneCountInString(soFar) < 200 && s.centred(a, b))
	}
	return true
}

// centred reports whether two lines stand away from both margins, a from the right
// one by more than its paragraph's end would.
func (s setting) centred(a, b pdf.Line) bool {
	return b.Right < s.right-0.1*(s.right-s.left) && a.Left > s.left+s.size && b.Left > s.left+s.size
}

// lead is the distance to expect from one line of a's size to the next.
func (s setting) lead(a pdf.Line) float64 {
	return s.pitch * max(1, a.Size/s.size)
}

func sameSize(a, b pdf.Line) bool {
	return math.Abs(a.Size-b.Size) <= 0.1*max(a.Size, b.Size)
}

// joinText joins two lines: a word that was parted becomes whole, and between
// characters of a script without spaces there is none.
func joinText(a, b string) string {
	if rest, ok := strings.CutSuffix(a, softEnd); ok {
		before, _ := utf8.DecodeLastRuneInString(rest)
		next, _ := utf8.DecodeRuneInString(b)
		if unicode.IsLower(before) && unicode.IsLower(next) {
			return rest + b
		}
		return rest + "-" + b // "45-" and "day", "U.S.-" and "China"
	}
	before, _ := utf8.DecodeLastRuneInString(a)
	next, _ := utf8.DecodeRuneInString(b)
	if isWide(before) && isWide(next) {
		return a + b
	}
	return a + " " + b
}

func isWide(r rune) bool { return r >= 0x2E80 && !unicode.Is(unicode.Hangul, r) }

// The length of a title in words, and how far from the top it begins.
const (
	longestTitle = 45
	titleBlocks  = 8
)

// documentTitle takes the title off: what is set largest at the top, what the
// file calls itself if the top says so too, else the longest of the lines that
// are no sentence above the text.
func documentTitle(bs []block, info, linkTitle string) (string, []block) {
	if i := titleBlock(bs, key(info)); i >= 0 {
		return bs[i].text, slices.Delete(slices.Clone(bs), i, i+1)
	}
	for _, t := range []string{linkTitle, info} {
		if t = squash(head(t, maxTitle)); t != "" && !fileName.MatchString(t) {
			return t, bs
		}
	}
	if len(bs) > 0 {
		return head(bs[0].text, 120), bs
	}
	return "", bs
}

// titleBlock is the index of the block at the top that is the title: the one that
// has the key of what the file calls itself, else the largest; -1 for none.
func titleBlock(bs []block, info string) int {
	best := -1
	for i, b := range bs {
		if i >= titleBlocks || words(b.text) > longestTitle && b.tag != "h1" {
			break
		}
		switch {
		case !b.mayBeTitle():
		case info != "" && info == key(b.text):
			return i
		case best < 0 || b.titlesBefore(bs[best]):
			best = i
		}
	}
	if best >= 0 && bs[best].tag != "h1" && endsSentence(bs[best].text) {
		return -1
	}
	return best
}

// mayBeTitle reports whether a block is neither too long for a title nor a date.
func (b block) mayBeTitle() bool {
	_, rest, dated := findDate(b.text, false)
	return words(b.text) <= longestTitle && len(b.text) <= maxTitle && !(dated && words(rest) < 2)
}

// titlesBefore reports whether b, which comes later, is more of a title than a.
func (b block) titlesBefore(a block) bool {
	return b.tag == "h1" && a.tag != "h1" || b.tag == a.tag && !endsSentence(b.text) && words(b.text) > words(a.text)
}

// fileName matches what a program puts for a title.
var fileName = regexp.MustCompile(`(?i)\.(?:docx?|pdf|wpd|indd|rtf|odt|tex|html?)$|^microsoft word|^untitled|^\S+$`)
