package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

const dayForm, monthForm = "2 January 2006", "January 2006"

// Display writes an interval in English words that claim no more than is known:
// "6 August 2020", "August 2020", "week of 3 August 2020". An approximate date
// (EDTF "~") is "about", an uncertain one ("?") "possibly".
func Display(i news.Interval) string {
	s := displayDays(i)
	switch {
	case strings.Contains(i.EDTF, "%"):
		return "possibly about " + s
	case strings.Contains(i.EDTF, "~"):
		return "about " + s
	case strings.Contains(i.EDTF, "?"):
		return "possibly " + s
	}
	return s
}

var seasons = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

func displayDays(i news.Interval) string {
	if i.From.IsZero() {
		return i.EDTF
	}
	from, last, year := i.From, lastDay(i), i.From.Format("2006")
	if len(i.EDTF) == 7 && seasons[i.EDTF[5:]] != "" {
		return seasons[i.EDTF[5:]] + " " + i.EDTF[:4]
	}
	switch {
	case i.Grain == news.GrainWeek:
		return "week of " + from.Format(dayForm)
	case i.Grain == news.GrainMonth:
		return from.Format(monthForm)
	case i.Grain == news.GrainQuarter:
		return fmt.Sprintf("%s quarter of %s", [...]string{"first", "second", "third", "fourth"}[int(from.Month()-1)/3], year)
	case i.Grain == news.GrainHalf && from.Month() < time.July:
		return "first half of " + year
	case i.Grain == news.GrainHalf:
		return "second half of " + year
	case i.Grain == news.GrainYear:
		return year
	case i.Grain == news.GrainDecade, i.Grain == news.GrainCentury:
		return year + "–" + strconv.Itoa(last.Year())
	case from.Equal(last):
		return from.Format(dayForm)
	}
	return from.Format(dayForm) + " – " + last.Format(dayForm)
}
