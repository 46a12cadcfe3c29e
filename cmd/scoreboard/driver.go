package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A sqlLoad is what both drivers run: the schema, statements, and batches of
// steps, each batch a transaction. Its JSON is read by the peer, too.
type sqlLoad struct {
	Schema     []string
	Statements []string
	Batches    [][]sqlStep
}

// A sqlStep is one statement by its index, and its arguments: texts and integers.
type sqlStep struct {
	Statement int
	Texts     []string
	Integers  []int64
	Order     string // "t" or "i" an argument
}

// driverStatements are those by which the store inserts an article.
var driverStatements = []string{
	`INSERT INTO article (id, url, page_id, publisher, language, published_ms, title, text, version, sha256, meta)
		VALUES ($1, $2, $3, $4, 'en', $5, $6, $7, 1, $8, '{}')`,
	`INSERT INTO article_version (article_id, version, page_id, title, text, sha256, meta) VALUES ($1, 1, $2, $3, $4, $5, '{}')`,
	`INSERT INTO article_key (article_id, fts_key) VALUES ($1, $2)`,
	`INSERT INTO article_fts (rowid, title, text, extra) VALUES ($1, $2, $3, '')`,
	`INSERT INTO done (stage, story, item, version, problem) VALUES ('extract', '', $1, 1, '')`,
}

const (
	driverArticles = 4000
	driverRounds   = 5
)

// measureDriver runs the same inserts on our driver and on the C library.
func measureDriver(string) ([]row, error) {
	dir, err := os.MkdirTemp("", "scoreboard")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	peer, err := buildPeer(dir)
	if err != nil {
		fmt.Fprintf(os.Stderr, "scoreboard: no row on the driver: %v\n", err)
		return nil, nil
	}
	loadFile := filepath.Join(dir, "load.json")
	if err := writeLoad(loadFile, dir); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	var ours, theirs, ratio []float64
	for n := range driverRounds {
		job, err := json.Marshal(job{Kind: "sql", Dir: dir, Round: n})
		if err != nil {
			return nil, err
		}
		a, err := rateOf(exec.Command(self, "-job", string(job)))
		if err != nil {
			return nil, err
		}
		b, err := rateOf(exec.Command(peer, loadFile, filepath.Join(dir, fmt.Sprintf("peer%d.db", n))))
		if err != nil {
			return nil, err
		}
		ours, theirs, ratio = append(ours, a), append(theirs, b), append(ratio, a/b)
	}
	return []row{{Board: "speed", Corpus: "the store's statements, ready terms", Measure: "driver, full text index", Value: median(ours), Unit: "articles/s",
		Peer: median(theirs), PeerBy: "go-sqlite3 (cgo)", Note: fmt.Sprintf("%.2f of it", median(ratio))}}, nil
}

// rateOf runs a command that prints seconds.
func rateOf(cmd *exec.Cmd) (float64, error) {
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	var seconds float64
	_, err = fmt.Sscan(string(out), &seconds)
	return driverArticles / seconds, err
}

// buildPeer builds the peer from its module, which lies beside this program's
// source.
func buildPeer(dir string) (string, error) {
	source := filepath.Join("cmd", "scoreboard", "cgo")
	if _, err := os.Stat(source); err != nil {
		return "", errors.New("run it in the folder of the repository")
	}
	out := filepath.Join(dir, "peer")
	cmd := exec.Command("go", "build", "-tags", "sqlite_fts5", "-o", out, ".")
	cmd.Dir, cmd.Env = source, append(os.Environ(), "CGO_ENABLED=1")
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("the peer needs a C compiler: %w: %s", err, strings.TrimSpace(string(said)))
	}
	return out, nil
}

func writeLoad(path, dir string) error {
	schema, err := storeSchema(filepath.Join(dir, "schema.db"))
	if err != nil {
		return err
	}
	l := sqlLoad{Schema: schema, Statements: driverStatements}
	r := rand.New(rand.NewPCG(9, 10))
	word := madeWords(r)
	for n := 0; n < driverArticles; n += storeBatch {
		var batch []sqlStep
		for i, a := range zipfArticles(r, word, n, storeBatch) {
			batch = append(batch, steps(int64(n+i+1), a)...)
		}
		l.Batches = append(l.Batches, batch)
	}
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

// storeSchema reads the tables of a new store, without those that SQLite makes.
func storeSchema(path string) (schema []string, err error) {
	db, err := store.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	defer raw.Close()
	rows, err := raw.Query(`SELECT sql FROM sqlite_master WHERE tbl_name IN ('page', 'article', 'article_version', 'article_key', 'article_fts', 'done') AND sql IS NOT NULL ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		schema = append(schema, s)
	}
	// How eagerly the index merges is set in it, not in its declaration.
	var merge int
	err = raw.QueryRow(`SELECT v FROM article_fts_config WHERE k = 'automerge'`).Scan(&merge)
	schema = append(schema, fmt.Sprintf(`INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', %d)`, merge))
	return schema, errors.Join(err, rows.Err())
}

// steps are those that insert one article. Its key rises with its ID, as where
// a batch is sorted.
func steps(id int64, a news.Article) []sqlStep {
	published := a.Published.Time.UnixMilli()
	plain := strings.ToLower(strings.ReplaceAll(a.Text, ".", ""))
	return []sqlStep{
		{0, []string{a.URL, a.Publisher, a.Title, a.Text, a.SHA256}, []int64{id, id, published}, "ititittt"},
		{1, []string{a.Title, a.Text, a.SHA256}, []int64{id, id}, "iittt"},
		{2, nil, []int64{id, id << 24}, "ii"},
		{3, []string{a.Title, plain}, []int64{id << 24}, "itt"},
		{4, nil, []int64{id}, "i"},
	}
}

// runLoad runs the load on our driver and prints the seconds, as the peer does.
func runLoad(j job, stdout io.Writer) error {
	data, err := os.ReadFile(filepath.Join(j.Dir, "load.json"))
	if err != nil {
		return err
	}
	var l sqlLoad
	if err := json.Unmarshal(data, &l); err != nil {
		return err
	}
	path := filepath.Join(j.Dir, fmt.Sprintf("ours%d.db", j.Round))
	db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-16384)")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range l.Schema {
		if _, err := db.Exec(s); err != nil {
			return err
		}
	}
	start := time.Now()
	for _, b := range l.Batches {
		if err := runBatch(db, l.Statements, b); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintln(stdout, time.Since(start).Seconds())
	return err
}

func runBatch(db *sql.DB, statements []string, batch []sqlStep) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // a no-op after Commit
	prepared := make([]*sql.Stmt, len(statements))
	for i, s := range statements {
		if prepared[i], err = tx.Prepare(s); err != nil {
			return err
		}
	}
	for _, s := range batch {
		var args []any
		for _, kind := range s.Order {
			if kind == 't' {
				args, s.Texts = append(args, s.Texts[0]), s.Texts[1:]
			} else {
				args, s.Integers = append(args, s.Integers[0]), s.Integers[1:]
			}
		}
		if _, err := prepared[s.Statement].Exec(args...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
