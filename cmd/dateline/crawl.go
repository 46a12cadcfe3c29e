package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// crawlFlags are the settings of a crawl.
type crawlFlags struct {
	contact string
	delay   time.Duration
	max     int
	sources []string
	obey    bool
}

func (c *crawlFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.contact, "contact", "", "address or URL for publishers, sent with every request")
	f.DurationVar(&c.delay, "delay", 2*time.Second, "between two requests to one host; a publisher's own wish can only lengthen it")
	f.IntVar(&c.max, "max-pages", 0, "at most so many pages a source; 0 is all")
	f.BoolVar(&c.obey, "obey-opt-out", false, "leave out articles whose publisher opts out of indexing, archiving or text mining")
	f.StringSliceVar(&c.sources, "source", nil, "only these sources, by host")
}

// config makes the crawler's configuration for a story.
func (c *crawlFlags) config(s *settings, st news.Story) (crawler.Config, error) {
	if c.delay < 0 || c.max < 0 {
		return crawler.Config{}, usageErrorf("--delay and --max-pages: want 0 or more")
	}
	sources, err := c.pick(st.Sources)
	if err != nil {
		return crawler.Config{}, err
	}
	return crawler.Config{Sources: sources, Contact: c.contact, Delay: c.delay, MaxPages: c.max,
		Proxy: http.ProxyFromEnvironment, Dial: s.dial, Relevant: relevant(st), Within: st.Within, ObeyOptOut: c.obey}, nil
}

func (c *crawlFlags) pick(all []news.Source) ([]news.Source, error) {
	var out []news.Source
	var hosts []string
	want := map[string]bool{}
	for _, h := range c.sources {
		want[h] = true
	}
	for _, s := range all {
		hosts = append(hosts, s.Host)
		if len(s.Feeds)+len(s.Sitemaps)+len(s.Sections)+len(s.Archives)+len(s.Wayback)+len(s.Register) == 0 {
			continue
		}
		if len(want) == 0 || want[s.Host] {
			out = append(out, s)
			delete(want, s.Host)
		}
	}
	for _, h := range c.sources {
		if want[h] {
			return nil, usageErrorf("--source %q: %s", h, suggest.For(h, hosts))
		}
	}
	if len(out) == 0 {
		return nil, usageErrorf("story: no source has a feed, a sitemap, a section page or an archive")
	}
	return out, nil
}

// relevant reports, before it is fetched, whether an article may belong to the
// story: its title or its address holds a term, or names an actor. Without a
// title, and with an address that has no words, it cannot know and says yes;
// official and primary sources, which publish little and title it soberly, are
// read whole.
func relevant(st news.Story) func(title, url string) bool {
	terms, whole := namesOf(st), map[string]bool{}
	for _, s := range st.Sources {
		whole[s.Host] = s.Kind == "official" || s.Kind == "primary"
	}
	return func(title, url string) bool {
		if whole[canon.Host(url)] {
			return true
		}
		url, title = strings.ToLower(url), strings.ToLower(title)
		words := strings.NewReplacer("-", " ", "_", " ", "/", " ", "+", " ").Replace(url)
		for _, t := range terms {
			if strings.Contains(title, t) || strings.Contains(words, t) || strings.Contains(words, strings.ReplaceAll(t, " ", "")) {
				return true
			}
		}
		return title == "" && !wordy(url)
	}
}

// namesOf are the terms of a story and the names of its actors, in lower case;
// without places and media, which stand in half of all titles.
func namesOf(st news.Story) (names []string) {
	for _, t := range st.Terms {
		names = append(names, strings.ToLower(strings.TrimSuffix(t.Text, "*")))
	}
	for _, a := range st.Actors {
		if a.Kind == "place" || a.Kind == "media" {
			continue
		}
		for _, list := range a.Names {
			for _, n := range list {
				names = append(names, strings.ToLower(n))
			}
		}
		for _, x := range a.Ambiguous {
			names = append(names, strings.ToLower(x.Name))
		}
	}
	return names
}

