package store

import (
	"context"
	"encoding/json"

	"github.com/seed-7461731f/dateline/store/news"
)

// The one JSON column of an article, meta, is written and read in this file's
// shapes alone.

// articleMeta is what a query never asks for, kept as one JSON column.
type articleMeta struct {
	Address   string   `json:"address,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Byline    string   `json:"byline,omitempty"`
	Agency    string   `json:"agency,omitempty"`
	Section   string   `json:"section,omitempty"`
	Published news.DCT `json:"published"`
	Modified  news.DCT `json:"modified"`
	Stub      bool     `json:"stub,omitempty"`

	Headlines []string    `json:"headlines,omitempty"`
	Live      bool        `json:"live,omitempty"`
	Parts     []news.Part `json:"parts,omitempty"`
}

func marshalMeta(a news.Article) (string, error) {
	b, err := json.Marshal(articleMeta{a.Address, a.Authors, a.Byline, a.Agency, a.Section, a.Published, a.Modified, a.Stub, a.Headlines, a.Live, a.Parts})
	return string(b), err
}

// citationMeta is what of articleMeta a citation needs; the rest is not worth its
// parsing.
type citationMeta struct {
	Authors []string `json:"authors"`
	Agency  string   `json:"agency"`
}

// A StubShare is how many articles of a publisher were read, and how many of them
// stop before their end.
type StubShare struct {
	Publisher       string
	Articles, Stubs int
}

// StubShares returns the shares of all publishers, by name.
func (db *DB) StubShares(ctx context.Context) ([]StubShare, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT publisher, count(*), coalesce(sum(CASE WHEN json_extract(meta, '$.stub') THEN 1 ELSE 0 END), 0)
		FROM article GROUP BY publisher ORDER BY publisher`)
	return collect(rows, err, func(row scanner) (s StubShare, err error) {
		return s, row.Scan(&s.Publisher, &s.Articles, &s.Stubs)
	})
}
