package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/demo"
	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// demoEvents is how many events the demo prints on a terminal: the best, in
// order of date.
const demoEvents = 25

func newDemoCommand(s *settings) *cobra.Command {
	var show bool
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "See it all work on bundled news sites, without a network",
		Long: `Serve a small bundled web of news sites on loopback, crawl it with the real
crawler, build the timeline into dateline-demo.db (or --db) and print it. The
sites have two nights: run the demo again to crawl the second one, with new,
edited, moved and removed articles. After that nothing is new.

With --serve the timeline is shown in a browser instead, until Ctrl-C; "dateline
serve" says more.`,
		Example: `  dateline demo
  dateline demo --serve`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !cmd.Flags().Changed("db") {
				s.db = "dateline-demo.db"
			}
			write, err := s.eventWriter("")
			if err != nil {
				return err
			}
			if show {
				return s.demoServe(cmd.Context(), f, cmd.ErrOrStderr())
			}
			return s.withRun(cmd.Context(), "demo", func(db *store.DB, _ news.Story) (string, error) {
				line, err := s.demoNight(cmd.Context(), db, cmd.ErrOrStderr())
				if err != nil {
					return "", err
				}
				if err := s.demoTimeline(cmd.Context(), db, write, cmd.OutOrStdout(), cmd.ErrOrStderr()); err != nil {
					return "", err
				}
				return line, s.demoNext(cmd.Context(), db, cmd.ErrOrStderr())
			})
		},
	}
	cmd.Flags().BoolVar(&show, "serve", false, "show it in a browser instead of printing it")
	cmd.Flags().StringVar(&f.listen, "listen", defaultListen, "with --serve: host and port")
	return cmd
}

// demoServe crawls a night, then shows what came of it.
func (s *settings) demoServe(ctx context.Context, f serveFlags, stderr io.Writer) error {
	listener, err := listen(ctx, f.listen) // before the work: a port that is taken is known at once
	if err != nil {
		return err
	}
	err = s.withRun(ctx, "demo", func(db *store.DB, _ news.Story) (string, error) { return s.demoNight(ctx, db, stderr) })
	if err != nil {
		listener.Close()
		return err
	}
	return s.withStore(ctx, func(db *store.DB, _ news.Story) error {
		st, err := s.demoStory()
		if err != nil {
			listener.Close()
			return err
		}
		return s.serveOn(ctx, listener, db, st, f, nil, stderr)
	})
}

// demoStory is the bundled story, for readers of --lang.
func (s *settings) demoStory() (news.Story, error) {
	st, err := demo.Story()
	if err == nil && s.lang != "" {
		st.Languages = append([]string{s.lang}, st.Languages...)
	}
	return st, err
}

// demoNight crawls the night that comes after those already crawled.
func (s *settings) demoNight(ctx context.Context, db *store.DB, stderr io.Writer) (string, error) {
	before, err := db.Runs(ctx, "demo")
	if err != nil {
		return "", err
	}
	night := len(before) + 1
	st, err := demo.Story()
	if err != nil {
		return "", err
	}
	web, err := demo.New(min(night, demo.Nights))
	if err != nil {
		return "", err
	}
	s.say(stderr, "night %d of the bundled web: %d sites on loopback", night, web.Hosts())
	addr, stop, err := serveSites(ctx, web)
	if err != nil {
		return "", err
	}
	defer stop()
	_, line, err := s.follow(ctx, db, st, demoConfig(st, night, addr), stderr)
	return line, err
}

// demoConfig crawls the bundled web: every host is the one server on loopback,
// the clock shows the night, and no host needs sparing.
func demoConfig(st news.Story, night int, addr string) crawler.Config {
	dialer := &net.Dialer{}
	return crawler.Config{
		Sources: st.Sources, Contact: "https://dateline.example/demo", AllowPrivate: true, Relevant: relevant(st),
		Backoff: 10 * time.Millisecond,
		Now:     func() time.Time { return demo.Now(night) },
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return dialer.DialContext(ctx, network, addr)
		},
	}
}

// serveSites shows a handler on a loopback port until stop is called.
func serveSites(ctx context.Context, h http.Handler) (addr string, stop func(), err error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("demo sites: %w", err)
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go server.Serve(l)
	return l.Addr().String(), func() { server.Close() }, nil
}

// demoTimeline prints all events, or on a terminal's table the best of them.
func (s *settings) demoTimeline(ctx context.Context, db *store.DB, write func(io.Writer, []news.Event) error, stdout, stderr io.Writer) error {
	st, err := s.demoStory()
	if err != nil {
		return err
	}
	query := news.Query{}
	if s.format == "table" {
		query = news.Query{Order: news.ByScore, Limit: demoEvents}
	}
	events, err := db.Events(ctx, st.ID, query)
	if err != nil {
		return err
	}
	slices.SortStableFunc(events, func(a, b news.Event) int {
		return cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(a.Headline, b.Headline))
	})
	s.reword(events, st)
	if err := write(stdout, events); err != nil || s.format != "table" {
		return err
	}
	s.say(stderr, `
These are the %d events told by most sources. All of them, and more:
  dateline timeline --db %s
  dateline timeline --db %[2]s --actor oracle --from 2020-09
  dateline show ID --db %[2]s --why
  dateline search Ausfuhrregeln --db %[2]s
  dateline serve --db %[2]s                     # in a browser`, len(events), s.db)
	return nil
}

// demoNext tells that there is another night, while there is one.
func (s *settings) demoNext(ctx context.Context, db *store.DB, stderr io.Writer) error {
	before, err := db.Runs(ctx, "demo")
	if err == nil && len(before)+1 < demo.Nights {
		s.say(stderr, "Run the demo again for the second night: new, edited, moved and removed articles.")
	}
	return err
}
