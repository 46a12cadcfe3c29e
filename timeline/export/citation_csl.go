package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// cslItem is an item of CSL-JSON 1.0 (https://citationstyles.org/schema).
type cslItem struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Title    string    `json:"title"`
	Authors  []cslName `json:"author,omitempty"`
	Work     string    `json:"container-title,omitempty"`
	Agency   string    `json:"source,omitempty"`
	Issued   *cslDate  `json:"issued,omitempty"`
	Accessed *cslDate  `json:"accessed,omitempty"`
	URL      string    `json:"URL,omitempty"`
	Language string    `json:"language,omitempty"`
	Note     string    `json:"note,omitempty"` // the quote
}

// cslName is a name as printed. Which part of it is the family's depends on the
// country, and a byline may be a desk or an agency.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][3]int `json:"date-parts"`
}

func writeCSL(w io.Writer, list []citation) error {
	items := make([]cslItem, 0, len(list))
	for _, c := range list {
		items = append(items, c.csl())
	}
	return indented(w, items)
}

func (c citation) csl() cslItem {
	it := cslItem{ID: c.id, Type: "article-newspaper", Title: c.title, Work: c.work, Agency: c.agency, Issued: cslDay(c.published),
		URL: c.url, Language: c.language, Note: c.quote}
	if c.url != "" {
		it.Accessed = cslDay(c.accessed)
	}
	for _, a := range c.authors {
		it.Authors = append(it.Authors, cslName{a})
	}
	return it
}

func cslDay(t time.Time) *cslDate {
	if t.IsZero() {
		return nil
	}
	return &cslDate{[][3]int{{t.Year(), int(t.Month()), t.Day()}}}
}

// citationID is a key that reference managers take as it is and that stays
// with the article.
func citationID(v news.Evidence) string {
	sum := sha256.Sum256([]byte(v.Article + "\n" + v.URL))
	return "dateline-" + hex.EncodeToString(sum[:6])
}
