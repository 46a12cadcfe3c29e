package statement

import "github.com/seed-7461731f/dateline/store/news"

// A cursor is what moves while the sentences of an article are read in order.
// Questions only look at it; dated and stated move it.
type cursor struct {
	from     *Source // of the sentence at hand: the article, or its entry of a live blog
	state    int     // sentence whose state of affairs the next one may continue; -1 none
	told     int     // sentence that dated a happening to one day; -1 none
	toldDate date
	led      bool // the lead is past, or a dated sentence stood in its place
}

func newCursor() *cursor { return &cursor{state: -1, told: -1} }

// dated moves the cursor by the dates that the i-th sentence has.
func (c *cursor) dated(i int, dates []date) {
	for _, d := range dates {
		switch {
		case d.explicit:
			c.state = -1
		case d.holds:
			c.state = i
		}
		c.led = c.led || d.lead && !d.act
	}
}

// stated moves it by a statement of the sentence.
func (c *cursor) stated(i int, s news.Sentence, d date, status news.Status, turnsBack bool) {
	c.led = c.led || s.Index > 0
	if d.when.Days() == 1 && status == news.Happened && (d.explicit || d.lead || c.told == i-1) && !turnsBack {
		c.told, c.toldDate = i, d
	}
}
