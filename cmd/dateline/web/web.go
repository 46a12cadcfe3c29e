// Package web shows a timeline in a browser, and answers programs in JSON and
// feeds.
//
// In: GET requests, and a store to read from. Out: pages rendered here, without
// a script, a font or a picture from elsewhere; every page is there as JSON
// too. It writes nothing. Whatever a publisher wrote is text in every page.
//
// The events of the story are held in memory and read again after a build;
// rendered answers are kept until what they show has changed.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A Reader is what the pages read from; a *store.DB is one.
type Reader interface {
	DataVersion(ctx context.Context) (int64, error)
	Stamp(ctx context.Context, story string) (store.Stamp, error)
	Events(ctx context.Context, story string, q news.Query) ([]news.Event, error)
	Resolve(ctx context.Context, story string, q news.Query) (news.Query, error)
	RunBefore(ctx context.Context, story string, since news.LookBack) (int64, error)
	EventWords(ctx context.Context, story string) (*store.EventWords, error)
	EventIDs(ctx context.Context, story string) ([]news.EventID, error)
	Changes(ctx context.Context, story string, after int64) ([]news.Change, error)
	ArticleChanges(ctx context.Context, story string, after int64) ([]news.Change, error)
	History(ctx context.Context, url string) ([]news.Change, error)
	Contexts(ctx context.Context, e news.Event, around int) ([]store.Context, error)
	Runs(ctx context.Context, command string) ([]store.Run, error)
	Counts(ctx context.Context) (map[string]int64, error)
	SourceRuns(ctx context.Context, n int) ([]news.SourceRun, error)
	SearchAfter(ctx context.Context, typed, url string, limit int) ([]news.Article, error)
	Article(ctx context.Context, url string) (news.Article, error)
	Sentences(ctx context.Context, article int64) ([]news.Sentence, error)
	Page(ctx context.Context, id int64) (news.Page, error)
}

// A Config says what is shown to whom. Reader, Story and Now are needed.
type Config struct {
	Reader Reader
	Story  news.Story
	Now    func() time.Time

	// ShowArchive shows whole articles, and quotes in their context. Without it
	// quotes are cut: the texts belong to their publishers.
	ShowArchive bool
	// Loopback answers only requests for a name of this machine or for the host
	// of Public, so that a page elsewhere cannot read here under a name of its own.
	Loopback bool
	Public   *url.URL // where readers find the pages; nil: as each request says

	Reword  func([]news.Event)                      // picks headlines in the reader's language; nil: as built
	Suggest func(got string, known []string) string // says what an unknown value may have meant; nil: lists what is known
	Log     *slog.Logger                            // nil: slog.Default
}

// New reads the events of the story and returns the handler of all pages.
func New(ctx context.Context, cfg Config) (http.Handler, error) {
	s, err := newServer(cfg)
	if err != nil {
		return nil, err
	}
	if _, err := s.now(ctx); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	s.addPages(mux)
	if err := s.addAPI(mux); err != nil {
		return nil, err
	}
	if err := s.addStatic(mux); err != nil {
		return nil, err
	}
	return s.guard(mux), nil
}

func newServer(cfg Config) (*server, error) {
	if cfg.Log == nil {
		cfg.Log = slog.Default()
	}
	if cfg.Suggest == nil {
		cfg.Suggest = func(_ string, known []string) string { return "want one of " + strings.Join(known, ", ") }
	}
	templates, err := parseTemplates()
	if err != nil {
		return nil, err
	}
	return &server{Config: cfg, templates: templates, renderSlots: make(chan struct{}, renderers)}, nil
}
