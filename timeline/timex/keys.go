package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// A key is what a section of the lexicon or a piece of a compound says of its
// words: "[relunit -1 year]".
type key struct {
	num, unit, weekday, part, rel, mod int
	narrow                             bool
}

// keyFields read one word of a key.
var keyFields = map[string]func(k *key, w string) bool{
	"num":     func(k *key, w string) bool { return number(&k.num, w) },
	"unit":    func(k *key, w string) bool { return named(&k.unit, unitNames[:], w) },
	"weekday": func(k *key, w string) bool { return number(&k.weekday, w) },
	"part":    func(k *key, w string) bool { return named(&k.part, partNames[:], w) },
	"rel":     func(k *key, w string) bool { return number(&k.rel, w) },
	"mod":     func(k *key, w string) bool { return named(&k.mod, modNames[:], w) },
	"ref":     func(k *key, w string) bool { return named(&k.num, refNames[:], w) },
	"narrow":  func(k *key, w string) bool { k.narrow = w == "narrow"; return k.narrow },
	"tenths": func(k *key, w string) bool {
		f, err := strconv.ParseFloat(w, 64)
		k.num = int(f * 10)
		return err == nil
	},
}

// number reads an integer, or X for vague.
func number(n *int, w string) bool {
	if w == "X" {
		*n = vague
		return true
	}
	v, err := strconv.Atoi(w)
	*n = v
	return err == nil
}

func named(n *int, names []string, w string) bool {
	for i, name := range names {
		if name == w && name != "" {
			*n = i
			return true
		}
	}
	return false
}

// The names of values in keys and settings.
var (
	unitNames = [...]string{second: "second", minute: "minute", hour: "hour", daypart: "daypart", dayUnit: "day", weekend: "weekend", week: "week", fortnight: "fortnight",
		month: "month", season: "season", quarter: "quarter", half: "half", year: "year", decade: "decade", century: "century", millennium: "millennium"}
	partNames = [...]string{morning: "morning", midday: "midday", afternoon: "afternoon", evening: "evening", night: "night", daytime: "daytime"}
	modNames  = [...]string{"start", "mid", "end", "approx", "more", "less", "at-least", "at-most"}
	refNames  = [...]string{"present", "past", "future"}
)

// A keyForm says which fields the key of a class has, in order ("?" after one
// that may be missing), and how they make the value of the class.
type keyForm struct {
	fields string
	value  func(k *key) int
}

func keyNum(k *key) int  { return k.num }
func keyUnit(k *key) int { return k.unit }
func keyMod(k *key) int  { return k.mod }

// keyForms are those of the classes whose sections have keys; the keys of
// holidays and zones are read by their own.
var keyForms = map[class]keyForm{
	monthC: {"num", keyNum}, seasonC: {"num", keyNum}, relC: {"num", keyNum}, offsetC: {"num", keyNum}, ordC: {"num", keyNum}, numC: {"num", keyNum},
	scaleC: {"num", keyNum}, vagueC: {"num", keyNum}, coupleC: {"num", keyNum}, decadeC: {"num", keyNum}, ampmC: {"num", keyNum}, clockC: {"num", keyNum},
	quarterC: {"num", keyNum}, halfyearC: {"num", keyNum}, reignC: {"num", keyNum}, lunarMonthC: {"num", keyNum}, windowC: {"num", keyNum}, halfC: {"tenths", keyNum}, refC: {"ref", keyNum},
	unitC: {"unit", keyUnit}, freqC: {"unit", keyUnit}, modC: {"mod", keyMod}, edgeC: {"mod", keyMod}, approxC: {"mod", keyMod},
	partC:    {"part", func(k *key) int { return k.part }},
	weekdayC: {"weekday part?", func(k *key) int { return k.part*10 + k.weekday }},
	partRefC: {"num part", func(k *key) int { return (k.num+relBase)*10 + k.part }},
	relUnitC: {"rel unit", func(k *key) int { return (k.rel+relBase)*100 + k.unit }},
	relDayC:  {"rel weekday", func(k *key) int { return (k.rel+relBase)*10 + k.weekday }},
	numUnitC: {"num unit", func(k *key) int { return (k.num-vague)*100 + k.unit }},
	partOfC:  {"mod unit? narrow?", partOfValue},
}

// relBase keeps the values that hold a signed and an unsigned part positive.
const relBase = 50

// narrow marks a part that hugs the end of its unit.
const narrow = 10

func partOfValue(k *key) int {
	v := k.unit*100 + k.mod
	if k.narrow {
		v += narrow
	}
	return v
}

// value reads the key of a section.
func (g *grammar) value(c class, s string) (int, error) {
	switch c {
	case holidayC:
		h, ok := parseHoliday(s)
		if !ok {
			return 0, fmt.Errorf("want a day: 12-25, easter+1, lunar 8-15, 11 thursday 4")
		}
		g.holidays = append(g.holidays, h)
		return len(g.holidays) - 1, nil
	case zoneC:
		z, ok := parseZone(s)
		if !ok {
			return 0, fmt.Errorf("want a zone: America/New_York -05, UTC Z, local")
		}
		g.zones = append(g.zones, z)
		return len(g.zones) - 1, nil
	}
	form, ok := keyForms[c]
	if !ok {
		return 0, fmt.Errorf("takes no key")
	}
	var k key
	if !k.read(form.fields, strings.Fields(s)) {
		return 0, fmt.Errorf("want a key of: %s", form.fields)
	}
	return form.value(&k), nil
}

// read reads the words of a key into the named fields.
func (k *key) read(fields string, words []string) bool {
	for _, f := range strings.Fields(fields) {
		name, optional := strings.CutSuffix(f, "?")
		if len(words) > 0 && keyFields[name](k, words[0]) {
			words = words[1:]
		} else if !optional {
			return false
		}
	}
	return len(words) == 0
}
