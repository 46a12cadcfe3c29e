package story

import (
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
)

// DefaultTopics returns the topics of a story file that names none: one for each
// kind of act.
func DefaultTopics() []news.Topic {
	return []news.Topic{
		{Key: "justice", Title: "Courts and investigations", Kinds: []string{"justice"}},
		{Key: "rules", Title: "Laws, orders and bans", Kinds: []string{"rules"}},
		{Key: "business", Title: "Deals and money", Kinds: []string{"business"}},
		{Key: "people", Title: "Offices and votes", Kinds: []string{"people"}},
		{Key: "talks", Title: "Talks and demands", Kinds: []string{"talks"}},
		{Key: "conflict", Title: "Violence and accidents", Kinds: []string{"conflict"}},
		{Key: "words", Title: "Announcements", Kinds: []string{"words"}},
	}
}

// isKind reports whether a topic may be of it: a kind of acts or one act.
func isKind(name string) bool {
	return slices.ContainsFunc(language.AllActs(), func(a language.Act) bool { return a.Key == name || a.Kind == name })
}
