package timex

// A holiday is a day with a name: on a fixed date, so many days from Easter,
// or the nth weekday of a month.
type holiday struct {
	name       string
	month, day int
	easter     int // days from Easter Sunday, with month 0
	nth, wday  int // nth weekday of month, with day 0
	after      int // days after it
	lunar      bool
}

func (h *holiday) in(y int) (day, bool) {
	switch {
	case h.lunar:
		return lunarDay(y, h.month, h.day)
	case h.month == 0:
		return easter(y) + day(h.easter), true
	case h.day == 0:
		return nthWeekday(y, h.month, h.nth, h.wday) + day(h.after), true
	}
	return civil(y, h.month, h.day), true
}

// Indices into holidays, the values of holidayC.
const (
	newYear = iota
	epiphany
	valentine
	candlemas
	labour
	germanUnity
	allSaints
	nicholas
	christmasEve
	christmas
	boxing
	newYearsEve
	carnivalMonday
	shroveTuesday
	ashWednesday
	palmSunday
	maundyThursday
	goodFriday
	holySaturday
	easterSunday
	easterMonday
	ascension
	pentecost
	whitMonday
	corpusChristi
	assumption
	halloween
	independence
	thanksgiving
	laborUS
	memorial
	kingDay
	presidents
	columbus
	veterans
	bastille
	springFestival
	lunarEve
	lantern
	dragonBoat
	midAutumn
	doubleNinth
	qixi
	nationalCN
	womensDay
	childrensDay
	armyCN
	patrick
	juneteenth
	qingming
	mothersDay
	electionDay
	fathersDay
	blackFriday
)

var holidays = [...]holiday{
	newYear:        {name: "New Year", month: 1, day: 1},
	epiphany:       {name: "Epiphany", month: 1, day: 6},
	valentine:      {name: "Valentine's Day", month: 2, day: 14},
	candlemas:      {name: "Candlemas", month: 2, day: 2},
	labour:         {name: "Labour Day", month: 5, day: 1},
	germanUnity:    {name: "German Unity", month: 10, day: 3},
	allSaints:      {name: "All Saints", month: 11, day: 1},
	nicholas:       {name: "Saint Nicholas", month: 12, day: 6},
	christmasEve:   {name: "Christmas Eve", month: 12, day: 24},
	christmas:      {name: "Christmas", month: 12, day: 25},
	boxing:         {name: "Boxing Day", month: 12, day: 26},
	newYearsEve:    {name: "New Year's Eve", month: 12, day: 31},
	carnivalMonday: {name: "Carnival Monday", easter: -48},
	shroveTuesday:  {name: "Shrove Tuesday", easter: -47},
	ashWednesday:   {name: "Ash Wednesday", easter: -46},
	palmSunday:     {name: "Palm Sunday", easter: -7},
	maundyThursday: {name: "Maundy Thursday", easter: -3},
	goodFriday:     {name: "Good Friday", easter: -2},
	holySaturday:   {name: "Holy Saturday", easter: -1},
	easterSunday:   {name: "Easter"},
	easterMonday:   {name: "Easter Monday", easter: 1},
	ascension:      {name: "Ascension", easter: 39},
	pentecost:      {name: "Pentecost", easter: 49},
	whitMonday:     {name: "Whit Monday", easter: 50},
	corpusChristi:  {name: "Corpus Christi", easter: 60},
	assumption:     {name: "Assumption", month: 8, day: 15},
	halloween:      {name: "Halloween", month: 10, day: 31},
	independence:   {name: "Independence Day", month: 7, day: 4},
	thanksgiving:   {name: "Thanksgiving", month: 11, nth: 4, wday: 4},
	laborUS:        {name: "Labor Day", month: 9, nth: 1, wday: 1},
	memorial:       {name: "Memorial Day", month: 5, nth: -1, wday: 1},
	kingDay:        {name: "Martin Luther King Day", month: 1, nth: 3, wday: 1},
	presidents:     {name: "Presidents' Day", month: 2, nth: 3, wday: 1},
	columbus:       {name: "Columbus Day", month: 10, nth: 2, wday: 1},
	veterans:       {name: "Veterans Day", month: 11, day: 11},
	bastille:       {name: "Bastille Day", month: 7, day: 14},
	springFestival: {name: "Spring Festival", month: 1, day: 1, lunar: true},
	lunarEve:       {name: "Lunar New Year's Eve", month: 12, day: 30, lunar: true},
	lantern:        {name: "Lantern Festival", month: 1, day: 15, lunar: true},
	dragonBoat:     {name: "Dragon Boat Festival", month: 5, day: 5, lunar: true},
	midAutumn:      {name: "Mid-Autumn Festival", month: 8, day: 15, lunar: true},
	doubleNinth:    {name: "Double Ninth", month: 9, day: 9, lunar: true},
	qixi:           {name: "Qixi", month: 7, day: 7, lunar: true},
	nationalCN:     {name: "National Day", month: 10, day: 1},
	womensDay:      {name: "Women's Day", month: 3, day: 8},
	childrensDay:   {name: "Children's Day", month: 6, day: 1},
	armyCN:         {name: "Army Day", month: 8, day: 1},
	patrick:        {name: "Saint Patrick's Day", month: 3, day: 17},
	juneteenth:     {name: "Juneteenth", month: 6, day: 19},
	qingming:       {name: "Qingming", month: 4, day: 5},
	mothersDay:     {name: "Mother's Day", month: 5, nth: 2, wday: 7},
	electionDay:    {name: "Election Day", month: 11, nth: 1, wday: 1, after: 1},
	fathersDay:     {name: "Father's Day", month: 6, nth: 3, wday: 7},
	blackFriday:    {name: "Black Friday", month: 11, nth: 4, wday: 4, after: 1},
}

// A zone is a time zone as a text names it.
type zone struct {
	iana string
	utc  string // "Z", "-05"; "" when it changes over the year
}

// Indices into zones, the values of zoneC.
const (
	utcZone = iota
	gmtZone
	eastern
	easternDay
	central
	centralDay
	mountain
	mountainDay
	pacific
	pacificDay
	beijing
	tokyo
	london
	cet
	cest
	moscow
	hongKong
	easternTime
	pacificTime
	centralTime
	localTime
)

var zones = [...]zone{
	utcZone:     {"UTC", "Z"},
	gmtZone:     {"UTC", "Z"},
	eastern:     {"America/New_York", "-05"},
	easternDay:  {"America/New_York", "-04"},
	central:     {"America/Chicago", "-06"},
	centralDay:  {"America/Chicago", "-05"},
	mountain:    {"America/Denver", "-07"},
	mountainDay: {"America/Denver", "-06"},
	pacific:     {"America/Los_Angeles", "-08"},
	pacificDay:  {"America/Los_Angeles", "-07"},
	beijing:     {"Asia/Shanghai", "+08"},
	tokyo:       {"Asia/Tokyo", "+09"},
	london:      {"Europe/London", ""},
	cet:         {"Europe/Berlin", "+01"},
	cest:        {"Europe/Berlin", "+02"},
	moscow:      {"Europe/Moscow", "+03"},
	hongKong:    {"Asia/Hong_Kong", "+08"},
	easternTime: {"America/New_York", ""},
	pacificTime: {"America/Los_Angeles", ""},
	centralTime: {"America/Chicago", ""},
	localTime:   {"", ""},
}
