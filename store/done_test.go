package store

import (
	"slices"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

// What is asked for article by article or batch by batch must not cost more the
// more articles there are.
func TestLargeStoresAreReadByKey(t *testing.T) {
	db := open(t)
	for _, c := range []struct {
		name, query string
		args        []any
		want        string
	}{
		{"mark an article stale", staleStage, []any{StageMention, 1}, "SEARCH done USING PRIMARY KEY (stage=? AND story=? AND item=?)"},
		{"articles of a story", storyArticles, []any{"dam", "", 100}, "SEARCH article USING INDEX sqlite_autoindex_article_1 (url>?)"},
	} {
		rows, err := db.read.QueryContext(t.Context(), `EXPLAIN QUERY PLAN `+c.query, c.args...)
		plan, err := collect(rows, err, func(row scanner) (detail string, err error) {
			var id, parent, unused int
			return detail, row.Scan(&id, &parent, &unused, &detail)
		})
		if err != nil {
			t.Fatal(err)
		}
		if plan[0] != c.want || slices.Contains(plan, "USE TEMP B-TREE FOR ORDER BY") {
			t.Errorf("%s: plan = %q, want it to begin with %q and to sort nothing", c.name, plan, c.want)
		}
	}
}

func TestAnArticleIsUndoneForEveryStory(t *testing.T) {
	db, ctx := open(t), t.Context()
	a := told(t, db).Evidence[0].ArticleID
	for _, story := range []string{"dam", "valley"} {
		if err := db.SaveStory(ctx, news.Story{ID: story}); err != nil {
			t.Fatal(err)
		}
		if err := db.SaveMentions(ctx, story, 1, []Mentions{{ArticleID: a}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.SaveAnnotations(ctx, 1, []Annotation{{ArticleID: a}}); err != nil {
		t.Fatal(err)
	}
	for _, story := range []string{"dam", "valley"} {
		todo, err := db.ArticlesToDo(ctx, StageMention, story, 1, a-1, 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(todo) != 1 || todo[0].ID != a {
			t.Errorf("ArticlesToDo of story %s = %v, want article %d", story, todo, a)
		}
	}
}
