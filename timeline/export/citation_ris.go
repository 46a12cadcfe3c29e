package export

import (
	"bufio"
	"io"
	"time"
)

// writeRIS writes records of type NEWS (RIS Format Specifications, Research
// Information Systems), with the tags that reference managers read alike. Lines
// end in CRLF; no value holds a line end, so that none can pass for a tag.
func writeRIS(w io.Writer, list []citation) error {
	b := bufio.NewWriter(w)
	for _, c := range list {
		for _, f := range c.ris() {
			if f.value != "" {
				b.WriteString(f.tag + "  - " + f.value + "\r\n")
			}
		}
		b.WriteString("ER  - \r\n\r\n")
	}
	return b.Flush() // the error of any write before, too
}

type risField struct{ tag, value string }

func (c citation) ris() []risField {
	out := []risField{{"TY", "NEWS"}, {"ID", c.id}, {"TI", c.title}}
	for _, a := range c.authors {
		out = append(out, risField{"AU", a})
	}
	out = append(out, risField{"T2", c.work}, risField{"DA", risDay(c.published)})
	if !c.published.IsZero() {
		out = append(out, risField{"PY", c.published.Format("2006")})
	}
	out = append(out, risField{"LA", c.language}, risField{"UR", c.url})
	if c.url != "" {
		out = append(out, risField{"Y2", risDay(c.accessed)})
	}
	return append(out, risField{"N1", c.quote})
}

func risDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006/01/02")
}
