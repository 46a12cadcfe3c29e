package story

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// file is the YAML form of a story; the package comment documents it.
type file struct {
	ID        string   `yaml:"id"`
	Title     string   `yaml:"title"`
	Languages []string `yaml:"languages"`
	Within    struct {
		From string `yaml:"from"`
		To   string `yaml:"to"`
	} `yaml:"within"`
	Terms []struct {
		Text   string  `yaml:"text"`
		Weight float64 `yaml:"weight"`
	} `yaml:"terms"`
	Topics []struct {
		Key    string              `yaml:"key"`
		Title  string              `yaml:"title"`
		Cues   map[string][]string `yaml:"cues"`
		Acts   map[string][]string `yaml:"acts"`
		Weak   map[string][]string `yaml:"weak"`
		Kinds  []string            `yaml:"kinds"`
		Weight float64             `yaml:"weight"`
		Actors []string            `yaml:"actors"`
	} `yaml:"topics"`
	Actors []struct {
		Key       string              `yaml:"key"`
		Kind      string              `yaml:"kind"`
		Title     string              `yaml:"title"`
		Names     map[string][]string `yaml:"names"`
		PartOf    string              `yaml:"part_of"`
		Ambiguous []struct {
			Name string   `yaml:"name"`
			Lang string   `yaml:"lang"`
			Near []string `yaml:"near"`
		} `yaml:"ambiguous"`
	} `yaml:"actors"`
	Sources []struct {
		Host       string   `yaml:"host"`
		Name       string   `yaml:"name"`
		Home       string   `yaml:"home"`
		Kind       string   `yaml:"kind"`
		Language   string   `yaml:"language"`
		Country    string   `yaml:"country"`
		Zone       string   `yaml:"zone"`
		Feeds      []string `yaml:"feeds"`
		Sitemaps   []string `yaml:"sitemaps"`
		Sections   []string `yaml:"sections"`
		Archives   []string `yaml:"archives"`
		Wayback    []string `yaml:"wayback"`
		Register   []string `yaml:"federal_register"`
		Unverified []string `yaml:"unverified"`
		Delay      string   `yaml:"delay"`
	} `yaml:"sources"`
}

var key = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// story turns the file into a news.Story and refuses what cannot be meant.
func (f file) story() (s news.Story, err error) {
	s = news.Story{ID: f.ID, Title: f.Title, Languages: f.Languages}
	if !key.MatchString(f.ID) {
		return s, fmt.Errorf("id %q: want lower-case letters, digits and dashes", f.ID)
	}
	if f.Title == "" {
		return s, errors.New("title is missing")
	}
	if s.Within, err = f.within(); err != nil {
		return s, err
	}
	if err = f.terms(&s); err != nil {
		return s, err
	}
	if err = f.actors(&s); err != nil {
		return s, err
	}
	if err = f.topics(&s); err != nil {
		return s, err
	}
	return s, f.sources(&s)
}

func (f file) within() (i news.Interval, err error) {
	if f.Within.From != "" {
		if i.From, err = time.Parse(time.DateOnly, f.Within.From); err != nil {
			return i, fmt.Errorf("within.from %q: want a day such as 2020-08-31", f.Within.From)
		}
	}
	if f.Within.To != "" {
		if i.To, err = time.Parse(time.DateOnly, f.Within.To); err != nil {
			return i, fmt.Errorf("within.to %q: want a day such as 2020-08-31", f.Within.To)
		}
		i.To = i.To.AddDate(0, 0, 1)
	}
	return i, nil
}

func (f file) terms(s *news.Story) error {
	if len(f.Terms) == 0 {
		return errors.New("terms: at least one is needed, or every article would belong to the story")
	}
	for n, t := range f.Terms {
		if t.Text == "" || t.Weight <= 0 {
			return fmt.Errorf("terms[%d]: want a text and a weight above 0", n)
		}
		s.Terms = append(s.Terms, news.Term{Text: t.Text, Weight: t.Weight})
	}
	return nil
}

