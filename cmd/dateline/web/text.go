package web

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxQuote is how many characters of a sentence are shown where the archive is
// not: what a short quotation is.
const maxQuote = 280

// shortened cuts what an event quotes.
func shortened(e news.Event) news.Event {
	e.Evidence = slices.Clone(e.Evidence)
	for i := range e.Evidence {
		v := &e.Evidence[i]
		v.Quote, v.Title, v.AttributedTo = cut(v.Quote, maxQuote), cut(v.Title, maxQuote), cut(v.AttributedTo, maxQuote)
	}
	e.DeadlineHistory = slices.Clone(e.DeadlineHistory)
	for i := range e.DeadlineHistory {
		e.DeadlineHistory[i].Quote = cut(e.DeadlineHistory[i].Quote, maxQuote)
	}
	e.Amounts = slices.Clone(e.Amounts)
	for i := range e.Amounts {
		e.Amounts[i].Text = cut(e.Amounts[i].Text, maxQuote)
	}
	e.Conflicts = slices.Clone(e.Conflicts)
	for i := range e.Conflicts {
		c := &e.Conflicts[i]
		c.Value, c.Sources = cut(c.Value, maxQuote), slices.Clone(c.Sources)
		for j := range c.Sources {
			c.Sources[j] = cut(c.Sources[j], maxQuote)
		}
	}
	e.Headline, e.Summary = cut(e.Headline, maxQuote), cut(e.Summary, maxQuote)
	return e
}

// cut shortens s to so many characters, at a space where one is near.
func cut(s string, characters int) string {
	if utf8.RuneCountInString(s) <= characters {
		return s
	}
	runes := []rune(s)[:characters-1]
	if i := slices.IndexFunc(runes[len(runes)*3/4:], unicode.IsSpace); i >= 0 {
		for j := len(runes) - 1; j >= len(runes)*3/4; j-- {
			if unicode.IsSpace(runes[j]) {
				runes = runes[:j]
				break
			}
		}
	}
	return strings.TrimRightFunc(string(runes), unicode.IsSpace) + "…"
}

// plain is one line of a stranger's text as a page shows it: without controls,
// and without the marks that turn the direction of what follows them. The
// templates escape it.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\uFEFF':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

// link is s when it is an address that a reader may open, else "".
func link(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || plain(s) != s {
		return ""
	}
	return u.String()
}

// quoteLink is the address of an article that opens at the quote (WICG Text
// Fragments): a short quote whole, of a long one both ends.
func quoteLink(address, quote string) string {
	address = link(address)
	quote = plain(quote)
	if address == "" || quote == "" {
		return address
	}
	at := "#:~:text="
	if strings.Contains(address, "#") {
		at = ":~:text="
	}
	if len(quote) <= 90 {
		return address + at + escapeFragment(quote)
	}
	first, last := ends(quote)
	return address + at + escapeFragment(first) + "," + escapeFragment(last)
}

// ends gives the first and the last words of a quote: some 30 bytes each.
func ends(quote string) (first, last string) {
	const about = 30
	words := strings.Fields(quote)
	if len(words) < 6 { // no spaces between the words
		runes := []rune(quote)
		n := min(10, len(runes)/2)
		return string(runes[:n]), string(runes[len(runes)-n:])
	}
	i, j := 0, len(words)
	for ; i < len(words)/2 && len(first) < about; i++ {
		first = strings.TrimSpace(first + " " + words[i])
	}
	for ; j > i && len(last) < about; j-- {
		last = strings.TrimSpace(words[j-1] + " " + last)
	}
	return first, last
}

// escapeFragment escapes also what has a meaning in a text fragment: "-" and ",".
func escapeFragment(s string) string {
	s = strings.ReplaceAll(url.QueryEscape(s), "+", "%20")
	return strings.ReplaceAll(s, "-", "%2D")
}

// moment writes a printed date and time for a reader: "14 Aug 2020, 22:05 −04:00".
func moment(printed string) string {
	d, err := news.ParseDCT(printed)
	switch {
	case err != nil:
		return plain(printed)
	case !d.Known() && d.Earliest.Month() == d.Latest.Month() && printed != "":
		return d.Earliest.Format("Jan 2006")
	case !d.Known():
		return printed // a year, or nothing
	case d.Grain == news.GrainDay:
		return d.Time.Format("2 Jan 2006")
	}
	zone := d.Time.Format(" -07:00")
	if _, offset := d.Time.Zone(); offset == 0 {
		zone = " UTC"
	}
	if d.Zone == "" {
		zone = ""
	}
	return d.Time.Format("2 Jan 2006, 15:04") + strings.Replace(zone, "-", "−", 1)
}

// days writes an EDTF date for a reader: "13 Nov 2020 – 15 Nov 2020". What is no
// day stays as it is.
func days(edtf string) string {
	first, last, between := strings.Cut(edtf, "/")
	if !between {
		return moment(first)
	}
	return moment(first) + " – " + moment(last)
}

// datetime is a printed date when HTML takes it as one, else "".
func datetime(printed string) string {
	if _, err := news.ParseDCT(printed); err != nil {
		return ""
	}
	return printed
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

func sortedInts[V any](m map[int]V) []int {
	return slices.Sorted(maps.Keys(m))
}
