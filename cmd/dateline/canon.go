package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/crawler/canon"
)

func newCanonCommand(*settings) *cobra.Command {
	return &cobra.Command{
		Use:   "canon URL...",
		Short: "Print the canonical form of URLs, one a line",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageErrorf("canon: name at least one URL")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			failed := false
			for _, raw := range args {
				u, err := canon.URL(raw, "")
				if err != nil {
					fmt.Fprintln(cmd.ErrOrStderr(), "dateline:", err)
					failed = true
					continue
				}
				if _, err := fmt.Fprintln(cmd.OutOrStdout(), u); err != nil {
					return err
				}
			}
			if failed {
				return exitError{exitFailed, nil} // each was reported where it happened
			}
			return nil
		},
	}
}
