package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// Markdown writes a list, an item an event: its date, what kind of statement it
// is, its headline; then who reported it first, as a link where there is one,
// and how many did.
func Markdown(w io.Writer, events []news.Event) error {
	for _, e := range events {
		_, err := fmt.Fprintf(w, "- **%s** (%s) %s  \n  first: %s, %s\n", markdownText(e.When.EDTF), Standing(e), markdownText(title(e)), firstLink(e), Sources(e))
		if err != nil {
			return err
		}
	}
	return nil
}

// MarkdownQuotes is Markdown with every quote below its event, and its source.
// The quotation marks keep a dash or a number from beginning a list.
func MarkdownQuotes(w io.Writer, events []news.Event) error {
	for _, e := range events {
		if err := Markdown(w, []news.Event{e}); err != nil {
			return err
		}
		for _, v := range e.Evidence {
			if _, err := fmt.Fprintf(w, "\n  > “%s”\n  >\n  > — %s\n", markdownText(v.Quote), creditLink(v)); err != nil {
				return err
			}
		}
	}
	return nil
}

func creditLink(v news.Evidence) string {
	who := markdownText(cmp.Or(line(v.Name), line(v.Publisher), "unknown"))
	if at := webAddress(v.URL); at != "" {
		who = "[" + who + "](<" + at + ">)"
	}
	for _, more := range []string{markdownText(v.Published), markdownText(goneNote(v))} {
		if more != "" {
			who += ", " + more
		}
	}
	return who
}

func firstLink(e news.Event) string {
	name := markdownText(cmp.Or(line(e.FirstReport.Publisher), "unknown"))
	if at := webAddress(e.FirstReport.URL); at != "" {
		return "[" + name + "](<" + at + ">)" // webAddress leaves no angle bracket in it
	}
	return name
}

// markdownSpecial are the signs that start something within a line of
// CommonMark or of the tables, maths and templates that renderers add to it.
var markdownSpecial = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`,
	"~", `\~`, "$", `\$`, "{", `\{`, "}", `\}`, "!", `\!`, "&", `\&`, "#", `\#`)

func markdownText(s string) string { return markdownSpecial.Replace(line(s)) }
