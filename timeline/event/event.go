package event

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

// A cluster is the statements of one event, unpacked, in the order in which they
// were merged.
type cluster struct {
	members []*Statement
	term    bool // one of them is a deadline
	words   *vocabulary
	origins []voice // whose word each of them goes back to
}

// event tells what a cluster adds up to; its ID, wording and evidence are still
// missing.
func (c *cluster) event(story news.Story) news.Event {
	e := news.Event{StoryID: story.ID}
	e.When = c.when()
	e.Status = c.status(e.When)
	e.Topic = majority(c.members, func(s *Statement) string { return s.topic })
	e.Actors = c.mainActors()
	if c.term {
		e.Actors = append(e.Actors, ownersOf(story.Actors, e.Actors)...)
	}
	e.By = c.agent(e.Topic)
	e.Amounts = c.amounts()
	e.Articles, e.Independent = c.support()
	e.Firmness = c.firmness()
	e.Conflicts = append(c.conflicts(e.When), c.sumConflicts()...)
	first := c.first().source
	e.FirstReport = news.FirstReport{Publisher: first.publisher, URL: first.address, Published: first.printed}
	return e
}

// when is the time that most independent sources give; of equals the finest,
// then the one told first. A day beats any coarser time that holds it.
func (c *cluster) when() news.Interval {
	type vote struct {
		when    news.Interval
		sources map[voice]bool
		order   int
	}
	votes := map[[2]int64]*vote{}
	for i, s := range c.members {
		k := [2]int64{s.when.From.Unix(), s.when.To.Unix()}
		if votes[k] == nil {
			votes[k] = &vote{s.when, map[voice]bool{}, i}
		}
		votes[k].sources[c.origins[i]] = true
	}
	list := slices.Collect(maps.Values(votes))
	best := slices.MinFunc(list, func(a, b *vote) int {
		return cmp.Or(
			-cmp.Compare(b2i(a.when.Days() <= longestDays), b2i(b.when.Days() <= longestDays)),
			-cmp.Compare(len(a.sources), len(b.sources)),
			cmp.Compare(a.when.Days(), b.when.Days()), cmp.Compare(a.order, b.order))
	})
	return best.when
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A voice is whose word a statement goes back to: the medium it credits, the
// article's agency, its group of copies, or its publisher.
type voice struct {
	publisher, agency string
	copies            int64
}

// voices names whose word each statement goes back to. Copies of one text go
// back to one agency, whichever each of them names.
func voices(members []*Statement) []voice {
	agencies := map[int64]string{} // by group
	for _, s := range members {
		if a := s.source.agency; a != "" && s.source.group != 0 && (agencies[s.source.group] == "" || a < agencies[s.source.group]) {
			agencies[s.source.group] = a
		}
	}
	out := make([]voice, len(members))
	for i, s := range members {
		agency := cmp.Or(agencies[s.source.group], s.source.agency)
		switch {
		case s.credit != "":
			out[i].publisher = s.credit
		case agency != "":
			out[i].agency = strings.ToLower(agency)
		case s.source.group != 0:
			out[i].copies = s.source.group
		default:
			out[i].publisher = s.source.publisher
		}
	}
	return out
}

// status: it happened when somebody says so on the day or after it; a term when
// anybody calls it one; what only unnamed people say is reported; else it is
// what most say.
func (c *cluster) status(when news.Interval) news.Status {
	for _, s := range c.members {
		if s.status == news.Happened && !s.source.day.Before(when.From) {
			return news.Happened
		}
	}
	if c.term {
		return news.Deadline
	}
	return news.Status(majority(c.members, func(s *Statement) string { return string(s.status) }))
}

// majority is the most frequent value, of equals the one told first.
func majority(all []*Statement, value func(*Statement) string) string {
	n := map[string]int{}
	for _, s := range all {
		n[value(s)]++
	}
	best := ""
	for _, s := range all {
		if v := value(s); n[v] > n[best] {
			best = v
		}
	}
	return best
}

// mainActors are those that a quarter of the statements name, the most named
// first.
func (c *cluster) mainActors() []string {
	named := map[string]int{}
	for _, s := range c.members {
		for _, a := range s.actors {
			named[a]++
		}
	}
	names := slices.Sorted(maps.Keys(named))
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(named[b], named[a]) })
	return slices.DeleteFunc(names, func(a string) bool { return 4*named[a] < len(c.members) })
}

// ownersOf are those, not among the actors themselves, that own the products
// among them: a term set for TikTok binds ByteDance.
func ownersOf(all []news.Actor, keys []string) []string {
	products := slices.DeleteFunc(slices.Clone(all), func(a news.Actor) bool { return a.Kind != "product" })
	return kinOf(products, keys)
}

