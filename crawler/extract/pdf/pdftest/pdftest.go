// Package pdftest makes small PDF documents for tests.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A Line is a line of text and where it stands, in points from the lower left
// corner of a page of 612 by 792.
type Line struct {
	X, Y, Size float64
	Text       string
}

// Lines sets texts one below the other from the top of the page, 12 points
// high; an empty one leaves a gap.
func Lines(texts ...string) []Line {
	var out []Line
	for i, t := range texts {
		if t != "" {
			out = append(out, Line{72, 700 - 14*float64(i), 12, t})
		}
	}
	return out
}

// Make returns a document of the pages given. Info is the source of its info
// dictionary, such as "/Title (Order)"; "" for none.
func Make(info string, pages ...[]Line) []byte {
	m := maker{}
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 6+2*i))
	}
	m.object("<< /Type /Catalog /Pages 2 0 R >>")
	m.object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages)))
	m.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	m.object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>")
	m.object("<< " + info + " >>")
	for i, lines := range pages {
		m.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>", 7+2*i))
		s := content(lines)
		m.object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s))
	}
	return m.end()
}

func content(lines []Line) string {
	var b strings.Builder
	b.WriteString("BT\n")
	for _, l := range lines {
		font, text := "F1", "("+escape.Replace(l.Text)+")"
		if strings.ContainsFunc(l.Text, func(r rune) bool { return r >= 0x2E80 }) {
			font, text = "F2", "<"
			for _, u := range utf16.Encode([]rune(l.Text)) {
				text += fmt.Sprintf("%04X", u)
			}
			text += ">"
		}
		fmt.Fprintf(&b, "/%s %g Tf 1 0 0 1 %g %g Tm %s Tj\n", font, l.Size, l.X, l.Y, text)
	}
	b.WriteString("ET")
	return b.String()
}

var escape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

type maker struct {
	out bytes.Buffer
	at  []int
}

func (m *maker) object(body string) {
	if m.out.Len() == 0 {
		m.out.WriteString("%PDF-1.4\n")
	}
	m.at = append(m.at, m.out.Len())
	fmt.Fprintf(&m.out, "%d 0 obj\n%s\nendobj\n", len(m.at), body)
}

func (m *maker) end() []byte {
	start := m.out.Len()
	fmt.Fprintf(&m.out, "xref\n0 %d\n0000000000 65535 f \n", len(m.at)+1)
	for _, at := range m.at {
		fmt.Fprintf(&m.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&m.out, "trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(m.at)+1, start)
	return m.out.Bytes()
}