// wordy reports whether the last part of a path is made of words: three or more,
// joined by dashes.
func wordy(url string) bool {
	path := strings.TrimSuffix(url, "/")
	return strings.Count(path[strings.LastIndexByte(path, '/')+1:], "-") >= 2
}

func newCrawlCommand(s *settings) *cobra.Command {
	var c crawlFlags
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "crawl",
		Short: "Fetch what is new at the story's sources",
		Long: `Fetch what is new at the story's sources: feeds, news sitemaps and topic pages
first, then the articles they name. robots.txt is obeyed, one request a host at
a time. It can be stopped at any moment and continued.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withRun(cmd.Context(), "crawl", func(db *store.DB, st news.Story) (string, error) {
				cfg, err := c.config(s, st)
				if err != nil {
					return "", err
				}
				if dryRun {
					return "plan only", writePlan(cmd.Context(), cmd.OutOrStdout(), db, cfg)
				}
				report, err := s.crawl(cmd.Context(), db, cfg, cmd.ErrOrStderr())
				if err != nil {
					return "", err
				}
				return crawlLine(report), sourcesVerdict(report)
			})
		},
	}
	c.add(cmd)
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "print what would be fetched, and how long it would take, without a request")
	return cmd
}

// writePlan prints what a crawl would fetch, as far as is known before.
func writePlan(ctx context.Context, w io.Writer, db *store.DB, cfg crawler.Config) error {
	plans, whole, err := crawler.Plan(ctx, db, cfg)
	if err != nil {
		return err
	}
	urls := 0
	for _, p := range plans {
		urls += len(p.URLs)
		fmt.Fprintf(w, "%s: %d addresses at %s, %s between requests, about %s\n", p.Source, len(p.URLs), strings.Join(p.Hosts, ", "), p.Delay, p.Expected.Round(time.Second))
		for _, u := range p.URLs {
			fmt.Fprintln(w, "    "+u)
		}
		for _, u := range p.Forbidden {
			fmt.Fprintln(w, "    not allowed by robots.txt: "+u)
		}
	}
	_, err = fmt.Fprintf(w, "%d addresses of %s, about %s, and the articles that they name\n", urls, terminal.Plural(len(plans), "source"), whole.Round(time.Second))
	return err
}

// crawl fetches with progress, then tells which sources failed and why.
func (s *settings) crawl(ctx context.Context, db *store.DB, cfg crawler.Config, stderr io.Writer) (crawler.Report, error) {
	bar := terminal.NewCrawlProgress(stderr, s.quiet)
	cfg.Progress, cfg.Log = bar.Show, s.log
	report, err := crawler.Crawl(ctx, db, cfg)
	bar.Done()
	if err != nil {
		return report, err
	}
	for _, f := range report.Failed() {
		fmt.Fprintf(stderr, "dateline: source %s: %s\n", f.Source, f.Problem)
	}
	s.say(stderr, "%s", crawlLine(report))
	return report, nil
}

func crawlLine(r crawler.Report) string {
	t := r.Total()
	line := fmt.Sprintf("crawled %s: %d new or changed (%s), %d unchanged, %d failed",
		terminal.Plural(len(r.Sources), "source"), t.Fetched, terminal.Plural(t.Articles, "article"), t.Unchanged, t.Failed)
	if t.Gone > 0 {
		line += fmt.Sprintf(", %d gone", t.Gone)
	}
	if t.Refused > 0 {
		line += fmt.Sprintf(", %d not allowed by robots.txt", t.Refused)
	}
	return line
}

// errNoNetwork tells what to do when not one source answered.
var errNoNetwork = errors.New("no source could be reached; without a network, 'dateline demo' shows everything on bundled sites")

// sourcesVerdict is the exit of a crawl: 1 when every source failed, 3 when
// some did.
func sourcesVerdict(r crawler.Report) error {
	switch failed := len(r.Failed()); {
	case failed == 0:
		return nil
	case failed == len(r.Sources):
		return exitError{exitFailed, errNoNetwork}
	default:
		return exitError{exitSomeFailed, fmt.Errorf("finished, but %d of %s failed", failed, terminal.Plural(len(r.Sources), "source"))}
	}
}
