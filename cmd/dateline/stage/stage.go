// Package stage joins the rooms: each stage reads the rows that the one before it
// wrote, calls a pure function on a batch of them, and writes rows.
//
// In: a store and a story. Out: the same store, with what was not done yet. Each
// stage can be stopped, killed and continued.
package stage

import (
	"context"
	"fmt"
	"hash/fnv"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/neardup"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// BatchSize is how many rows a stage reads, works on and writes at a time:
// what one kill can make it do again.
const BatchSize = 100

// A Pipeline joins the rooms: each stage reads the rows that the one before it
// wrote, calls a pure function on a batch of them, and writes rows.
type Pipeline struct {
	db      *store.DB
	story   news.Story
	matcher *mention.Matcher
	Tell    func(stage string, done int) // progress; may be nil
}

// New returns the pipeline of a story over a store.
func New(db *store.DB, story news.Story) *Pipeline {
	return &Pipeline{db: db, story: story, matcher: mention.New(story)}
}

// A Tally is what the stages did.
type Tally struct {
	Pages, Articles, Changed, Problems int
	Undated                            int // articles whose page tells no publication date
	Dated                              int // articles that others of their site date otherwise than before
	Grouped, Annotated, Mentioned      int
	Built                              bool
	Events                             int
}

// Order is the order of the stages; each finishes what those before it
// left undone.
var Order = []string{store.StageExtract, store.StageGroup, store.StageAnnotate, store.StageMention, store.StageBuild}

// Through runs the stages up to and including last.
func (p *Pipeline) Through(ctx context.Context, last string) (t Tally, err error) {
	steps := map[string]func(context.Context, *Tally) error{
		store.StageExtract: p.extract, store.StageGroup: p.group, store.StageAnnotate: p.annotate,
		store.StageMention: p.mention, store.StageBuild: p.build,
	}
	if err := p.db.SaveStory(ctx, p.story); err != nil {
		return t, err
	}
	for _, s := range Order {
		if err := steps[s](ctx, &t); err != nil {
			return t, fmt.Errorf("%s: %w", s, err)
		}
		if s == last {
			break
		}
	}
	return t, nil
}

// extract reads the articles out of the pages that are new.
func (p *Pipeline) extract(ctx context.Context, t *Tally) error {
	read := NewPageReader(p.story)
	err := p.batches(ctx, store.StageExtract, func(after int64) (int, int64, error) {
		pages, err := p.db.PagesToDo(ctx, ExtractVersion, after, BatchSize)
		if err != nil || len(pages) == 0 {
			return 0, 0, err
		}
		readings := each(slices.DeleteFunc(slices.Clone(pages), IsLost), read.Page)
		added, changed, err := p.db.SaveReadings(ctx, ExtractVersion, readings)
		for _, r := range readings {
			t.note(r)
		}
		t.Pages, t.Articles, t.Changed = t.Pages+len(pages), t.Articles+added, t.Changed+changed
		return len(pages), pages[len(pages)-1].ID, err
	})
	if err == nil {
		err = p.date(ctx, t)
	}
	if err != nil || t.Articles+t.Changed+t.Dated == 0 {
		return err
	}
	return p.db.MergeIndexSegments(ctx)
}

// IsLost reports whether a page has lost its bytes: it stays to be done until they are back.
func IsLost(p news.Page) bool { return p.Problem == store.LostBody }

func (t *Tally) note(r store.Reading) {
	switch {
	case r.Problem != "":
		t.Problems++
	case !r.Article.Published.Known():
		t.Undated++
	}
}

// group signs new articles and finds the groups of near-duplicates anew, unless
// no signature has changed.
func (p *Pipeline) group(ctx context.Context, t *Tally) error {
	err := p.articles(ctx, store.StageGroup, "", timeline.GroupVersion, func(articles []news.Article) error {
		t.Grouped += len(articles)
		return p.db.SaveSignatures(ctx, timeline.GroupVersion, each(articles, sign))
	})
	if err != nil {
		return err
	}
	if grouped, err := p.db.Grouped(ctx, timeline.GroupVersion); err != nil || grouped {
		return err
	}
	var signed neardup.Index
	for s, err := range p.db.Signatures(ctx) {
		if err != nil {
			return err
		}
		if h, ok := neardup.FromBytes(s.MinHash); ok {
			signed.Add(s.ArticleID, h)
		}
	}
	return p.db.SaveGroups(ctx, timeline.GroupVersion, signed.Groups())
}

func sign(a news.Article) store.Signature {
	hash, _ := timeline.Sign(a) // too short a text has none
	if hash == nil {
		hash = []byte{}
	}
	return store.Signature{ArticleID: a.ID, MinHash: hash}
}

// annotate finds the sentences and time expressions of new articles.
func (p *Pipeline) annotate(ctx context.Context, t *Tally) error {
	return p.articles(ctx, store.StageAnnotate, "", timeline.AnnotateVersion, func(articles []news.Article) error {
		t.Annotated += len(articles)
		return p.db.SaveAnnotations(ctx, timeline.AnnotateVersion, each(articles, func(a news.Article) store.Annotation {
			sentences, times := timeline.Annotate(a)
			return store.Annotation{ArticleID: a.ID, Sentences: sentences, Times: times}
		}))
	})
}

// mention finds what the story asks about in the articles that belong to it.
func (p *Pipeline) mention(ctx context.Context, t *Tally) error {
	version := p.version(timeline.MentionVersion)
	return p.articles(ctx, store.StageMention, p.story.ID, version, func(articles []news.Article) error {
		t.Mentioned += len(articles)
		sentences := make(map[int64][]news.Sentence, len(articles))
		for _, a := range articles {
			s, err := p.db.Sentences(ctx, a.ID)
			if err != nil {
				return err
			}
			sentences[a.ID] = s
		}
		return p.db.SaveMentions(ctx, p.story.ID, version, each(articles, func(a news.Article) store.Mentions {
			found, belongs := timeline.Mentions(p.matcher, a, sentences[a.ID])
			m := store.Mentions{ArticleID: a.ID, Mentions: found}
			if !belongs {
				m.Problem = "not of the story"
			}
			return m
		}))
	})
}

// build makes the events of the whole story anew, unless nothing has changed.
func (p *Pipeline) build(ctx context.Context, t *Tally) error {
	version := p.version(timeline.BuildVersion)
	if built, err := p.db.Built(ctx, p.story.ID, version); err != nil || built {
		return err
	}
	minted, err := p.db.EventIDs(ctx, p.story.ID)
	if err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(buildGC))
	quotes, drop, err := scratch(filepath.Dir(p.db.Path()))
	if err != nil {
		return err
	}
	defer drop()
	events, ids, err := timeline.Tell(ctx, p.story, p.storyArticles(ctx), minted, quotes)
	if err != nil {
		return err
	}
	t.Built = true
	return p.db.SaveTimeline(ctx, p.story.ID, version, func(yield func(news.Event, error) bool) {
		for e, err := range events {
			t.Events++
			if !yield(e, err) {
				return
			}
		}
	}, ids)
}

