package web

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// around is how many sentences of context stand on each side of a quote.
const around = 2

// maxOrigins is how many origins a page quotes in full; what only repeats is
// listed.
const maxOrigins = 40

// A quoteView is one piece of evidence as a page shows it.
type quoteView struct {
	N                     int // from 1: its place in the list
	Publisher, Host       string
	Published, Datetime   string
	Language, Lang        string
	Quote                 string
	Before, After         string
	Title                 string
	Link, Archive         string // "" none
	Credits, Agency, Rule string
	Fetched               string
	Says                  string // the date that it gives, where that is not the event's
	Address               string // without the quote, for print
	Gone                  string // day since which the page is not there any more
}

// An originView is the evidence that goes back to one word.
type originView struct {
	Name   string // "the word of Northwire"
	Quote  quoteView
	Others []quoteView
}

// A conflictView is a value that other sources give for the event.
type conflictView struct {
	Field, Ours, Theirs string
	Sources             []string
	Quotes              []quoteView // of those who give it
	OurQuotes           []quoteView
	Event               *item // which has their value; nil: none
}

// contexts reads the sentences around the evidence; none where the archive is
// not shown.
func (s *server) contexts(ctx context.Context, e *news.Event) ([]store.Context, error) {
	n := around
	if !s.ShowArchive {
		n = 0
	}
	return s.Reader.Contexts(ctx, *e, n)
}

func (s *server) quotes(n *snapshot, e *news.Event, contexts []store.Context) []quoteView {
	out := make([]quoteView, len(e.Evidence))
	for i, v := range e.Evidence {
		c := contexts[i]
		out[i] = quoteView{N: i + 1, Publisher: n.name(v.Publisher), Host: v.Publisher, Published: moment(v.Published), Datetime: datetime(v.Published),
			Language: languageName(v.Language), Lang: languageTag(v.Language), Quote: plain(v.Quote), Gone: moment(v.Gone),
			Before: plain(strings.Join(c.Before, " ")), After: plain(strings.Join(c.After, " ")), Title: plain(v.Title),
			Link: quoteLink(v.URL, v.Quote), Address: link(v.URL), Credits: plain(v.AttributedTo), Agency: plain(v.Agency), Rule: plain(v.Rule), Fetched: clock(v.Accessed)}
		if v.Date != e.When.EDTF {
			out[i].Says = days(v.Date)
		}
		if s.ShowArchive {
			out[i].Archive = fmt.Sprintf("/article?url=%s#s%d", url.QueryEscape(v.Article), v.Sentence)
		}
	}
	return out
}

// originsOf puts together what goes back to one word: to the medium it
// credits, to its agency, to one text in copies, or to its publisher. It is by
// this that independent sources are counted.
func originsOf(e *news.Event, contexts []store.Context, quotes []quoteView) (out []originView, more int) {
	at := map[string]int{}
	for i, v := range e.Evidence {
		key, name := "copies "+contexts[i].Original, ""
		switch {
		case v.AttributedTo != "":
			key, name = "publisher "+v.AttributedTo, "the word of "+plain(v.AttributedTo)
		case v.Agency != "":
			key, name = "agency "+strings.ToLower(v.Agency), "the agency "+plain(v.Agency)
		}
		if j, ok := at[key]; ok {
			out[j].Others = append(out[j].Others, quotes[i])
			out[j].Name = cmp.Or(out[j].Name, name)
			continue
		}
		at[key] = len(out)
		out = append(out, originView{Name: name, Quote: quotes[i]})
	}
	if len(out) > maxOrigins {
		return out[:maxOrigins], len(out) - maxOrigins
	}
	return out, 0
}

// conflicts sets what others say beside what the event says.
func (s *server) conflicts(n *snapshot, e *news.Event, quotes []quoteView) (out []conflictView) {
	for _, c := range e.Conflicts {
		v := conflictView{Field: plain(c.Field), Theirs: days(c.Value), Ours: days(e.When.EDTF)}
		if c.Field == "amount" {
			v.Theirs, v.Ours = plain(c.Value), ""
			if len(e.Amounts) > 0 {
				v.Ours = plain(e.Amounts[0].Text)
			}
		}
		for _, p := range c.Sources {
			v.Sources = append(v.Sources, n.name(p))
		}
		for _, q := range quotes {
			theirs := slices.Contains(c.Sources, q.Host)
			if said := e.Evidence[q.N-1].Date; c.Field == "date" && said != "" {
				theirs = said == c.Value
			}
			switch {
			case theirs && len(v.Quotes) < 3:
				v.Quotes = append(v.Quotes, q)
			case !theirs && len(v.OurQuotes) < 3:
				v.OurQuotes = append(v.OurQuotes, q)
			}
		}
		if other := n.toldBy(e, c); other != nil {
			i := s.item(n, other)
			v.Event = &i
		}
		out = append(out, v)
	}
	return out
}

// toldBy is the event of the same topic that has the value of a conflict, on the
// word of one of its sources; nil: there is none.
func (n *snapshot) toldBy(e *news.Event, c news.Conflict) *news.Event {
	for i := range n.events {
		other := &n.events[i]
		if other.ID != e.ID && other.Topic == e.Topic && other.When.EDTF == c.Value &&
			slices.ContainsFunc(other.Evidence, func(v news.Evidence) bool { return slices.Contains(c.Sources, v.Publisher) }) {
			return other
		}
	}
	return nil
}
