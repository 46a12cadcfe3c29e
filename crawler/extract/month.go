package extract

import "strings"

// months are month names and their usual short forms in English, German,
// French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian and Swedish,
// Polish, Russian, Czech, Ukrainian, Finnish and Greek (as they stand beside a
// day), Turkish, Romanian, Indonesian and Arabic.
var months = monthTable(
	"january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia января ocak ledna січня ianuarie tammikuuta ιανουαρίου يناير",
	"february feb februar feber février févr fév febrero febbraio fevereiro fev februari lutego февраля şubat února лютого februarie helmikuuta φεβρουαρίου فبراير",
	"march mar märz mrz maerz mars marzo março maart mrt marca марта mart března березня martie maret maaliskuuta μαρτίου مارس",
	"april apr avril avr abril abr aprile kwietnia апреля nisan dubna квітня aprilie huhtikuuta απριλίου أبريل",
	"may mai mayo maggio mag maio mei maj maja мая mayıs května травня toukokuuta μαΐου مايو",
	"june jun juni juin junio giugno giu junho czerwca июня haziran června червня iunie kesäkuuta ιουνίου يونيو",
	"july jul juli juillet juil julio luglio lug julho lipca июля temmuz července липня iulie heinäkuuta ιουλίου يوليو",
	"august aug août aout agosto ago augustus augusti sierpnia августа ağustos srpna серпня agustus elokuuta αυγούστου أغسطس",
	"september sep sept septembre septiembre settembre set setembro września сентября eylül září вересня septembrie syyskuuta σεπτεμβρίου سبتمبر",
	"october oct oktober okt octobre octubre ottobre ott outubro out października октября ekim října жовтня octombrie lokakuuta οκτωβρίου أكتوبر",
	"november nov novembre noviembre novembro listopada ноября kasım listopadu листопада noiembrie marraskuuta νοεμβρίου نوفمبر",
	"december dec dezember dez décembre déc diciembre dic dicembre dezembro december desember des grudnia декабря aralık prosince грудня decembrie joulukuuta δεκεμβρίου ديسمبر",
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