// buildGC is GOGC while a timeline is built; the default is 100. What is kept of a story's statements
// holds no pointers, so that to collect twice as often costs little; of 100,000
// articles it saves a fifth of the memory.
const buildGC = 50

// scratch makes a file that is gone after drop, and where the system allows it
// even when the program is killed before. It lies beside the database rather
// than in a folder that may be memory.
func scratch(dir string) (f *os.File, drop func(), err error) {
	if f, err = os.CreateTemp(dir, "dateline-build-*"); err != nil {
		return nil, nil, err
	}
	os.Remove(f.Name()) // Windows keeps what is open
	return f, func() {
		f.Close()
		os.Remove(f.Name())
	}, nil
}

// version joins the version of a stage's rules with the story file, so that an
// edited story is read anew.
func (p *Pipeline) version(rules int64) int64 {
	h := fnv.New64a()
	fmt.Fprint(h, rules, p.story.Hash) // a hash never fails
	return int64(h.Sum64() >> 1)
}

// storyArticles walks over the articles of the story with all that was read in
// them, in order of URL.
func (p *Pipeline) storyArticles(ctx context.Context) iter.Seq2[statement.Article, error] {
	return func(yield func(statement.Article, error) bool) {
		groups, err := p.db.Groups(ctx)
		after := ""
		for err == nil {
			var articles []news.Article
			if articles, err = p.db.StoryArticles(ctx, p.story.ID, after, BatchSize); err != nil || len(articles) == 0 {
				break
			}
			for _, a := range articles {
				full, err := p.full(ctx, a, groups)
				if !yield(full, err) || err != nil {
					return
				}
			}
			after = articles[len(articles)-1].URL
		}
		if err != nil {
			yield(statement.Article{}, err)
		}
	}
}

func (p *Pipeline) full(ctx context.Context, a news.Article, groups map[int64]int64) (full statement.Article, err error) {
	full = statement.Article{Article: a, Group: groups[a.ID]}
	if full.Sentences, err = p.db.Sentences(ctx, a.ID); err != nil {
		return full, err
	}
	if full.Times, err = p.db.Times(ctx, a.ID); err != nil {
		return full, err
	}
	full.Mentions, err = p.db.Mentions(ctx, p.story.ID, a.ID)
	return full, err
}

// articles runs work over the articles that a stage has still to do.
func (p *Pipeline) articles(ctx context.Context, stage, story string, version int64, work func([]news.Article) error) error {
	return p.batches(ctx, stage, func(after int64) (int, int64, error) {
		articles, err := p.db.ArticlesToDo(ctx, stage, story, version, after, BatchSize)
		if err != nil || len(articles) == 0 {
			return 0, 0, err
		}
		return len(articles), articles[len(articles)-1].ID, work(articles)
	})
}

// batches calls next with the last ID of the batch before until it has nothing
// to do, and tells how far it is.
func (p *Pipeline) batches(ctx context.Context, stage string, next func(after int64) (n int, last int64, err error)) error {
	done, after := 0, int64(0)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, last, err := next(after)
		if err != nil || n == 0 {
			return err
		}
		done, after = done+n, last
		if p.Tell != nil {
			p.Tell(stage, done)
		}
	}
}

// each applies f to every item on all processors; the results keep the order.
func each[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(in)) {
		wg.Go(func() {
			for i := range next {
				out[i] = f(in[i])
			}
		})
	}
	for i := range in {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

// String tells what the stages did, in one line.
func (t Tally) String() string {
	var parts []string
	add := func(n int, format string, args ...any) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(t.Pages, "%s read", terminal.Plural(t.Pages, "page"))
	add(t.Articles, "%s new", terminal.Plural(t.Articles, "article"))
	add(t.Changed, "%d changed", t.Changed)
	add(t.Problems, "%d no article", t.Problems)
	add(t.Undated, "%d of unknown date", t.Undated)
	add(t.Dated, "%d dated by their neighbours", t.Dated)
	add(t.Annotated, "%d annotated", t.Annotated)
	add(t.Mentioned, "%d searched for mentions", t.Mentioned)
	if t.Built {
		parts = append(parts, terminal.Plural(t.Events, "event"))
	}
	if len(parts) == 0 {
		return "nothing to do"
	}
	return strings.Join(parts, ", ")
}
