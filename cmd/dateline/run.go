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

var stageHelp = map[string]string{
	store.StageExtract:  "Read the articles out of pages",
	store.StageGroup:    "Find near-duplicates: copies of one text",
	store.StageAnnotate: "Find sentences and time expressions",
	store.StageMention:  "Find the story's actors, topics, amounts and cues",
	store.StageBuild:    "Merge dated statements into events",
}

// stageMore is what a reader of the help may want to know besides.
var stageMore = map[string]string{
	store.StageExtract: ` An article whose page does not tell
its day is dated by the articles that its site numbered before and after it
(…-2008-150528.html), where those rise with time: to the day, or between two
days.`,
}

// newStageCommands gives a command for each stage but the crawl.
func newStageCommands(s *settings) []*cobra.Command {
	var out []*cobra.Command
	for _, name := range stage.Order {
		out = append(out, &cobra.Command{
			Use:   name,
			Short: stageHelp[name],
			Long: stageHelp[name] + `.` + stageMore[name] + `

First finishes what earlier stages left undone, without fetching anything. What
is done already is not done again; it can be stopped and continued at any time.`,
			Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error {
				return s.withRun(cmd.Context(), name, func(db *store.DB, st news.Story) (string, error) {
					p := stage.New(db, st)
					bar := terminal.NewProgress(cmd.ErrOrStderr(), s.quiet)
					p.Tell = bar.Stage
					t, err := p.Through(cmd.Context(), name)
					bar.Done()
					if err != nil {
						return "", err
					}
					s.say(cmd.ErrOrStderr(), "%s", t)
					return t.String(), nil
				})
			},
		})
	}
	return out
}
