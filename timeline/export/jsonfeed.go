package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"github.com/seed-7461731f/dateline/store/news"
)

// jsonFeed is a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
type jsonFeed struct {
	Version  string         `json:"version"`
	Title    string         `json:"title"`
	Home     string         `json:"home_page_url,omitempty"`
	Self     string         `json:"feed_url,omitempty"`
	Next     string         `json:"next_url,omitempty"`
	Language string         `json:"language,omitempty"`
	Expired  bool           `json:"expired,omitempty"`
	Dateline feedExtension  `json:"_dateline"`
	Items    []jsonFeedItem `json:"items"` // the last member: JSONFeed writes it
}

type feedExtension struct {
	About string `json:"about"`
	Story string `json:"story"`
}

type jsonFeedItem struct {
	ID            string   `json:"id"`
	URL           string   `json:"url,omitempty"`
	ExternalURL   string   `json:"external_url,omitempty"`
	Title         string   `json:"title"`
	ContentText   string   `json:"content_text"`
	Summary       string   `json:"summary,omitempty"`
	DatePublished string   `json:"date_published,omitempty"` // RFC 3339
	DateModified  string   `json:"date_modified,omitempty"`  // RFC 3339
	Language      string   `json:"language,omitempty"`
	Tags          []string `json:"tags,omitempty"`
	Dateline      Event    `json:"_dateline"`
}

// JSONFeed writes the events as a JSON Feed 1.1, one item an event, in the
// given order, an item a line. The event itself, with its own date and its
// evidence word for word, is under "_dateline".
func JSONFeed(w io.Writer, f Feed, events []news.Event) error {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: line(f.Story.Title), Home: webAddress(f.Home), Self: webAddress(cmp.Or(f.First, f.Self)), // names the feed, on every page
		Language: f.language(), Expired: f.Closed, Dateline: feedExtension{about, f.Story.ID}, Items: []jsonFeedItem{}}
	if f.Next != f.Self && f.Next != f.First { // a page that follows itself would be read for ever
		out.Next = webAddress(f.Next)
	}
	head, err := compact(out)
	if err != nil {
		return err
	}
	b := bytes.NewBuffer(bytes.TrimSuffix(head, []byte("]}\n")))
	for i, e := range events {
		item, err := compact(f.jsonItem(e))
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(bytes.TrimSuffix(item, []byte("\n")))
	}
	b.WriteString("]}\n")
	_, err = w.Write(b.Bytes())
	return err
}

// compact is v as a line of JSON with its text left readable.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

func (f Feed) jsonItem(e news.Event) jsonFeedItem {
	it := jsonFeedItem{ID: f.itemID(e), URL: f.page(e), ExternalURL: webAddress(e.FirstReport.URL), Title: title(e), ContentText: text(e),
		Summary: line(e.Summary), Language: language(e), Tags: tags(e), Dateline: NewEvent(e)}
	if t, ok := instant(e.FirstReport.Published); ok {
		it.DatePublished = stamp(t)
	}
	if r, ok := f.Revisions[e.ID]; ok {
		it.DateModified = stamp(r.At)
	}
	return it
}
