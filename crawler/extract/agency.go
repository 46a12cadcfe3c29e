package extract

import (
	"regexp"
	"strings"
)

// agencies are the names under which wire agencies sign, and the one we keep.
// Short names count only in the place of a signature, where they are not words.
var agencies = map[string]string{
	"dpa": "dpa", "dpa-afx": "dpa-AFX", "deutsche presse-agentur": "dpa", "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP",
	"ap": "AP", "the associated press": "AP", "associated press": "AP", "reuters": "Reuters", "thomson reuters": "Reuters", "rtr": "Reuters", "rtrs": "Reuters",
	"xinhua": "Xinhua", "新华社": "Xinhua", "新華社": "Xinhua", "新华网": "Xinhua", "中新社": "China News Service", "中新网": "China News Service", "中央社": "CNA",
	"apa": "APA", "sda": "Keystone-SDA", "keystone-sda": "Keystone-SDA", "epd": "epd", "kna": "KNA", "sid": "SID", "dts": "dts", "bloomberg": "Bloomberg", "dow jones": "Dow Jones",
	"efe": "EFE", "ansa": "ANSA", "europa press": "Europa Press", "tass": "TASS", "тасс": "TASS", "interfax": "Interfax", "интерфакс": "Interfax", "kyodo": "Kyodo",
	"共同": "Kyodo", "時事": "Jiji", "yonhap": "Yonhap", "연합뉴스": "Yonhap", "pti": "PTI", "ani": "ANI", "press association": "PA", "pa media": "PA", "ntb": "NTB",
	"ritzau": "Ritzau", "tt": "TT", "anp": "ANP", "belga": "Belga", "lusa": "Lusa", "anadolu": "Anadolu", "anadolu ajansı": "Anadolu", "aap": "AAP", "canadian press": "The Canadian Press", "the canadian press": "The Canadian Press",
	"adn": "ADN", "pap": "PAP", "ctk": "ČTK", "čtk": "ČTK", "upi": "UPI", "ians": "IANS", "bernama": "Bernama", "antara": "Antara", "cna": "CNA",
}

var (
	// "(Reuters) -", "BEIJING (AP) —", "(dpa/AFP)", "【新华社】".
	inBrackets = regexp.MustCompile(`[(（【\[]([^()（）【】\[\]]{2,60})[)）】\]]`)
	// "/ dpa", "dpa/lno", "Quelle: dpa", "Mit Material von Reuters".
	sourceLine = regexp.MustCompile(`(?i)(?:quellen?|source|fuente|来源|來源|mit material (?:von|der)|agenturmaterial(?: von)?|with reporting by|reporting by)\s*[:：]?\s*([^\n]{2,60})$`)
	// "(C) Reuters", "© dpa-infocom".
	copyrightLine = regexp.MustCompile(`(?i)^(?:©|\(c\)|copyright)\s*(?:20\d\d)?\s*([\pL-]{2,20})`)
	agencySplit   = regexp.MustCompile(`\s*(?:[/,;|&+·]|\s-\s|\bund\b|\band\b)\s*`)
)

// agency returns the wire agency that an article is by, or rests on: named as
// the author, in the byline, in the dateline of the first paragraph or in the
// last line.
func agency(authors []string, byline string, paragraphs []string) string {
	for _, s := range append(append([]string{}, authors...), byline) {
		if a := agencyIn(s); a != "" {
			return a
		}
	}
	if len(paragraphs) == 0 {
		return ""
	}
	first := paragraphs[0]
	if a := dateline(first); a != "" {
		return a
	}
	if len(paragraphs) > 1 {
		if a := dateline(paragraphs[1]); a != "" {
			return a
		}
	}
	return signature(paragraphs[len(paragraphs)-1])
}

// dateline reads "BERLIN (dpa) - " and "新华社北京8月30日电" at the start of a
// paragraph.
func dateline(paragraph string) string {
	start := head(paragraph, 80)
	if m := inBrackets.FindStringSubmatch(start); m != nil {
		if a := agencyIn(m[1]); a != "" {
			return a
		}
	}
	for _, name := range []string{"新华社", "新華社", "中新社", "中新网", "中央社"} {
		if strings.HasPrefix(start, name) {
			return agencies[name]
		}
	}
	if place, _, ok := cutDash(start); ok && len(strings.Fields(place)) <= 4 {
		return agencyIn(place)
	}
	return ""
}

func cutDash(s string) (string, string, bool) {
	for _, dash := range []string{" - ", " – ", " — ", "--"} {
		if a, b, ok := strings.Cut(s, dash); ok {
			return a, b, true
		}
	}
	return s, "", false
}

// signature reads the last line of an article: "dpa/lno", "(Reuters)",
// "Quelle: AFP", "© dpa-infocom".
func signature(last string) string {
	for _, re := range []*regexp.Regexp{sourceLine, copyrightLine} {
		if m := re.FindStringSubmatch(last); m != nil {
			if a := agencyIn(m[1]); a != "" {
				return a
			}
		}
	}
	if len(last) <= 40 {
		return agencyIn(strings.Trim(last, "()[] ."))
	}
	tail := last[max(0, len(last)-60):]
	if all := inBrackets.FindAllStringSubmatch(tail, -1); len(all) > 0 {
		return agencyIn(all[len(all)-1][1])
	}
	return ""
}

// agencyIn returns the agency that one of the parts of a signature names.
func agencyIn(s string) string {
	s = strings.ToLower(squash(s))
	if a := agencies[s]; a != "" {
		return a
	}
	for _, part := range agencySplit.Split(s, 12) {
		part = strings.Trim(part, " .:()")
		if a := agencies[part]; a != "" {
			return a
		}
		// "dpa-infocom", "dpa/lno", "berlin dpa".
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return r == '-' || r == ' ' }) {
			if w == "dpa" || w == "afp" || w == "reuters" || w == "xinhua" {
				return agencies[w]
			}
		}
	}
	return ""
}

// head returns at most n bytes of s, cut between runes.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
