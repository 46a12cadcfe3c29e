package main

import "github.com/spf13/cobra"

// commands lists every subcommand; each lives in a file of its own name.
func commands(s *settings) []*cobra.Command {
	list := []*cobra.Command{
		newDemoCommand(s),
		newRunCommand(s),
		newCrawlCommand(s),
		newImportCommand(s),
		newTimelineCommand(s),
		newShowCommand(s),
		newSearchCommand(s),
		newExportCommand(s),
		newStatusCommand(s),
		newSourcesCommand(s),
		newDoctorCommand(s),
		newReadCommand(s),
		newTagCommand(s),
		newDigestCommand(s),
		newCanonCommand(s),
		newVersionCommand(s),
	}
	return append(list, newStageCommands(s)...)
}
