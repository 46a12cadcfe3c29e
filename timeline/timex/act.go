package timex

import "strings"

// actNouns are what is done on a day and named by it ever after, by language:
// "the order of August 14", "die Verfügung vom 14. August". In Chinese the noun
// follows: "8月14日的行政令".
var actNouns = map[string][]string{
	"en": {"order", "orders", "ruling", "decision", "injunction", "announcement", "statement", "letter", "notice", "memo", "filing", "complaint", "lawsuit", "suit", "law", "decree", "meeting", "vote", "report", "attack"},
	"de": {"verfügung", "anordnung", "erlass", "dekret", "urteil", "beschluss", "entscheidung", "klage", "schreiben", "brief", "mitteilung", "erklärung", "gesetz", "sitzung", "treffen", "bericht", "bescheid"},
	"zh": {"行政令", "命令", "裁决", "裁決", "裁定", "判决", "禁令", "声明", "聲明", "公告", "通知", "决定", "報告", "报告", "信函"},
}

// ofWords lead from such a noun to its day.
var ofWords = map[string][]string{"en": {"of", "dated"}, "de": {"vom"}}

// namesAct tells whether a date stands in the name of something done: it is
// past, whatever the clause around it looks to.
func (p *parser) namesAct(f *found) bool {
	if f.m.day == 0 || f.m.month == 0 || f.m.year != 0 {
		return false
	}
	nouns := actNouns[p.lang.code]
	if p.lang.code == "zh" {
		rest, ok := strings.CutPrefix(p.text[p.toks[f.end-1].end:p.toks[len(p.toks)-1].end], "的")
		return ok && hasAnyPrefix(rest, nouns)
	}
	i := f.start - 1
	if p.is(i, detC) {
		i--
	}
	return isWord(p.word(i), ofWords[p.lang.code]...) && isWord(p.word(i-1), nouns...)
}
