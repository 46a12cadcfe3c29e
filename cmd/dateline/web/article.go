package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// An articleView is the archived text of an article.
type articleView struct {
	frame
	Headline, Lang, Language string
	Publisher, Byline        string
	Agency                   string
	Published, Datetime      string
	Method                   string // how the date of publication is known
	Fetched                  string
	SHA256                   string // of title and text
	Version                  int
	Stub                     bool
	Link                     string
	Paragraphs               []paragraph
	Events                   []item
	History                  []changeView // what its publisher changed, oldest first
}

type paragraph []sentenceView

// A sentenceView is a sentence and the events that quote it.
type sentenceView struct {
	N      int
	Text   string
	Events []item
}

// article answers with the archived text of an article, by its canonical URL.
func (s *server) article(ctx context.Context, r request) (answer, error) {
	if !s.ShowArchive {
		return answer{}, &problem{Status: http.StatusForbidden, Detail: "this server does not show whole articles: the texts belong to their publishers"}
	}
	address := r.query.Get("url")
	if address == "" {
		return answer{}, badParam("url", "want the canonical URL of an article")
	}
	a, err := s.Reader.Article(ctx, address)
	if errors.Is(err, store.ErrNotFound) {
		return answer{}, notFound("no article with this URL is archived")
	}
	if err != nil {
		return answer{}, err
	}
	p, err := s.Reader.Page(ctx, a.PageID)
	if err != nil {
		return answer{}, err
	}
	sentences, err := s.Reader.Sentences(ctx, a.ID)
	if err != nil {
		return answer{}, err
	}
	history, err := s.Reader.History(ctx, address)
	if err != nil {
		return answer{}, err
	}
	made, err := s.articleIn(r, a, p.FetchedAt, sentences, history)
	made.header = memento(a, p.FetchedAt)
	return made, err
}

// memento are the headers of an archived copy (RFC 7089).
func memento(a news.Article, fetched time.Time) http.Header {
	h := http.Header{}
	if !fetched.IsZero() {
		h.Set("Memento-Datetime", fetched.UTC().Format(http.TimeFormat))
	}
	if at := link(addressOf(a)); at != "" {
		h.Set("Link", "<"+at+`>; rel="original"`)
	}
	return h
}

func (s *server) articleIn(r request, a news.Article, fetched time.Time, sentences []news.Sentence, history []news.Change) (answer, error) {
	quoted := quotedBy(r.snap, a.URL)
	switch r.format {
	case "json":
		return jsonAnswer(newArticleForm(a, fetched, quoted))
	case "txt":
		return answer{kind: kindOf("txt"), body: []byte(a.Title + "\n\n" + a.Text + "\n")}, nil
	}
	v := articleView{frame: s.frame(r, plain(a.Title), []string{"json", "txt"}), Headline: plain(a.Title), Lang: languageTag(a.Language), Language: languageName(a.Language),
		Publisher: r.snap.name(a.Publisher), Byline: plain(a.Byline), Agency: plain(a.Agency), Published: moment(a.Published.Text()),
		Datetime: a.Published.Text(), Method: a.Published.Method, Fetched: clock(fetched), SHA256: a.SHA256, Version: a.Version, Stub: a.Stub, Link: link(addressOf(a))}
	view := func(events []*news.Event) (out []item) {
		for _, e := range events {
			out = append(out, s.item(r.snap, e))
		}
		return out
	}
	v.Events = view(quoted[0])
	for _, c := range history {
		v.History = append(v.History, s.articleChange(r.snap, c))
	}
	last := -1
	for _, x := range sentences {
		if x.Index == 0 || x.Start < 0 || x.Start > x.End || x.End > len(a.Text) {
			continue
		}
		if x.Paragraph != last {
			v.Paragraphs, last = append(v.Paragraphs, nil), x.Paragraph
		}
		p := &v.Paragraphs[len(v.Paragraphs)-1]
		*p = append(*p, sentenceView{x.Index, plain(a.Text[x.Start:x.End]), view(quoted[x.Index])})
	}
	if len(v.Paragraphs) == 0 { // not annotated yet
		for _, p := range strings.Split(a.Text, "\n\n") {
			v.Paragraphs = append(v.Paragraphs, paragraph{{Text: plain(p)}})
		}
	}
	return s.render("article", v)
}

// An articleForm is the JSON of an archived article. Fields may be added, never
// renamed.
type articleForm struct {
	URL       string         `json:"url"` // canonical
	Address   string         `json:"address"`
	Publisher string         `json:"publisher"`
	Title     string         `json:"title"`
	Authors   []string       `json:"authors"`
	Agency    string         `json:"agency"`
	Language  string         `json:"language"`
	Published string         `json:"published"`
	Method    string         `json:"published_method"`
	Fetched   string         `json:"fetched"` // RFC 3339
	Version   int            `json:"version"`
	SHA256    string         `json:"sha256"` // of title and text
	Stub      bool           `json:"stub"`   // the text is not whole
	Text      string         `json:"text"`
	Events    []sentenceForm `json:"events"` // that rest on it, by sentence
}

type sentenceForm struct {
	Sentence int    `json:"sentence"` // 0: the headline
	ID       string `json:"id"`       // of the event
}

func newArticleForm(a news.Article, fetched time.Time, quoted map[int][]*news.Event) articleForm {
	f := articleForm{a.URL, addressOf(a), a.Publisher, a.Title, append([]string{}, a.Authors...), a.Agency, a.Language, a.Published.Text(),
		a.Published.Method, stamp(fetched), a.Version, a.SHA256, a.Stub, a.Text, []sentenceForm{}}
	for _, n := range sortedInts(quoted) {
		for _, e := range quoted[n] {
			f.Events = append(f.Events, sentenceForm{n, e.ID})
		}
	}
	return f
}

// quotedBy are the events that rest on an article, by the number of the sentence.
func quotedBy(n *snapshot, article string) map[int][]*news.Event {
	out := map[int][]*news.Event{}
	for i := range n.events {
		e := &n.events[i]
		for _, v := range e.Evidence {
			if v.Article == article && !slices.ContainsFunc(out[v.Sentence], func(o *news.Event) bool { return o.ID == e.ID }) {
				out[v.Sentence] = append(out[v.Sentence], e)
			}
		}
	}
	return out
}
