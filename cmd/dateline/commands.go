package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// A group is a heading of the help, and the commands below it; each lives in a
// file of its own name.
type group struct {
	title    string
	commands []*cobra.Command
}

func groups(s *settings) []group {
	return []group{
		{"Begin:", []*cobra.Command{newDemoCommand(s), newRunCommand(s), newImportCommand(s)}},
		{"Ask the timeline:", []*cobra.Command{
			newTimelineCommand(s), newShowCommand(s), newDeadlinesCommand(s), newSearchCommand(s), newUnusedCommand(s), newDiffCommand(s), newExportCommand(s),
		}},
		{"One stage of a run at a time:", append([]*cobra.Command{newCrawlCommand(s)}, newStageCommands(s)...)},
		{"Show it:", []*cobra.Command{newServeCommand(s)}},
		{"Health:", []*cobra.Command{newStatusCommand(s), newSourcesCommand(s), newDoctorCommand(s)}},
		{"Without a database:", []*cobra.Command{
			newReadCommand(s), newTagCommand(s), newDigestCommand(s), newCanonCommand(s), newVersionCommand(s),
		}},
	}
}

// addCommands adds every subcommand to root, under its heading.
func addCommands(root *cobra.Command, s *settings) {
	for _, g := range groups(s) {
		root.AddGroup(&cobra.Group{ID: g.title, Title: g.title})
		for _, c := range g.commands {
			c.GroupID = g.title
			root.AddCommand(c)
		}
	}
}

// addCompletions tells the shell what the flags of a command and of all below
// it take, as far as that is a list.
func addCompletions(s *settings, cmd *cobra.Command) {
	for flag, list := range map[string]func(*cobra.Command) []string{
		"format": formatsOf,
		"cite":   always(export.CitationForms...),
		"since":  always("last-run", "today", "yesterday", "24h", "7d"),
		"story":  always(story.Names()...),
	} {
		if cmd.LocalFlags().Lookup(flag) != nil {
			complete(cmd, flag, list)
		}
	}
	for _, c := range cmd.Commands() {
		addCompletions(s, c)
	}
}

func always(list ...string) func(*cobra.Command) []string {
	return func(*cobra.Command) []string { return list }
}

// formatsOf are the formats of a command that answers a question.
func formatsOf(cmd *cobra.Command) []string {
	switch cmd.CommandPath() {
	case "dateline export":
		return exportNames()
	case "dateline sources":
		return append(slices.Clone(listFormats), "opml")
	}
	return listFormats
}

func complete(cmd *cobra.Command, flag string, list func(*cobra.Command) []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(at *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		fits := slices.DeleteFunc(slices.Clone(list(at)), func(v string) bool { return !strings.HasPrefix(v, begun) })
		return fits, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the flag is there, and is met once
	}
}

// valuesOf are the values of a parameter; those that a story names are missing
// when it cannot be read.
func (s *settings) valuesOf(p *news.Param) []string {
	st, err := s.loadStory()
	if err != nil {
		st = news.Story{}
	}
	return p.Values(st)
}
