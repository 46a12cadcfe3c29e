package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

func newRunCommand(s *settings) *cobra.Command {
	var c crawlFlags
	var feed string
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Crawl, read, build and export: what a nightly timer starts",
		Long: `Crawl the story's sources on the live web, read the articles, build the
timeline and, with --feed, write it as a JSON Feed. Run it every night: it fetches
only what is new, and continues after any interruption.`,
		Example: "  dateline run --contact you@example.org --feed timeline.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withRun(cmd.Context(), "run", func(db *store.DB, st news.Story) (string, error) {
				cfg, err := c.config(s, st)
				if err != nil {
					return "", err
				}
				report, line, err := s.follow(cmd.Context(), db, st, cfg, cmd.ErrOrStderr())
				if err != nil {
					return "", err
				}
				verdict := sourcesVerdict(report)
				if feed != "" {
					err = s.writeFeed(cmd.Context(), db, st, feed)
				}
				return line, errors.Join(verdict, err)
			})
		},
	}
	c.add(cmd)
	cmd.Flags().StringVar(&feed, "feed", "", "file to write the timeline to, as a JSON Feed")
	return cmd
}

// follow crawls and then runs every stage.
func (s *settings) follow(ctx context.Context, db *store.DB, st news.Story, cfg crawler.Config, stderr io.Writer) (crawler.Report, string, error) {
	if err := db.SaveStory(ctx, st); err != nil {
		return crawler.Report{}, "", err
	}
	report, err := s.crawl(ctx, db, cfg, stderr)
	if err != nil {
		return report, "", err
	}
	p := stage.New(db, st)
	bar := terminal.NewProgress(stderr, s.quiet)
	p.Tell = bar.Stage
	t, err := p.Through(ctx, store.StageBuild)
	bar.Done()
	if err != nil {
		return report, "", err
	}
	s.say(stderr, "%s", t)
	return report, crawlLine(report) + "; " + t.String(), nil
}

func (s *settings) writeFeed(ctx context.Context, db *store.DB, st news.Story, path string) error {
	events, err := db.Events(ctx, st.ID, news.Query{})
	if err != nil {
		return err
	}
	f, err := feedOf(ctx, db, st, export.Feed{})
	if err != nil {
		return err
	}
	f.Newest(events)
	return writeTo(path, nil, func(w io.Writer) error { return export.JSONFeed(w, f, events) })
}
