package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"

	"github.com/seed-7461731f/dateline/store/news"
)

// Search terms are made here rather than in the engine, so that German,
// English and Chinese search the same way on every engine: accents folded,
// lower case, runs of Han in overlapping pairs, stems beside the words.

// index writes the rows of articles in the full text index anew. It comes last
// in a transaction: between other statements FTS5 would write out its buffers
// before each of them.
func index(ctx context.Context, tx *writeTx, articles []news.Article) error {
	for _, a := range articles {
		if err := unindex(ctx, tx, a.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO article_key (article_id, fts_key) VALUES ($1, $2)`, a.ID, ftsKey(a)); err != nil {
			return err
		}
	}
	for _, a := range articles {
		title, text := terms(a.Title), terms(a.Text)
		if _, err := tx.ExecContext(ctx, `INSERT INTO article_fts (rowid, title, text, extra) VALUES ($1, $2, $3, $4)`,
			ftsKey(a), strings.Join(title, " "), strings.Join(text, " "), strings.Join(extraTerms(append(title, text...), a), " ")); err != nil {
			return err
		}
	}
	return nil
}

func unindex(ctx context.Context, tx *writeTx, article int64) error {
	var old int64
	err := tx.QueryRowContext(ctx, `DELETE FROM article_key WHERE article_id = $1 RETURNING fts_key`, article).Scan(&old)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM article_fts WHERE rowid = $1`, old)
	return err
}

// ftsKey runs in publication order and is unique for 16 million articles a second.
func ftsKey(a news.Article) int64 {
	const idBits = 24
	return max(a.Published.Time.Unix(), 0)<<idBits | a.ID&(1<<idBits-1)
}

// terms splits text into folded words and pairs of Han signs, in text order.
func terms(text string) []string {
	var out []string
	for _, word := range words(text) {
		if isHan([]rune(word)[0]) {
			out = append(out, bigrams(word)...)
		} else {
			out = append(out, fold(word))
		}
	}
	return out
}

// words cuts text into runs of letters and digits; a run is all Han or has none.
func words(text string) []string {
	var out []string
	start, han := -1, false
	flush := func(end int) {
		if start >= 0 {
			out = append(out, text[start:end])
		}
		start = -1
	}
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			flush(i)
			continue
		}
		if start >= 0 && isHan(r) != han {
			flush(i)
		}
		if start < 0 {
			start, han = i, isHan(r)
		}
	}
	flush(len(text))
	return out
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// bigrams gives the overlapping pairs of a run of Han; a single sign is itself.
func bigrams(run string) []string {
	r := []rune(run)
	if len(r) == 1 {
		return []string{run}
	}
	out := make([]string, 0, len(r)-1)
	for i := range len(r) - 1 {
		out = append(out, string(r[i:i+2]))
	}
	return out
}

// fold lowers a word and drops its accents: "Größe" is "grosse".
func fold(word string) string {
	ascii := true
	for i := range len(word) {
		if word[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// extraTerms gives the stems of the words and the spelling of umlauts with e,
// each once, in order of first appearance.
func extraTerms(terms []string, a news.Article) []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, t := range terms {
		if !seen[t] {
			seen[t] = true
			if s := stem(t, a.Language); s != t {
				add(s)
			}
		}
	}
	const dotted = "äöüÄÖÜ"
	if !strings.ContainsAny(a.Title, dotted) && !strings.ContainsAny(a.Text, dotted) {
		return out
	}
	for _, w := range words(a.Title + " " + a.Text) {
		if strings.ContainsAny(w, dotted) {
			add(fold(umlauts.Replace(strings.ToLower(w))))
		}
	}
	return out
}

// stem cuts a folded word to its stem in English or German; other languages
// keep the word.
func stem(word, lang string) string {
	env := snowballstem.NewEnv(word)
	switch {
	case strings.HasPrefix(lang, "en"):
		english.Stem(env)
	case strings.HasPrefix(lang, "de"):
		german.Stem(env)
	default:
		return word
	}
	return env.Current()
}

// ftsQuery turns what a user typed into an FTS5 query in which every word must
// occur, as itself or as its stem; "" when there is no word in it.
func ftsQuery(typed string) string {
	var all []string
	for _, field := range strings.Fields(typed) {
		ts := terms(field)
		switch {
		case len(ts) == 0:
			continue
		case len(ts) == 1 && len([]rune(ts[0])) == 1 && isHan([]rune(ts[0])[0]):
			all = append(all, quote(ts[0])+"*") // one sign: the first of any pair
		case len(ts) == 1 && isInitials(field):
			all = append(all, "("+quote(ts[0])+" OR "+quote(strings.Join(strings.Split(ts[0], ""), " "))+")")
		case len(ts) == 1:
			all = append(all, anyForm(ts[0]))
		default: // "covid-19", "U.S.", longer Chinese words
			all = append(all, quote(strings.Join(ts, " ")))
		}
	}
	return strings.Join(all, " AND ")
}

// isInitials tells of "US", which texts print as "U.S." too. What is typed with
// its points is looked for with them: "us" is also a word.
func isInitials(typed string) bool {
	const longest = 5
	return len(typed) >= 2 && len(typed) <= longest && strings.Trim(typed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func anyForm(term string) string {
	forms := []string{quote(term)}
	for _, lang := range []string{"en", "de"} {
		if s := quote(stem(term, lang)); s != forms[len(forms)-1] {
			forms = append(forms, s)
		}
	}
	return "(" + strings.Join(forms, " OR ") + ")"
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// Search returns up to limit articles that hold every word typed, newest first.
func (db *DB) Search(ctx context.Context, typed string, limit int) ([]news.Article, error) {
	return db.SearchAfter(ctx, typed, "", limit)
}

// SearchAfter goes on with a search after the article with a canonical URL; ""
// begins it, and an article that is not there ends it.
func (db *DB) SearchAfter(ctx context.Context, typed, url string, limit int) ([]news.Article, error) {
	q := ftsQuery(typed)
	if q == "" {
		return nil, nil
	}
	rows, err := db.read.QueryContext(ctx, `
		SELECT article.id, article.url, article.page_id, article.publisher, article.language, article.title, article.text, article.version, article.sha256, article.meta
		FROM (SELECT rowid AS hit FROM article_fts WHERE article_fts MATCH $1
			AND ($3 = '' OR rowid < (SELECT fts_key FROM article JOIN article_key ON article_key.article_id = article.id WHERE article.url = $3))
			ORDER BY rowid DESC LIMIT $2)
		JOIN article_key ON fts_key = hit JOIN article ON article.id = article_id ORDER BY hit DESC`, q, limit, url)
	return collect(rows, err, scanArticle)
}
