package story

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/seed-7461731f/dateline/store/news"
)

// OPML 2.0, http://opml.org/spec2.opml.

// WriteOPML writes the feeds of a story's sources as a subscription list, in the
// order of the sources, an outline a feed.
func WriteOPML(w io.Writer, s news.Story) error {
	type outline struct {
		Type     string `xml:"type,attr"`
		Text     string `xml:"text,attr"`
		Title    string `xml:"title,attr"`
		XMLURL   string `xml:"xmlUrl,attr"`
		HTMLURL  string `xml:"htmlUrl,attr,omitempty"`
		Language string `xml:"language,attr,omitempty"`
	}
	var doc struct {
		XMLName  xml.Name  `xml:"opml"`
		Version  string    `xml:"version,attr"`
		Title    string    `xml:"head>title"`
		Outlines []outline `xml:"body>outline"`
	}
	doc.Version, doc.Title = "2.0", oneText(s.Title)
	for _, x := range s.Sources {
		name := oneText(cmp.Or(x.Name, x.Host))
		for _, feed := range x.Feeds {
			doc.Outlines = append(doc.Outlines, outline{"rss", name, name, feed, x.Home, x.Language}) // "rss" for Atom too, as readers expect
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// maxFeeds and maxBytes bound what a list may hold; one of more is not one that
// somebody keeps.
const maxFeeds, maxBytes = 10000, 32 << 20

// ErrNoFeeds tells that a list holds no feed that could be asked.
var ErrNoFeeds = errors.New("no feed with an http or https address in it")

// ReadOPML reads a subscription list, as leniently as feed readers do: any
// version, nested folders, "title" for "text", any case of the attributes' names.
// It gives a source a host, in the order of the list, with the host's feeds;
// nobody has seen them answer, so each is Unverified too. skipped counts the
// outlines whose address is none. A list without a feed is ErrNoFeeds.
func ReadOPML(r io.Reader) (sources []news.Source, skipped int, err error) {
	dec := xml.NewDecoder(io.LimitReader(r, maxBytes))
	dec.Strict, dec.Entity, dec.CharsetReader = false, xml.HTMLEntity, decode
	list := subscriptions{at: map[string]int{}}
	for list.feeds < maxFeeds {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = list.token(tok)
		}
		if err != nil {
			return nil, 0, fmt.Errorf("not OPML: %w", err)
		}
	}
	if len(list.sources) == 0 {
		return nil, list.skipped, ErrNoFeeds
	}
	return list.sources, list.skipped, nil
}

// subscriptions are a list as it is read.
type subscriptions struct {
	sources        []news.Source
	at             map[string]int // in sources, by host
	feeds, skipped int
	begun          bool // the root was seen
}

func (l *subscriptions) token(tok xml.Token) error {
	e, ok := tok.(xml.StartElement)
	switch {
	case !ok:
	case !l.begun && !strings.EqualFold(e.Name.Local, "opml"):
		return fmt.Errorf("its root is <%s>", oneText(e.Name.Local))
	case !l.begun:
		l.begun = true
	case strings.EqualFold(e.Name.Local, "outline"):
		l.outline(attributes(e))
	}
	return nil
}

// outline adds the feed of an outline, if it has one, to the source of its host.
func (l *subscriptions) outline(o map[string]string) {
	if o["xmlurl"] == "" {
		return // a folder
	}
	src, feed := outlineSource(o)
	if src.Host == "" {
		l.skipped++
		return
	}
	i, known := l.at[src.Host]
	if !known {
		i = len(l.sources)
		l.at[src.Host], l.sources = i, append(l.sources, src)
	}
	if x := &l.sources[i]; !slices.Contains(x.Feeds, feed) {
		x.Feeds, x.Unverified = append(x.Feeds, feed), append(x.Unverified, feed)
		l.feeds++
	}
}

func decode(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, fmt.Errorf("encoding %q: %w", oneText(label), err)
	}
	return enc.NewDecoder().Reader(r), nil
}

// attributes are those of an outline, by their name in lower case.
func attributes(e xml.StartElement) map[string]string {
	out := map[string]string{}
	for _, a := range e.Attr {
		out[strings.ToLower(a.Name.Local)] = oneText(a.Value)
	}
	return out
}

// outlineSource is the source of an outline and the address of its feed; the
// source has no Host when that address is none.
func outlineSource(o map[string]string) (src news.Source, feed string) {
	u := webURL(o["xmlurl"])
	if u == nil {
		return src, ""
	}
	home := webURL(o["htmlurl"])
	if home == nil {
		home = &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}
	}
	host := strings.TrimPrefix(strings.ToLower(home.Hostname()), "www.")
	src = news.Source{Host: host, Name: cmp.Or(o["text"], o["title"], host), Home: home.String(), Kind: "publisher"}
	if languageForm.MatchString(o["language"]) {
		src.Language = o["language"]
	}
	return src, u.String()
}

var languageForm = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// webURL is an address that can be asked; nil when it is none. "feed:" is what
// some lists have for "https:".
func webURL(s string) *url.URL {
	if rest, ok := strings.CutPrefix(s, "feed://"); ok {
		s = "https://" + rest
	}
	u, err := url.Parse(strings.TrimPrefix(s, "feed:"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil
	}
	return u
}

// oneText is a stranger's text in one line, without what steers a terminal or
// turns the direction of a line.
func oneText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

// sourceLines are the lines of a source in a story file.
type sourceLines struct {
	Host       string   `yaml:"host"`
	Name       string   `yaml:"name"`
	Home       string   `yaml:"home"`
	Kind       string   `yaml:"kind"`
	Language   string   `yaml:"language,omitempty"`
	Country    string   `yaml:"country,omitempty"`
	Zone       string   `yaml:"zone,omitempty"`
	Feeds      []string `yaml:"feeds,omitempty"`
	Sitemaps   []string `yaml:"sitemaps,omitempty"`
	Sections   []string `yaml:"sections,omitempty"`
	Unverified []string `yaml:"unverified,omitempty"`
}

// WriteSources writes sources as the "sources" of a story file.
func WriteSources(w io.Writer, sources []news.Source) error {
	var doc struct {
		Sources []sourceLines `yaml:"sources"`
	}
	for _, x := range sources {
		doc.Sources = append(doc.Sources, sourceLines{x.Host, x.Name, x.Home, x.Kind, x.Language, x.Country, x.Zone, x.Feeds, x.Sitemaps, x.Sections, x.Unverified})
	}
	b, err := yaml.MarshalWithOptions(doc, yaml.IndentSequence(true))
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}
