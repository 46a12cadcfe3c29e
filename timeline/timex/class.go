package timex

// A class is a kind of word that patterns name.
type class uint8

const (
	noClass class = iota
	monthC
	weekdayC
	unitC
	relC     // last, next, this
	agoC     // ago: before the DCT
	henceC   // from now: after the DCT
	laterC   // after what was told
	earlierC // before what was told
	modC     // early, mid, late
	edgeC    // beginning, middle, end of
	approxC  // about, more than
	seasonC
	partC    // of the day
	offsetC  // yesterday, today, tomorrow
	partRefC // tonight: part of the day of the DCT
	refC     // now, recently, soon
	ordC
	numC
	scaleC  // hundred
	vagueC  // several
	halfC   // half
	decadeC // nineties
	holidayC
	eachC
	freqC // daily
	ampmC
	zoneC
	eraC     // BC
	adC      // AD
	clockC   // noon, midnight: hour
	quarterC // Q3
	halfyearC
	detC
	thatC // that day
	withinC
	ageC     // year-old
	adjC     // adjectives that may stand between a count and its unit
	numUnitC // fünfjährig: count in the word
	reignC   // Chinese reign names: first year
	lunarC
	lunarMonthC // 正月
	partOfC     // 初 中 底, parts of a unit
	rangeC      // to, bis, 至
	andC        // and, or
	leadC       // may stand between by and a date
	byC         // by, until: a deadline
	blockC      // words that only look like a time
	relUnitC    // 去年: last and year in one word
	relDayC     // 上周三
	coupleC     // a couple of
	ofC
	aheadC  // verbs before an infinitive that looks ahead
	windowC // the last or next so many: -1, 1
	clauseC // that, if, which: a clause begins
	markC   // words a rule names without a meaning
	classes
)

// classNames are the names of the classes in patterns, and of the sections of
// the lexicon that hold their words.
var classNames = map[string]class{
	"month": monthC, "weekday": weekdayC, "unit": unitC, "rel": relC, "ago": agoC, "hence": henceC, "later": laterC,
	"earlier": earlierC, "mod": modC, "approx": approxC, "season": seasonC, "part": partC, "offset": offsetC,
	"partref": partRefC, "ref": refC, "ord": ordC, "num": numC, "scale": scaleC, "vague": vagueC, "half": halfC,
	"decade": decadeC, "holiday": holidayC, "each": eachC, "freq": freqC, "ampm": ampmC, "zone": zoneC, "era": eraC,
	"ad": adC, "clock": clockC, "quarter": quarterC, "halfyear": halfyearC, "det": detC, "that": thatC, "within": withinC,
	"age": ageC, "adj": adjC, "numunit": numUnitC, "reign": reignC, "lunar": lunarC, "partof": partOfC, "range": rangeC,
	"and": andC, "by": byC, "block": blockC, "lead": leadC, "edge": edgeC, "clause": clauseC, "window": windowC,
	"couple": coupleC, "of": ofC, "relunit": relUnitC, "relday": relDayC, "mark": markC, "ahead": aheadC, "lunarmonth": lunarMonthC,
}

// A mask of classes is one word.
var _ [64 - classes]struct{}

func (c class) bit() uint64 { return 1 << c }
