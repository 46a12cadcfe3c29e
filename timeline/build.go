// Package timeline builds the timeline of a story. It is the one place that
// knows in which order the rooms below it work on an article.
package timeline

import (
	"context"
	"fmt"
	"hash/fnv"
	"iter"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/event"
	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/neardup"
	"github.com/seed-7461731f/dateline/timeline/rank"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// The versions of the stages. Raise a number when the rules of its stage change:
// that stage and those after it then run again over everything, without
// fetching. The lists of the languages that a stage reads are part of its
// version by themselves.
var (
	GroupVersion    int64 = 1
	AnnotateVersion       = version(5, "sentence", "time", "grammar")
	MentionVersion        = version(3, "status", "money", "credit", "narrative", "acts")
	BuildVersion          = version(4, "status", "narrative", "money", "acts")
)

// version joins the number of a stage's rules with the lists of the languages
// that they read.
func version(rules int64, lists ...string) int64 {
	h := fnv.New64a()
	fmt.Fprint(h, rules, language.Hash(lists...)) // a hash never fails
	return int64(h.Sum64() >> 1)
}

// Annotate splits an article into sentences, the headline first, and finds
// their time expressions.
func Annotate(a news.Article) ([]news.Sentence, []news.TimeExpression) {
	body := sentence.Split(a.Text, a.Language)
	all := withHeadline(a, body)
	var times []news.TimeExpression
	for _, run := range runs(a, all) {
		opt := timex.Options{Lang: a.Language, DCT: a.Published, Mode: timex.News, DayFirst: news.DayFirst(a.Language, news.CountryOf(a.URL))}
		if i := a.PartAt(run[0].Start); i >= 0 && run[0].Index > 0 {
			opt.DCT = a.Parts[i].Published
		}
		times = append(times, timex.Tag(a.Title, a.Text, run, opt)...)
	}
	return all, times
}

// runs cuts the sentences of an article where another part begins: what an
// entry of a live blog calls today is not what the entry before does.
func runs(a news.Article, sentences []news.Sentence) (out [][]news.Sentence) {
	part := func(s news.Sentence) int {
		if s.Index == 0 {
			return -1
		}
		return a.PartAt(s.Start)
	}
	for i := 0; i < len(sentences); {
		j := i + 1
		for j < len(sentences) && part(sentences[j]) == part(sentences[i]) {
			j++
		}
		out, i = append(out, sentences[i:j]), j
	}
	return out
}

func withHeadline(a news.Article, body []news.Sentence) []news.Sentence {
	if a.Title == "" {
		return body
	}
	head := news.Sentence{Span: news.Span{Start: 0, End: len(a.Title)}}
	return append([]news.Sentence{head}, body...)
}

// Sign returns the stored signature of an article; ok is false for a text too
// short to have copies.
func Sign(a news.Article) (signature []byte, ok bool) {
	s, ok := neardup.Sign(a.Text)
	if !ok {
		return nil, false
	}
	return s.Bytes(), true
}

// Mentions finds what the story asks about in an article. belongs is false for
// an article of another story.
func Mentions(m *mention.Matcher, a news.Article, sentences []news.Sentence) (found []news.Mention, belongs bool) {
	if !m.Belongs(a) {
		return nil, false
	}
	return m.Article(a, sentences), true
}

// A Reader reads the articles of a story: the whole chain from an article to
// what Build takes in. The stages of the command are the same steps with a store
// between them. It is safe for concurrent use.
type Reader struct{ matcher *mention.Matcher }

// NewReader makes a Reader for a story.
func NewReader(story news.Story) *Reader { return &Reader{mention.New(story)} }

// Article reads one article; group is its group of near-duplicates, 0 none. ok is
// false for an article of another story.
func (r *Reader) Article(a news.Article, group int64) (read statement.Article, ok bool) {
	read = statement.Article{Article: a, Group: group}
	read.Sentences, read.Times = Annotate(a)
	read.Mentions, ok = Mentions(r.matcher, a, read.Sentences)
	return read, ok
}

// Read reads those of the articles that belong to a story, in their order, with
// near-duplicates grouped by ID.
func Read(story news.Story, articles []news.Article) iter.Seq2[statement.Article, error] {
	return func(yield func(statement.Article, error) bool) {
		r, groups := NewReader(story), groups(articles)
		for _, a := range articles {
			if read, ok := r.Article(a, groups[a.ID]); ok && !yield(read, nil) {
				return
			}
		}
	}
}

// groups finds the groups of near-duplicates among articles.
func groups(articles []news.Article) map[int64]int64 {
	var signed neardup.Index
	for _, a := range articles {
		if s, ok := neardup.Sign(a.Text); ok {
			signed.Add(a.ID, s)
		}
	}
	return signed.Groups()
}

// Build merges the articles of a story into its events, in order of date, and
// returns the identities that are new or changed. The articles may come in any
// order, each once; minted are the identities of earlier builds.
func Build(story news.Story, articles iter.Seq2[statement.Article, error], minted []news.EventID) ([]news.Event, []news.EventID, error) {
	told, ids, err := Tell(context.Background(), story, articles, minted, nil)
	if err != nil {
		return nil, nil, err
	}
	var events []news.Event
	for e, err := range told {
		if err != nil {
			return nil, nil, err
		}
		events = append(events, e)
	}
	return events, ids, nil
}

// Tell is Build for a story of any size: quotes are kept on a shelf, and an
// event has its evidence only as it is ranged over.
func Tell(ctx context.Context, story news.Story, articles iter.Seq2[statement.Article, error], minted []news.EventID, shelf event.Shelf) (iter.Seq2[news.Event, error], []news.EventID, error) {
	b := event.NewBuilder(story, shelf)
	for a, err := range articles {
		if err == nil {
			err = b.Add(statement.Read(story, a))
		}
		if err != nil {
			return nil, nil, err
		}
	}
	events, ids, err := b.Events(ctx, minted)
	if err != nil {
		return nil, nil, err
	}
	return func(yield func(news.Event, error) bool) {
		for e, err := range events {
			e.Score = rank.Event(&e)
			if !yield(e, err) {
				return
			}
		}
	}, ids, nil
}
