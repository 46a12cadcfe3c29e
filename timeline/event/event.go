package event

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// A cluster is the statements of one event, unpacked, in the order in which they
// were merged.
type cluster struct {
	members []*member
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
	e.Topic = majority(c.members, func(s *member) string { return s.Topic })
	e.Actors = c.mainActors()
	if c.term {
		e.Actors = append(e.Actors, ownersOf(story.Actors, e.Actors)...)
	}
	e.By = c.agent(e.Topic)
	e.Amounts = c.amounts()
	e.Articles, e.Independent = c.support()
	e.Firmness = c.firmness()
	e.Conflicts = append(c.conflicts(e.When), c.sumConflicts()...)
	first := c.first().origin
	e.FirstReport = news.FirstReport{Publisher: first.Publisher, URL: first.Address, Published: first.Printed}
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
		k := [2]int64{s.When.From.Unix(), s.When.To.Unix()}
		if votes[k] == nil {
			votes[k] = &vote{s.When, map[voice]bool{}, i}
		}
		votes[k].sources[c.origins[i]] = true
	}
	list := slices.Collect(maps.Values(votes))
	best := slices.MinFunc(list, func(a, b *vote) int {
		return cmp.Or(
			-cmp.Compare(b2i(a.when.Days() <= statement.ShortDays), b2i(b.when.Days() <= statement.ShortDays)),
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
func voices(members []*member) []voice {
	agencies := map[int64]string{} // by group
	for _, s := range members {
		if a := s.origin.Agency; a != "" && s.origin.Group != 0 && (agencies[s.origin.Group] == "" || a < agencies[s.origin.Group]) {
			agencies[s.origin.Group] = a
		}
	}
	out := make([]voice, len(members))
	for i, s := range members {
		agency := cmp.Or(agencies[s.origin.Group], s.origin.Agency)
		switch {
		case s.Credit != "":
			out[i].publisher = s.Credit
		case agency != "":
			out[i].agency = strings.ToLower(agency)
		case s.origin.Group != 0:
			out[i].copies = s.origin.Group
		default:
			out[i].publisher = s.origin.Publisher
		}
	}
	return out
}

// status: it happened when somebody says so on the day or after it; a term when
// anybody calls it one; what only unnamed people say is reported; else it is
// what most say.
func (c *cluster) status(when news.Interval) news.Status {
	for _, s := range c.members {
		if s.Status == news.Happened && !s.origin.Day.Before(when.From) {
			return news.Happened
		}
	}
	if c.term {
		return news.Deadline
	}
	return news.Status(majority(c.members, func(s *member) string { return string(s.Status) }))
}

// majority is the most frequent value, of equals the one told first.
func majority(all []*member, value func(*member) string) string {
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
		for _, a := range s.Actors {
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
	return statement.ParentsOf(products, keys)
}

// agent is the actor that most statements of the event's topic say did it.
func (c *cluster) agent(topic string) string {
	var tell []*member
	for _, s := range c.members {
		if s.By != "" && s.Topic == topic {
			tell = append(tell, s)
		}
	}
	return majority(tell, func(s *member) string { return s.By })
}

// maxAmounts bounds the sums an event shows.
const maxAmounts = 6

// amounts are the sums named, each once, the most named first.
func (c *cluster) amounts() []news.Amount {
	var out []news.Amount
	n := map[[3]any]int{}
	for _, s := range c.members {
		for _, a := range s.Amounts {
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
		urls[c.members[i].origin.URL] = true
		words[origin] = true
	}
	return len(urls), len(words)
}

// firmness is how firmly the statements tell a topic, on the mean.
func (c *cluster) firmness() float64 {
	sum := 0.0
	for _, s := range c.members {
		sum += min(s.Score, statement.MaxScore) / statement.MaxScore
	}
	return sum / float64(len(c.members))
}

// conflicts are the days that other sources give, when no day is in both.
func (c *cluster) conflicts(when news.Interval) []news.Conflict {
	by := map[string]map[string]bool{}
	for _, s := range c.members {
		if s.When.Overlaps(when) {
			continue
		}
		if by[s.When.EDTF] == nil {
			by[s.When.EDTF] = map[string]bool{}
		}
		by[s.When.EDTF][s.origin.Publisher] = true
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
func (c *cluster) first() *member {
	dated := c.term && slices.ContainsFunc(c.members, func(s *member) bool { return s.When.Days() <= statement.ShortDays })
	possible := slices.DeleteFunc(slices.Clone(c.members), func(s *member) bool {
		return dated && s.When.Days() > statement.ShortDays || s.Status == news.Happened && s.origin.Day.Before(s.When.From.AddDate(0, 0, -1)) && !s.origin.Day.IsZero()
	})
	if len(possible) == 0 {
		possible = c.members
	}
	return slices.MinFunc(possible, toldBefore)
}

// firstOf is the statement told first of those that give the very time.
func (c *cluster) firstOf(when news.Interval) *member {
	var exact []*member
	for _, s := range c.members {
		if s.When.From.Equal(when.From) && s.When.To.Equal(when.To) {
			exact = append(exact, s)
		}
	}
	if len(exact) == 0 {
		return c.first()
	}
	return slices.MinFunc(exact, toldBefore)
}

func toldBefore(a, b *member) int {
	return cmp.Or(
		cmp.Compare(b2i(a.origin.Published.IsZero()), b2i(b.origin.Published.IsZero())),
		a.origin.Published.Compare(b.origin.Published), cmp.Compare(a.origin.URL, b.origin.URL),
		cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Ordinal, b.Ordinal))
}

// ranked orders the statements by how well they tell the event: those that
// give its very time first, then the fittest, then those told first; copies of
// a sentence last.
func (c *cluster) ranked(when news.Interval) []uint32 {
	type candidate struct {
		*member
		exact int
		fit   float64
	}
	all := make([]candidate, len(c.members))
	for i, s := range c.members {
		all[i] = candidate{s, b2i(s.When.From.Equal(when.From) && s.When.To.Equal(when.To)), s.Fit + centrality*c.centrality(s)}
		if c.term && (s.Move != statement.NoMove || s.Cues.Has(mention.CueDeadline)) {
			all[i].fit++ // it says that the day is the end of a term
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.exact, b.exact), -cmp.Compare(a.fit, b.fit), toldBefore(a.member, b.member))
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
