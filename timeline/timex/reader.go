package timex

import "strings"

// readers are what patterns call by name in pointed brackets.
var readers = map[string]reader{
	"<num>": readNumber, "<int>": readInt, "<day>": readDay, "<year>": readYear, "<anyyear>": readAnyYear, "<yy>": readShortYear,
	"<date>": readDate, "<clock>": readClock, "<hour>": readHour, "<military>": readMilitary, "<min>": readMinute, "<decade>": readDecade,
	"<monthnum>": readMonthNumber, "<ord>": readOrdinal, "<dotclock>": readDotClock, "<daymonth>": readDayMonth,
	"<yearpair>": readYearPair, "<yearmonth>": readYearMonth, "<bigyear>": readBigYear, "<spelled>": readSpelledYear,
	"<one>": readOne, "<signclock>": readSignClock, "<lday>": readLunarDay, "<lmonth>": readLunarMonth, "<digitday>": readDigitDay, "<adj>": readAdjective, "<name>": readName, "<noun>": readName, "<digits>": readMinuteDigits, "<yy2>": readTwoDigitYear, "<nth>": readNth, "<year2>": readYearOfTwo, "<decade2>": readPlainDecade,
}

func (p *parser) push(s slot, v int) { p.caps = append(p.caps, capture{slot: s, val: v}) }

func (p *parser) pushNumber(f float64) { p.caps = append(p.caps, capture{slot: numSlot, num: f}) }

// plainNumber reports whether token i is an integer of at most so many digits.
func (p *parser) plainNumber(i, digits int) bool {
	if i >= len(p.toks) {
		return false
	}
	t := &p.toks[i]
	return t.kind == numberToken && t.digits <= digits && t.parts.shape == noShape && t.frac == 0
}

func (p *parser) sense(i int, c class) (int, bool) {
	if i < 0 || i >= len(p.toks) {
		return 0, false
	}
	return p.toks[i].entry.sense(c)
}

func (p *parser) glued(i int, mark string) bool {
	return i < len(p.toks) && !p.toks[i].space && p.word(i) == mark
}

// readAdjective reads an adjective that the lexicon need not know, by its ending.
func readAdjective(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if t.kind != wordToken || t.upper || t.entry != nil && len(t.entry.senses) > 0 {
		return 0
	}
	w := p.text[t.start:t.end]
	for _, ending := range p.lang.data.AdjectiveEnding {
		if len(w) > len(ending)+1 && strings.HasSuffix(w, ending) {
			return 1
		}
	}
	return 0
}

// readName reads a word with a capital that the lexicon does not know: a name, or
// a noun where nouns have one.
func readName(p *parser, i int) int {
	if i >= len(p.toks) || p.toks[i].kind != wordToken || !p.toks[i].upper || p.toks[i].entry.known() {
		return 0
	}
	return 1
}