// agent is the actor that most statements of the event's topic say did it.
func (c *cluster) agent(topic string) string {
	var tell []*Statement
	for _, s := range c.members {
		if s.by != "" && s.topic == topic {
			tell = append(tell, s)
		}
	}
	return majority(tell, func(s *Statement) string { return s.by })
}

// maxAmounts bounds the sums an event shows.
const maxAmounts = 6

// amounts are the sums named, each once, the most named first.
func (c *cluster) amounts() []news.Amount {
	var out []news.Amount
	n := map[[3]any]int{}
	for _, s := range c.members {
		for _, a := range s.amounts {
			k := [3]any{a.Value, a.Currency, a.Of}
			if n[k] == 0 {
				out = append(out, a)
			}
			n[k]++
		}
	}
	slices.SortStableFunc(out, func(a, b news.Amount) int {
		return cmp.Compare(n[[3]any{b.Value, b.Currency, b.Of}], n[[3]any{a.Value, a.Currency, a.Of}])
	})
	return out[:min(len(out), maxAmounts)]
}

// support counts the articles, and the independent origins among them.
func (c *cluster) support() (articles, independent int) {
	urls, words := map[string]bool{}, map[voice]bool{}
	for i, origin := range c.origins {
		urls[c.members[i].source.url] = true
		words[origin] = true
	}
	return len(urls), len(words)
}

// firmest is the topic score of a sentence that tells nothing else.
const firmest = 6

// firmness is how firmly the statements tell a topic, on the mean.
func (c *cluster) firmness() float64 {
	sum := 0.0
	for _, s := range c.members {
		sum += min(s.own, firmest) / firmest
	}
	return sum / float64(len(c.members))
}

// conflicts are the days that other sources give, when no day is in both.
func (c *cluster) conflicts(when news.Interval) []news.Conflict {
	by := map[string]map[string]bool{}
	for _, s := range c.members {
		if s.when.Overlaps(when) {
			continue
		}
		if by[s.when.EDTF] == nil {
			by[s.when.EDTF] = map[string]bool{}
		}
		by[s.when.EDTF][s.source.publisher] = true
	}
	var out []news.Conflict
	for _, v := range slices.Sorted(maps.Keys(by)) {
		out = append(out, news.Conflict{Field: "date", Value: v, Sources: slices.Sorted(maps.Keys(by[v]))})
	}
	return out
}

// first is the statement told first: by date of publication where known. Who
// tells what happened cannot have told it before: such a date is wrong. Who
// expects a term "in late September" has not told the day that is set later.
func (c *cluster) first() *Statement {
	dated := c.term && slices.ContainsFunc(c.members, func(s *Statement) bool { return s.when.Days() <= longestDays })
	possible := slices.DeleteFunc(slices.Clone(c.members), func(s *Statement) bool {
		return dated && s.when.Days() > longestDays || s.status == news.Happened && s.source.day.Before(s.when.From.AddDate(0, 0, -1)) && !s.source.day.IsZero()
	})
	if len(possible) == 0 {
		possible = c.members
	}
	return slices.MinFunc(possible, toldBefore)
}

// firstOf is the statement told first of those that give the very time.
func (c *cluster) firstOf(when news.Interval) *Statement {
	var exact []*Statement
	for _, s := range c.members {
		if s.when.From.Equal(when.From) && s.when.To.Equal(when.To) {
			exact = append(exact, s)
		}
	}
	if len(exact) == 0 {
		return c.first()
	}
	return slices.MinFunc(exact, toldBefore)
}

func toldBefore(a, b *Statement) int {
	return cmp.Or(
		cmp.Compare(b2i(a.source.published.IsZero()), b2i(b.source.published.IsZero())),
		a.source.published.Compare(b.source.published), cmp.Compare(a.source.url, b.source.url),
		cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.ordinal, b.ordinal))
}

// ranked orders the statements by how well they tell the event: those that
// give its very time first, then the fittest, then those told first; copies of
// a sentence last.
func (c *cluster) ranked(when news.Interval) []uint32 {
	type candidate struct {
		*Statement
		exact int
		fit   float64
	}
	all := make([]candidate, len(c.members))
	for i, s := range c.members {
		all[i] = candidate{s, b2i(s.when.From.Equal(when.From) && s.when.To.Equal(when.To)), s.fit + centrality*c.centrality(s)}
		if c.term && (s.move != noMove || s.cues.has(mention.CueDeadline)) {
			all[i].fit++ // it says that the day is the end of a term
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.exact, b.exact), -cmp.Compare(a.fit, b.fit), toldBefore(a.Statement, b.Statement))
	})
	seen := map[*wording]bool{}
	out, again := make([]uint32, 0, len(all)), []uint32(nil)
	for _, s := range all {
		if seen[s.said] {
			again = append(again, s.record)
			continue
		}
		seen[s.said] = true
		out = append(out, s.record)
	}
	return append(out, again...)
}
