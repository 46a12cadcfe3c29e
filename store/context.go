package store

import (
	"context"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Context is what stands around one piece of evidence.
type Context struct {
	Original      string   // canonical URL of the first kept of the article and its near-duplicates
	Before, After []string // sentences, in text order; empty where the text has changed since
}

// Contexts returns the context of every piece of evidence of an event, in the
// order of the evidence, with up to around sentences on each side.
func (db *DB) Contexts(ctx context.Context, e news.Event, around int) ([]Context, error) {
	articles, err := db.eventArticles(ctx, e)
	if err != nil {
		return nil, err
	}
	windows, err := db.eventSentences(ctx, e, around)
	if err != nil {
		return nil, err
	}
	out := make([]Context, len(e.Evidence))
	for i, v := range e.Evidence {
		a := articles[v.ArticleID]
		out[i] = a.Context
		out[i].Before, out[i].After = surroundings(a.text, v, windows[i])
	}
	return out, nil
}

// eventArticle is an article that an event rests on.
type eventArticle struct {
	Context
	text string
}

func (db *DB) eventArticles(ctx context.Context, e news.Event) (map[int64]eventArticle, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT article.id, article.text, coalesce(original.url, article.url) FROM article
		LEFT JOIN near_group ON near_group.article_id = article.id
		LEFT JOIN article AS original ON original.id = near_group.group_id
		WHERE article.id IN (SELECT article_id FROM evidence WHERE story = $1 AND event = $2)`, e.StoryID, e.ID)
	out := map[int64]eventArticle{}
	_, err = collect(rows, err, func(row scanner) (a eventArticle, err error) {
		var id int64
		err = row.Scan(&id, &a.text, &a.Original)
		out[id] = a
		return a, err
	})
	return out, err
}

// eventSentences returns the sentences around each piece of evidence, by its
// position, the sentence itself among them.
func (db *DB) eventSentences(ctx context.Context, e news.Event, around int) (map[int][]news.Sentence, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT evidence.position, sentence.article_id, idx, paragraph, start_byte, end_byte
		FROM evidence JOIN sentence ON sentence.article_id = evidence.article_id
			AND idx BETWEEN evidence.sentence - $3 AND evidence.sentence + $3 AND idx > 0
		WHERE story = $1 AND event = $2 ORDER BY position, idx`, e.StoryID, e.ID, around)
	out := map[int][]news.Sentence{}
	_, err = collect(rows, err, func(row scanner) (s news.Sentence, err error) {
		var position int
		err = row.Scan(&position, &s.ArticleID, &s.Index, &s.Paragraph, &s.Start, &s.End)
		out[position] = append(out[position], s)
		return s, err
	})
	return out, err
}

// surroundings cuts the sentences around a quote out of the text. A text that no
// longer holds the quote where it was gives none.
func surroundings(text string, v news.Evidence, window []news.Sentence) (before, after []string) {
	for _, s := range window {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			return nil, nil
		}
		switch cut := text[s.Start:s.End]; {
		case s.Index < v.Sentence:
			before = append(before, cut)
		case s.Index > v.Sentence:
			after = append(after, cut)
		case !strings.Contains(cut, v.Quote) && !strings.Contains(v.Quote, cut):
			return nil, nil
		}
	}
	return before, after
}
