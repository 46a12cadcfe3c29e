package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

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
	for _, name := range stageOrder {
		out = append(out, &cobra.Command{
			Use:   name,
			Short: stageHelp[name],
			Long: stageHelp[name] + `.` + stageMore[name] + `

First finishes what earlier stages left undone, without fetching anything. What
is done already is not done again; it can be stopped and continued at any time.`,
			Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error {
				return s.withRun(cmd.Context(), name, func(db *store.DB, st news.Story) (string, error) {
					p := newPipeline(db, st)
					bar := s.progress(cmd.ErrOrStderr())
					p.tell = bar.stage
					t, err := p.through(cmd.Context(), name)
					bar.done()
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

// String tells what the stages did, in one line.
func (t tally) String() string {
	var parts []string
	add := func(n int, format string, args ...any) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(t.Pages, "%s read", plural(t.Pages, "page"))
	add(t.Articles, "%s new", plural(t.Articles, "article"))
	add(t.Changed, "%d changed", t.Changed)
	add(t.Problems, "%d no article", t.Problems)
	add(t.Undated, "%d of unknown date", t.Undated)
	add(t.Dated, "%d dated by their neighbours", t.Dated)
	add(t.Annotated, "%d annotated", t.Annotated)
	add(t.Mentioned, "%d searched for mentions", t.Mentioned)
	if t.Built {
		parts = append(parts, plural(t.Events, "event"))
	}
	if len(parts) == 0 {
		return "nothing to do"
	}
	return strings.Join(parts, ", ")
}
