package main

import "github.com/spf13/cobra"

// commands lists every subcommand; each lives in a file of its own name.
func commands(s *settings) []*cobra.Command {
	return []*cobra.Command{
		newTagCommand(s),
		newVersionCommand(s),
	}
}
