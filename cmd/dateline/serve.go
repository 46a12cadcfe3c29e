package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
	"github.com/seed-7461731f/dateline/cmd/dateline/web"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// defaultListen is a port that no well-known service has.
const defaultListen = "localhost:8642"

// serveFlags say where the pages are shown, and how much of the archive.
type serveFlags struct {
	listen, public string
	showArchive    bool
}

func (f *serveFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.listen, "listen", defaultListen, "host and port; without a host, every network that the machine is on")
	cmd.Flags().StringVar(&f.public, "public-url", "", "address under which readers find the pages, behind a proxy")
	cmd.Flags().BoolVar(&f.showArchive, "show-archive", false, "show whole archived articles to readers on other machines too")
}

func newServeCommand(s *settings) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the timeline in a browser, with a JSON API and feeds",
		Long: `Show the timeline in a browser: events with every quoted sentence in its context,
deadlines, what is new, full text search and the health of the sources. Every
page is there as JSON too, every list as a feed; the API is under /api/v1.

It only reads; a crawl may run at the same time, and the pages follow it. It
listens on this machine alone unless --listen says otherwise. Readers on other
machines see short quotes and links: the texts belong to their publishers.
--show-archive shows them whole articles too. There is no login: whoever can
reach the address can read. Ctrl-C ends it.`,
		Example: `  dateline serve
  dateline serve --db dateline-demo.db --listen localhost:9000
  dateline serve --listen :8642                    # for the newsroom's network
  dateline serve --public-url https://timeline.example.org   # behind a proxy`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			public, err := f.check()
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				return s.serve(cmd.Context(), db, st, f, public, cmd.ErrOrStderr())
			})
		},
	}
	f.add(cmd)
	return cmd
}

// check reads the address of --public-url; nil when there is none.
func (f serveFlags) check() (*url.URL, error) {
	if f.public == "" {
		return nil, nil
	}
	u, err := url.Parse(f.public)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.Fragment != "" {
		return nil, usageErrorf("--public-url %q: want an address such as https://timeline.example.org, without a path", f.public)
	}
	return u, nil
}

// serve shows the pages until ctx ends.
func (s *settings) serve(ctx context.Context, db *store.DB, st news.Story, f serveFlags, public *url.URL, stderr io.Writer) error {
	listener, err := listen(ctx, f.listen)
	if err != nil {
		return err
	}
	return s.serveOn(ctx, listener, db, st, f, public, stderr)
}

// serveOn shows the pages on a listener, which it closes.
func (s *settings) serveOn(ctx context.Context, listener net.Listener, db *store.DB, st news.Story, f serveFlags, public *url.URL, stderr io.Writer) error {
	loopback := isLoopback(listener.Addr())
	handler, err := web.New(ctx, web.Config{Reader: db, Story: st, Now: time.Now, Loopback: loopback, Public: public,
		ShowArchive: f.showArchive || loopback && public == nil, Reword: func(events []news.Event) { s.reword(events, st) }, Suggest: suggest.For, Log: s.log})
	if err != nil {
		listener.Close()
		return err
	}
	s.say(stderr, "%s: http://%s (Ctrl-C ends it)", st.Title, shownAddress(listener.Addr(), f.listen))
	return serveUntil(ctx, listener, handler, s.log)
}

// listen opens the port; the error says what to do about one that is taken.
func listen(ctx context.Context, address string) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("--listen %s: the port is in use; name another, or port 0 for any free one", address)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("--listen %s: the port needs more rights; name one from 1024 up", address)
	case err != nil:
		return nil, usageErrorf("--listen %q: want host:port, such as localhost:8642 or :8642 (%w)", address, err)
	}
	return l, nil
}

func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// shownAddress is what a reader types: the host as it was named, and the port as
// it turned out.
func shownAddress(a net.Addr, asked string) string {
	host, _, err := net.SplitHostPort(asked)
	_, port, _ := net.SplitHostPort(a.String())
	if err != nil || host == "" {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// The patience of the server: nobody holds a connection by being slow.
const (
	headerTimeout = 10 * time.Second
	answerTimeout = time.Minute
	idleTimeout   = 2 * time.Minute
	endTimeout    = 5 * time.Second
)

// serveUntil serves until ctx ends, then lets the answers under way end.
func serveUntil(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: headerTimeout, WriteTimeout: answerTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug)}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTimeout)
	defer cancel()
	if err := server.Shutdown(end); err != nil {
		server.Close()
	}
	return nil
}
