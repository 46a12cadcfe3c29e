package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/help"
	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
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

// newHelpCommand takes the place of cobra's: it knows topics beside commands.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [TOPIC or COMMAND]",
		Short: "Explain a topic or a command; without either, list the topics",
		Long: `Print the text on a topic, or the help of a command. Where both have the name, the
topic is printed; "dateline COMMAND --help" is always the command's.`,
		Example: "  dateline help\n  dateline help dates\n  dateline help export",
		ValidArgsFunction: func(_ *cobra.Command, args []string, begun string) (names []string, _ cobra.ShellCompDirective) {
			for _, name := range helpNames(root) {
				if len(args) == 0 && strings.HasPrefix(name, begun) {
					names = append(names, name)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listTopics(cmd.OutOrStdout())
			}
			if t, ok := help.Named(args[0]); ok && len(args) == 1 {
				_, err := io.WriteString(cmd.OutOrStdout(), t.Text)
				return err
			}
			found, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 || found == root {
				return usageErrorf("help %q: %s", strings.Join(args, " "), suggest.For(args[0], helpNames(root)))
			}
			found.InitDefaultHelpFlag()
			found.SetOut(cmd.OutOrStdout())
			return found.Help()
		},
	}
}

// helpNames are the names of all topics and commands.
func helpNames(root *cobra.Command) (names []string) {
	for _, t := range help.Topics() {
		names = append(names, t.Name)
	}
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// listTopics writes the topics, a line each.
func listTopics(w io.Writer) error {
	if _, err := fmt.Fprint(w, "Topics, for \"dateline help TOPIC\"; \"dateline --help\" lists the commands.\n\n"); err != nil {
		return err
	}
	for _, t := range help.Topics() {
		if _, err := fmt.Fprintf(w, "  %-13s  %s\n", t.Name, t.Summary()); err != nil {
			return err
		}
	}
	return nil
}
