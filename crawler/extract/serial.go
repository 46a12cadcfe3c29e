package extract

import (
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// A number of an article has so many digits at least: shorter ones are pages,
// parts and years. More than maxSerial overflow, or are no count.
const (
	leastSerial  = 5 // beside words: -150528.html
	leastWhole   = 4 // alone: /4711/, ?id=4711
	maxSerial    = 15
	maxSerialURL = 2000 // bytes of an address that is looked at
)

var (
	// serialWhole is a part of a path that is a number, perhaps behind letters
	// and before an extension: 353500.html, article245055596, a-65464327.
	serialWhole = regexp.MustCompile(`^(\pL{0,12}[-_.]?)(\d{4,15})(\.\pL{2,5})?$`)
	// serialLast and serialFirst are a number after or before words.
	serialLast  = regexp.MustCompile(`[-_,.](\pL{0,3})(\d{5,15})(\.\pL{2,5})?$`)
	serialFirst = regexp.MustCompile(`^(\d{5,15})[-_]\pL`)
	serialName  = regexp.MustCompile(`(?i)^(?:\pL{0,12}[-_]?id|sid|article|artikel|story|news|p)$`)
	packedDay   = regexp.MustCompile(`^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])`)
)

// SerialOf reads the number out of the address of an article, for sites that
// count theirs: -2008-150528.html, /article/4881234, ?sid=73658. Its series is
// the host and the form of the number without its digits. Whether the numbers
// of a series rise with time is for DateBetween to see. It is zero when the
// address has none; a day written in digits is none.
func SerialOf(address string) news.Serial {
	u, err := url.Parse(head(address, maxSerialURL))
	if err != nil || u.Host == "" {
		return news.Serial{}
	}
	host := canon.Host(address)
	if s, ok := serialOfQuery(host, u); ok {
		return s
	}
	for p := strings.TrimSuffix(u.Path, "/"); p != "" && p != "/"; p = strings.TrimSuffix(path.Dir(p), "/") {
		if s, ok := serialOfPart(host, path.Base(p)); ok {
			return s
		}
	}
	return news.Serial{}
}

// serialOfQuery reads the one parameter that is named for a number. The others
// are part of the series: a host may count for many publishers.
func serialOfQuery(host string, u *url.URL) (s news.Serial, ok bool) {
	query := u.Query()
	name := ""
	for key, values := range query {
		if len(values) != 1 || !serialName.MatchString(key) {
			continue
		}
		n, isNumber := serialNumber(values[0], leastWhole)
		if !isNumber || name != "" {
			return news.Serial{}, false // two numbers: neither is known to be the article's
		}
		name, s.Number = key, n
	}
	if name == "" {
		return news.Serial{}, false
	}
	query.Del(name)
	s.Series = host + u.Path + "?" + name + "=#"
	if len(query) > 0 {
		s.Series += "&" + query.Encode()
	}
	return s, true
}

func serialOfPart(host, part string) (news.Serial, bool) {
	form, digits, least := "", "", leastSerial
	if m := serialWhole.FindStringSubmatch(part); m != nil {
		form, digits = m[1]+"#"+m[3], m[2]
		if m[1] == "" {
			least = leastWhole
		}
	} else if m := serialLast.FindStringSubmatch(part); m != nil {
		form, digits = "-"+m[1]+"#"+m[3], m[2]
	} else if m := serialFirst.FindStringSubmatch(part); m != nil {
		form, digits = "#-", m[1]
	}
	n, ok := serialNumber(digits, least)
	return news.Serial{Series: host + "/" + form, Number: n}, ok
}

func serialNumber(digits string, least int) (int64, bool) {
	isYear := len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
	isDay := (len(digits) == 8 || len(digits) >= 10) && packedDay.MatchString(digits)
	if len(digits) < least || len(digits) > maxSerial || isYear || isDay {
		return 0, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil && n > 0
}
