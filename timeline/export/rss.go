package export

import (
	"cmp"
	"encoding/xml"
	"io"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// rss is an RSS 2.0 feed.
type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Links       []rssLink // to itself and the next page (RFC 5005)
	Description string    `xml:"description"`
	Language    string    `xml:"language,omitempty"`
	Built       string    `xml:"lastBuildDate"`
	Maker       string    `xml:"generator"`
	Items       []rssItem `xml:"item"`
}

type rssLink struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom link"`
	atomLink
}

type rssItem struct {
	Title       string   `xml:"title"`
	Link        string   `xml:"link,omitempty"`
	Description string   `xml:"description"` // HTML, as readers take it
	Categories  []string `xml:"category"`
	GUID        rssGUID  `xml:"guid"`
	Published   string   `xml:"pubDate"`
}

type rssGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

// RSS writes the events as an RSS 2.0 feed, for programs that read no other, one
// item an event, in the given order. RSS knows one date of an item: that on which
// the event last changed.
func RSS(w io.Writer, f Feed, events []news.Event) error {
	title := line(f.Story.Title)
	out := rss{Version: "2.0", Channel: rssChannel{Title: title, Link: cmp.Or(webAddress(f.Home), about), Description: "Events of the story “" + title + "”, with who told them",
		Language: f.language(), Built: f.lastUpdated(events).Format(time.RFC1123Z), Maker: "Dateline"}}
	for _, l := range f.atomLinks() {
		if l.Rel != "alternate" {
			l.Type = "application/rss+xml"
			out.Channel.Links = append(out.Channel.Links, rssLink{atomLink: l})
		}
	}
	for _, e := range events {
		out.Channel.Items = append(out.Channel.Items, f.rssItem(e))
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

func (f Feed) rssItem(e news.Event) rssItem {
	lines := strings.Split(text(e), "\n")
	for i, l := range lines {
		lines[i] = escape(l)
	}
	return rssItem{Title: title(e), Link: cmp.Or(f.page(e), webAddress(e.FirstReport.URL)), Description: strings.Join(lines, "<br>\n"),
		Categories: tags(e), GUID: rssGUID{Value: f.itemID(e)}, Published: f.updated(e).Format(time.RFC1123Z)}
}