func (f file) topics(s *news.Story) error {
	if len(f.Topics) == 0 {
		s.Topics = DefaultTopics()
		return nil
	}
	known := map[string]bool{}
	for _, a := range s.Actors {
		known[a.Key] = true
	}
	seen := map[string]bool{}
	for n, t := range f.Topics {
		if !key.MatchString(t.Key) || seen[t.Key] {
			return fmt.Errorf("topics[%d]: key %q: want a new one of lower-case letters, digits and dashes", n, t.Key)
		}
		seen[t.Key] = true
		if t.Weight < 0 {
			return fmt.Errorf("topic %s: weight %v: want 0 or more", t.Key, t.Weight)
		}
		for _, a := range t.Actors {
			if !known[a] {
				return fmt.Errorf("topic %s: no actor %q", t.Key, a)
			}
		}
		for _, k := range t.Kinds {
			if !isKind(k) {
				return fmt.Errorf("topic %s: kind %q: want the kind of an act or an act, such as justice or sue", t.Key, k)
			}
		}
		s.Topics = append(s.Topics, news.Topic{Key: t.Key, Kinds: t.Kinds, Title: t.Title, Cues: t.Cues, Acts: t.Acts, Weak: t.Weak, Weight: t.Weight, Actors: t.Actors})
	}
	return nil
}

func (f file) actors(s *news.Story) error {
	seen := map[string]bool{}
	for n, a := range f.Actors {
		if !key.MatchString(a.Key) || seen[a.Key] {
			return fmt.Errorf("actors[%d]: key %q: want a new one of lower-case letters, digits and dashes", n, a.Key)
		}
		seen[a.Key] = true
		actor := news.Actor{Key: a.Key, Kind: a.Kind, Title: a.Title, Names: a.Names, PartOf: a.PartOf}
		for _, x := range a.Ambiguous {
			if x.Name == "" || x.Lang == "" || len(x.Near) == 0 {
				return fmt.Errorf("actor %s: ambiguous: want name, lang and near", a.Key)
			}
			actor.Ambiguous = append(actor.Ambiguous, news.AmbiguousName{Name: x.Name, Language: x.Lang, Near: x.Near})
		}
		s.Actors = append(s.Actors, actor)
	}
	for _, a := range s.Actors {
		if a.PartOf != "" && (!seen[a.PartOf] || a.PartOf == a.Key) {
			return fmt.Errorf("actor %s: part_of %q: want the key of another actor", a.Key, a.PartOf)
		}
	}
	return nil
}

func (f file) sources(s *news.Story) error {
	seen := map[string]bool{}
	for n, x := range f.Sources {
		if x.Host == "" || seen[x.Host] {
			return fmt.Errorf("sources[%d]: host %q: want a new one", n, x.Host)
		}
		seen[x.Host] = true
		if _, err := time.LoadLocation(x.Zone); err != nil {
			return fmt.Errorf("source %s: zone %q: want an IANA name such as Europe/Berlin", x.Host, x.Zone)
		}
		for _, list := range [][]string{x.Feeds, x.Sitemaps, x.Sections, {x.Home}} {
			if err := checkAddresses(x.Host, list); err != nil {
				return err
			}
		}
		if err := checkBackwards(x.Host, x.Archives, append(x.Wayback, x.Register...)); err != nil {
			return err
		}
		src := news.Source{Host: x.Host, Name: x.Name, Home: x.Home, Kind: x.Kind, Language: x.Language, Country: x.Country, Zone: x.Zone,
			Feeds: x.Feeds, Sitemaps: x.Sitemaps, Sections: x.Sections, Archives: x.Archives, Wayback: x.Wayback, Register: x.Register,
			Unverified: x.Unverified}
		if x.Delay != "" {
			d, err := time.ParseDuration(x.Delay)
			if err != nil || d < 0 {
				return fmt.Errorf("source %s: delay %q: want a duration such as 2s", x.Host, x.Delay)
			}
			src.Delay = d
		}
		s.Sources = append(s.Sources, src)
	}
	return nil
}

// checkBackwards refuses archives without a year in their address, and empty
// questions.
func checkBackwards(host string, archives, questions []string) error {
	for _, a := range archives {
		if !strings.HasPrefix(a, "http") || !strings.Contains(a, "{yyyy}") && !strings.Contains(a, "{yy}") {
			return fmt.Errorf("source %s: archive %q: want an address such as https://news.example/{yyyy}/{mm}/{dd}/", host, a)
		}
	}
	for _, q := range questions {
		if strings.TrimSpace(q) == "" {
			return fmt.Errorf("source %s: wayback and federal_register: want an address below which copies are listed, a term", host)
		}
	}
	return nil
}

func checkAddresses(host string, list []string) error {
	for _, a := range list {
		u, err := url.Parse(a)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return fmt.Errorf("source %s: address %q: want http:// or https://", host, a)
		}
	}
	return nil
}
