package web

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// An option is one entry of a list to choose from.
type option struct {
	Value, Text string
	Chosen      bool
}

func options(values []string, chosen string, text func(string) string) []option {
	var out []option
	for _, v := range values {
		out = append(out, option{v, text(v), v == chosen})
	}
	return out
}

func (s *server) topicTitle(key string) string {
	for _, t := range s.Story.Topics {
		if t.Key == key {
			return cmp.Or(t.Title, key)
		}
	}
	return key
}

func (s *server) actorTitle(key string) string {
	for _, a := range s.Story.Actors {
		if a.Key == key {
			return cmp.Or(a.Title, key)
		}
	}
	return key
}

// name is a publisher as a reader knows it.
func (n *snapshot) name(host string) string {
	return cmp.Or(n.names[host], plain(host), "unknown")
}

// sortedOptions are options by what a reader sees.
func sortedOptions(list []option) []option {
	slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)) })
	return list
}

func itself(s string) string { return s }

// languageNames name the languages that Dateline reads best, in English
// as the pages are; others show their tag.
var languageNames = map[string]string{"en": "English", "de": "German", "zh": "Chinese", "es": "Spanish", "fr": "French", "it": "Italian"}

func languageName(tag string) string {
	return cmp.Or(languageNames[news.MainLanguage(tag)], plain(tag), "unknown language")
}

// headlineLanguage is the language of the evidence that a headline was taken from.
func headlineLanguage(e *news.Event) string {
	head := strings.TrimRight(e.Headline, "… ")
	for _, v := range e.Evidence {
		if head != "" && strings.Contains(v.Quote, head) {
			return languageTag(v.Language)
		}
	}
	if len(e.Evidence) > 0 {
		return languageTag(e.Evidence[0].Language)
	}
	return ""
}

// languageTag is s when it can stand in a lang attribute, else "".
func languageTag(s string) string {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' {
			return ""
		}
	}
	return s
}

// headline is what a list shows of an event.
func headline(e *news.Event) string {
	return cmp.Or(plain(e.Headline), "Event of "+export.Display(e.When))
}
