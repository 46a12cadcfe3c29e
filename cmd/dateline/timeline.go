package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/event"
)

// eventFlags are the filters of a query over events.
type eventFlags struct {
	from, to, actor, topic, status, sourceLang, search, order string
	minIndependent, limit                                     int
}

func (q *eventFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&q.from, "from", "", "first day, such as 2020-08-01, or a month, 2020-08")
	f.StringVar(&q.to, "to", "", "last day (inclusive)")
	f.StringVar(&q.actor, "actor", "", "key of an actor of the story, such as trump")
	f.StringVar(&q.topic, "topic", "", "key of a topic of the story, such as lawsuit")
	f.StringVar(&q.status, "status", "", "happened, planned, deadline or reported")
	f.StringVar(&q.sourceLang, "source-lang", "", "some source is in this language")
	f.StringVar(&q.search, "search", "", "some source holds all these words")
	f.IntVar(&q.minIndependent, "min-independent", 0, "at least so many independent sources")
	f.IntVar(&q.limit, "limit", 0, "at most so many events; 0 is all")
	f.StringVar(&q.order, "order", "date", "date or score")
}

// filter checks the flags against the story.
func (q *eventFlags) filter(st news.Story) (f store.Filter, err error) {
	if f.From, _, err = parseDay("--from", q.from); err != nil {
		return f, err
	}
	if _, f.To, err = parseDay("--to", q.to); err != nil {
		return f, err
	}
	if q.limit < 0 || q.minIndependent < 0 {
		return f, usageErrorf("--limit and --min-independent: want 0 or more")
	}
	var actors, topics []string
	for _, a := range st.Actors {
		actors = append(actors, a.Key)
	}
	for _, t := range st.Topics {
		topics = append(topics, t.Key)
	}
	for _, c := range []struct {
		flag, value string
		known       []string
	}{
		{"--actor", q.actor, actors}, {"--topic", q.topic, topics},
		{"--status", q.status, []string{"happened", "planned", "deadline", "reported"}},
		{"--order", q.order, []string{"date", "score"}},
	} {
		if c.value != "" && !slices.Contains(c.known, c.value) {
			return f, usageErrorf("%s %q: %s", c.flag, c.value, suggest(c.value, c.known))
		}
	}
	f.Actor, f.Topic, f.Status, f.SourceLanguage, f.Words = q.actor, q.topic, q.status, q.sourceLang, q.search
	f.MinIndependent, f.Limit, f.ByScore = q.minIndependent, q.limit, q.order == "score"
	return f, nil
}

// parseDay reads a day, month or year as its first and last day.
func parseDay(flag, s string) (first, last time.Time, err error) {
	if s == "" {
		return first, last, nil
	}
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(f.layout, s); err == nil {
			return t, t.AddDate(f.years, f.months, f.days).AddDate(0, 0, -1), nil
		}
	}
	return first, last, usageErrorf("%s %q: want a day that exists, such as 2020-08-31, or a month, 2020-08", flag, s)
}

// suggest names what may have been meant.
func suggest(got string, known []string) string {
	best, distance := "", min(4, len(got)/3+2)
	for _, k := range known {
		if d := editDistance(got, k); d < distance {
			best, distance = k, d
		}
	}
	if best == "" && len(known) > 12 {
		return fmt.Sprintf("not in the story; it knows %s, ...", strings.Join(known[:12], ", "))
	}
	if best == "" {
		return "want one of " + strings.Join(known, ", ")
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// editDistance is that of Levenshtein (1966), in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func newTimelineCommand(s *settings) *cobra.Command {
	var q eventFlags
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "Query the timeline: what happened or is due, when, who says so",
		Example: `  dateline timeline --from 2020-08 --to 2020-09 --topic executive-order
  dateline timeline --actor oracle --min-independent 2
  dateline timeline --order score --limit 40 --format md`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := s.eventWriter()
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				filter, err := q.filter(st)
				if err != nil {
					return err
				}
				events, err := db.Events(cmd.Context(), st.ID, filter)
				if err != nil {
					return err
				}
				if len(events) == 0 && (s.format == "table" || s.format == "md") {
					return exitError{exitNothing, fmt.Errorf("no event matches; 'dateline status' tells what %s holds", s.db)}
				}
				s.reword(events, st)
				if err := write(cmd.OutOrStdout(), events); err != nil {
					return err
				}
				if len(events) == 0 {
					return exitError{exitNothing, nil}
				}
				return nil
			})
		},
	}
	q.add(cmd)
	return cmd
}

// reword picks headlines and summaries in the language that --lang asks for.
func (s *settings) reword(events []news.Event, st news.Story) {
	if s.lang == "" {
		return
	}
	for i := range events {
		events[i].Headline, events[i].Summary = event.Wording(events[i].Evidence, st.Languages)
	}
}
