package extract

import "strings"

// months are month names and their usual short forms in English, German,
// French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian and Swedish,
// Polish (genitive), Russian (genitive) and Turkish.
var months = monthTable(
	"january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia января ocak",
	"february feb februar feber février févr fév febrero febbraio fevereiro fev februari lutego февраля şubat",
	"march mar märz mrz maerz mars marzo março maart mrt marca марта mart",
	"april apr avril avr abril abr aprile kwietnia апреля nisan",
	"may mai mayo maggio mag maio mei maj maja мая mayıs",
	"june jun juni juin junio giugno giu junho czerwca июня haziran",
	"july jul juli juillet juil julio luglio lug julho lipca июля temmuz",
	"august aug août aout agosto ago augustus augusti sierpnia августа ağustos",
	"september sep sept septembre septiembre settembre set setembro września сентября eylül",
	"october oct oktober okt octobre octubre ottobre ott outubro out października октября ekim",
	"november nov novembre noviembre novembro listopada ноября kasım",
	"december dec dezember dez décembre déc diciembre dic dicembre dezembro december desember des grudnia декабря aralık",
)

func monthTable(names ...string) map[string]int {
	m := map[string]int{}
	for i, line := range names {
		for w := range strings.FieldsSeq(line) {
			m[w] = i + 1
		}
	}
	return m
}
