package main

import "github.com/spf13/cobra"

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
			newTimelineCommand(s), newShowCommand(s), newDeadlinesCommand(s), newSearchCommand(s), newDiffCommand(s), newExportCommand(s),
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
