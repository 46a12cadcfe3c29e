package main

import (
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/cmd/dateline/demo"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// typed are values that people give for the parameters that are no list; the
// test draws from them, from the lists, and from what the events hold.
var typed = map[string][]string{
	"search": {"Oracle", "lawsuit court", "甲骨文", "Klage", "covid-19", "\"", "nowhere"},
	"from":   {"2020-08", "2020-09-01", "2020", "2019", "2020-11-12", "2021"},
	"to":     {"2020-08", "2020-09-14", "2020", "2020-11-12", "2021-01", "2017"},
	"since":  {"0", "1", "2", "last-run", "24h", "2020-09-01", "9"},

	"source_lang":     {"de", "DE", "de-AT", "en", "en_GB", "zh", "ZH-Hans", "fr", "e", "%", "_e"},
	"publisher":       {"northwire.example", "HUAXUN.example", "www.dcdocket.example", "nobody.example"},
	"min_independent": {"0", "1", "2", "3", "5", "40"},
	"limit":           {"0", "1", "7", "1000"},
}

// What SQL picks is what Query.Match picks of all events, in the same order, for
// any query: the SQL is there to be faster, not to know better.
func TestStoreAnswersAQueryAsMatchDoes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	demoJSON(t, path)
	demoJSON(t, path) // the second night
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	st, err := demo.Story()
	if err != nil {
		t.Fatal(err)
	}
	all, err := db.Events(t.Context(), st.ID, news.Query{})
	if err != nil || len(all) < 200 {
		t.Fatalf("%d events, %v", len(all), err)
	}
	words, err := db.EventWords(t.Context(), st.ID)
	if err != nil {
		t.Fatal(err)
	}
	const queries = 500
	r, picked, used := rand.New(rand.NewPCG(1, 2)), 0, map[string]int{}
	for range queries {
		values := randomQuery(r, st)
		q, err := news.ParseQuery(values.Get, st, time.Now())
		if err != nil {
			if wrong, ok := err.(*news.ParamError); !ok || wrong.Name != "to" {
				t.Fatalf("%s: %v", values.Encode(), err)
			}
			continue // the last day before the first
		}
		for name := range values {
			used[name]++
		}
		got, err := db.Events(t.Context(), st.ID, q)
		if err != nil {
			t.Fatalf("%s: %v", values.Encode(), err)
		}
		if q, err = db.Resolve(t.Context(), st.ID, q); err != nil {
			t.Fatal(err)
		}
		with, err := words.With(t.Context(), q.Words)
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(slices.Clone(all), func(e news.Event) bool { return !q.Match(&e) || q.Words != "" && !with[e.ID] })
		slices.SortFunc(want, func(a, b news.Event) int { return q.Order.Compare(&a, &b) })
		if q.Limit > 0 {
			want = want[:min(q.Limit, len(want))]
		}
		if ids(got) != ids(want) {
			t.Fatalf("%s: the store gives %d events, Match %d:\n%s\n%s", values.Encode(), len(got), len(want), ids(got), ids(want))
		}
		picked += len(got)
	}
	for _, name := range news.ParamNames() {
		if used[name] < queries/50 {
			t.Errorf("only %d queries asked for %s", used[name], name)
		}
	}
	if picked < queries {
		t.Errorf("%d queries picked %d events: too few to tell", queries, picked)
	}
}

// randomQuery gives a value to some of the parameters; to few, so that something
// is left to be picked.
func randomQuery(r *rand.Rand, st news.Story) url.Values {
	values := url.Values{}
	for i := range news.Params {
		p := &news.Params[i]
		if r.IntN(6) > 0 {
			continue
		}
		list := typed[p.Name]
		if p.Values != nil {
			list = p.Values(st)
		}
		values.Set(p.Name, list[r.IntN(len(list))])
	}
	return values
}

func ids(events []news.Event) string {
	var b strings.Builder
	for _, e := range events {
		b.WriteString(e.ID + " ")
	}
	return b.String()
}

// The command and the pages take the same parameters: a flag for each.
func TestEveryParameterIsAFlag(t *testing.T) {
	for _, command := range []string{"timeline", "export"} {
		cmd, _, err := newRoot(&settings{}).Find([]string{command})
		if err != nil {
			t.Fatal(err)
		}
		for i := range news.Params {
			p := &news.Params[i]
			if f := cmd.Flags().Lookup(p.Flag()); f == nil || f.Usage != p.Help {
				t.Errorf("dateline %s has the flag --%s as %+v", command, p.Flag(), f)
			}
		}
	}
}
