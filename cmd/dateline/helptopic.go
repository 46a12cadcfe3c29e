package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/help"
	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
)

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
