package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

var csvHeader = []string{"id", "date", "from", "to", "status", "outcome", "topic", "actors", "headline", "summary", "articles", "independent",
	"first_publisher", "first_url", "first_published"}

// CSV writes RFC 4180 with a header row; its lines end in LF, as those of the
// other exports do. Actors are joined by " | ". A cell that a spreadsheet would
// run as a formula gets an apostrophe in front (CWE-1236).
func CSV(w io.Writer, events []news.Event) error {
	c := csv.NewWriter(w)
	c.Write(csvHeader)
	for _, x := range events {
		e := NewEvent(x)
		row := []string{e.ID, e.Date, e.From, e.To, string(e.Status), string(e.Outcome), e.Topic, strings.Join(e.Actors, " | "),
			e.Headline, e.Summary, strconv.Itoa(e.Articles), strconv.Itoa(e.Independent),
			e.FirstReport.Publisher, e.FirstReport.URL, e.FirstReport.Published}
		for i, cell := range row {
			row[i] = inert(line(cell))
		}
		c.Write(row)
	}
	c.Flush()
	return c.Error() // the error of any Write above, too
}

// inert guards a cell of one line against being run. The wide signs start a
// formula where the spreadsheet speaks Chinese or Japanese.
func inert(cell string) string {
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(cell, sign) {
			return "'" + cell
		}
	}
	return cell
}
