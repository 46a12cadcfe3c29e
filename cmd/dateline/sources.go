package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

func newSourcesCommand(s *settings) *cobra.Command {
	var fields string
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "List the story's sources; 'sources check' asks each what it gives",
		Long: `List the story's sources. Beside the usual formats there is opml, the
subscription list that feed readers exchange; "sources import" reads one.`,
		Example: `  dateline sources --format csv --fields host,name,feeds
  dateline sources --format opml > feeds.opml
  dateline sources import feeds.opml > sources.yaml
  dateline sources check --contact you@example.org`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := s.checkFormat(append(slices.Clone(listFormats), "opml")); err != nil {
				return err
			}
			st, err := s.loadStory()
			if err != nil {
				return err
			}
			if s.format == "opml" && fields == "" {
				return story.WriteOPML(cmd.OutOrStdout(), st)
			}
			write, err := lister(s, fields, listing[news.Source, sourceForm]{form: newSourceForm, table: writeSources})
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), st.Sources)
		},
	}
	addFields(cmd, &fields)
	cmd.AddCommand(newSourcesCheckCommand(s), newSourcesDroppedCommand(s), newSourcesImportCommand(s))
	return cmd
}

// sourceForm is the JSON of a source.
type sourceForm struct {
	Host       string   `json:"host"`
	Name       string   `json:"name"`
	Home       string   `json:"home"`
	Kind       string   `json:"kind"`
	Language   string   `json:"language"`
	Country    string   `json:"country"`
	Zone       string   `json:"zone"`
	Feeds      []string `json:"feeds"`
	Sitemaps   []string `json:"sitemaps"`
	Sections   []string `json:"sections"`
	Archives   []string `json:"archives"`
	Wayback    []string `json:"wayback"`
	Register   []string `json:"federal_register"`
	Unverified []string `json:"unverified"`
	Delay      string   `json:"delay"` // between requests, as in the story file; "" the crawler's default
}

func newSourceForm(x news.Source) sourceForm {
	f := sourceForm{x.Host, x.Name, x.Home, x.Kind, x.Language, x.Country, x.Zone,
		orEmpty(x.Feeds), orEmpty(x.Sitemaps), orEmpty(x.Sections), orEmpty(x.Archives), orEmpty(x.Wayback), orEmpty(x.Register), orEmpty(x.Unverified), ""}
	if x.Delay > 0 {
		f.Delay = x.Delay.String()
	}
	return f
}

// orEmpty makes an absent list an empty JSON array rather than null.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func writeSources(w io.Writer, sources []news.Source, width int) error {
	for _, x := range sources {
		note := fmt.Sprintf("%d feeds, %d sitemaps, %d sections", len(x.Feeds), len(x.Sitemaps), len(x.Sections))
		if n := len(x.Archives) + len(x.Wayback) + len(x.Register); n > 0 {
			note += fmt.Sprintf(", %d archives", n)
		}
		if len(x.Unverified) > 0 {
			note += fmt.Sprintf(", %d unverified", len(x.Unverified))
		}
		if _, err := fmt.Fprintln(w, terminal.Cut(fmt.Sprintf("%-24s %-2s %-2s %-10s %s", x.Host, x.Language, x.Country, x.Kind, note), width)); err != nil {
			return err
		}
	}
	return nil
}

func newSourcesImportCommand(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Turn an OPML subscription list into the sources of a story file",
		Long: `Read an OPML subscription list and print its feeds as the "sources" of a story
file, a source a host, to be pasted into it. Hosts that are among the sources of
--story are left out. FILE - is stdin.`,
		Example: "  dateline sources import feeds.opml > sources.yaml\n  dateline sources import feeds.opml --story mine.yaml   # only what it lacks",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := s.loadStory()
			if err != nil {
				return err
			}
			list, skipped, err := readSubscriptions(args[0], cmd.InOrStdin())
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			n := len(list)
			fresh := newSources(list, st.Sources)
			s.say(cmd.ErrOrStderr(), "sources: %d new, %d in the story already; %d outlines without an address to ask", len(fresh), n-len(fresh), skipped)
			if len(fresh) == 0 {
				return nil
			}
			return story.WriteSources(cmd.OutOrStdout(), fresh)
		},
	}
}

func readSubscriptions(name string, stdin io.Reader) ([]news.Source, int, error) {
	if name == "-" {
		return story.ReadOPML(stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, errors.Unwrap(err)
	}
	defer f.Close()
	return story.ReadOPML(f)
}

// newSources are the sources of a list whose host is not known.
func newSources(list, known []news.Source) []news.Source {
	return slices.DeleteFunc(list, func(x news.Source) bool {
		return slices.ContainsFunc(known, func(k news.Source) bool { return k.Host == x.Host })
	})
}
