package export

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
)

// atomFeed is an Atom feed (RFC 4287).
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Maker    atomMaker   `xml:"generator"`
	Entries  []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomMaker struct {
	URI  string `xml:"uri,attr"`
	Name string `xml:",chardata"`
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Type  string `xml:"type,attr,omitempty"`
	Title string `xml:"title,attr,omitempty"`
	Href  string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomEntry struct {
	Language   string         `xml:"xml:lang,attr,omitempty"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"` // plain text, as its missing type says
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    string         `xml:"content"`
}

// Atom writes the events as an Atom feed, one entry an event, in the given
// order. An entry leads to the event's page, or failing that to its first
// report; every source is a "via" link.
func Atom(w io.Writer, f Feed, events []news.Event) error {
	out := atomFeed{Language: f.language(), ID: f.id(), Title: line(f.Story.Title), Updated: stamp(f.lastUpdated(events)),
		Author: atomPerson{"Dateline"}, Maker: atomMaker{about, "Dateline"}, Links: f.atomLinks()}
	for _, e := range events {
		out.Entries = append(out.Entries, f.atomEntry(e))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (f Feed) atomLinks() []atomLink {
	links := []atomLink{
		{Rel: "self", Type: "application/atom+xml", Href: webAddress(f.Self)},
		{Rel: "alternate", Type: "text/html", Href: webAddress(f.Home)},
	}
	if f.First != "" {
		links = append(links, atomLink{Rel: "first", Type: "application/atom+xml", Href: webAddress(f.First)})
	}
	if f.Next != f.Self && f.Next != f.First {
		links = append(links, atomLink{Rel: "next", Type: "application/atom+xml", Href: webAddress(f.Next)})
	}
	return slices.DeleteFunc(links, func(l atomLink) bool { return l.Href == "" })
}

func (f Feed) atomEntry(e news.Event) atomEntry {
	out := atomEntry{Language: language(e), ID: f.itemID(e), Title: title(e), Updated: stamp(f.updated(e)), Links: f.entryLinks(e),
		Summary: line(e.Summary), Content: text(e)}
	if t, ok := instant(e.FirstReport.Published); ok {
		out.Published = stamp(t)
	}
	for _, t := range tags(e) {
		out.Categories = append(out.Categories, atomCategory{t})
	}
	return out
}

// entryLinks are the one alternate that the format allows, then each source
// once.
func (f Feed) entryLinks(e news.Event) []atomLink {
	var links []atomLink
	if at := cmp.Or(f.page(e), webAddress(e.FirstReport.URL)); at != "" {
		links = append(links, atomLink{Rel: "alternate", Href: at})
	}
	seen := map[string]bool{}
	for _, v := range e.Evidence {
		if at := webAddress(v.URL); at != "" && !seen[at] {
			seen[at] = true
			links = append(links, atomLink{Rel: "via", Title: line(v.Publisher), Href: at})
		}
	}
	return links
}
