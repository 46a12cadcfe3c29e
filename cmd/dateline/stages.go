package main

import (
	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
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
