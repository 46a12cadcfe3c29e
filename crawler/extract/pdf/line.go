package pdf

import (
	"errors"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// A reader reads the pages of a document character by character: PDFium puts them in
// reading order and says where a word and a line end.
type reader struct {
	in       pdfium.Pdfium
	document references.FPDF_DOCUMENT
	lines    []Line
	runes    int
	failed   int // pages that could not be read

	text        references.FPDF_TEXTPAGE
	number      int
	line        strings.Builder
	first, last int // characters of the line that can be seen; first < 0: none
}

// What PDFium puts for the end of a line, and for a hyphen there.
const (
	hyphenMark = '\x02'
	softHyphen = "\u00ad"
)

// page adds the lines of one page. A page that cannot be read is counted and
// has none.
func (r *reader) page(i int) error {
	page, err := r.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.document, Index: i})
	if err != nil {
		r.failed++
		return nil
	}
	defer r.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	text, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		r.failed++
		return nil
	}
	defer r.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		r.failed++
		return nil
	}
	if r.runes += count.Count; r.runes > maxRunes {
		return ErrLong
	}
	r.text, r.number, r.first = text.TextPage, i, -1
	return r.signs(count.Count)
}

func (r *reader) signs(n int) error {
	for at := range n {
		sign, err := r.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: at})
		if err != nil {
			return errors.Join(ErrBroken, err)
		}
		switch u := rune(sign.Unicode); {
		case u == '\n' || u == '\r':
			r.end()
		case u == hyphenMark || u == 0xFFFE:
			r.line.WriteString(softHyphen)
			r.end()
		case u <= ' ' || u == 0xA0:
			r.line.WriteByte(' ')
		default:
			r.line.WriteRune(u)
			if r.last = at; r.first < 0 {
				r.first = at
			}
		}
	}
	r.end()
	return nil
}

func (r *reader) end() {
	s := strings.Join(strings.Fields(strings.ToValidUTF8(r.line.String(), "")), " ")
	if r.first >= 0 && s != "" {
		l := Line{Text: s, Page: r.number}
		if box, ok := r.box(r.first); ok {
			l.Left, l.Bottom, l.Size = box.left, box.bottom, box.top-box.bottom
			l.Right = box.right
		}
		if box, ok := r.box(r.last); ok {
			l.Right = box.right
		}
		r.lines = append(r.lines, l)
	}
	r.line.Reset()
	r.first = -1
}

type box struct{ left, right, bottom, top float64 }

// box is the place of a character with the space that its font gives every one, so
// that all of a line are equally high.
func (r *reader) box(at int) (box, bool) {
	b, err := r.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: at})
	if err != nil {
		return box{}, false
	}
	return box{float64(b.Rect.Left), float64(b.Rect.Right), float64(b.Rect.Bottom), float64(b.Rect.Top)}, true
}
