package extract

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	_ "time/tzdata" // a container without zone files must give the same answers
)

// abbreviations are the zone names that pages print, in seconds east of UTC.
// Go's time package gives an abbreviation it does not know the offset 0
// without a word, so that "CEST" would be two hours off. Where two zones share
// a name, the one that news pages mean is taken (CST and IST stay out: three
// zones each).
var abbreviations = map[string]int{
	"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1 * hour,
	"BST": 1 * hour, "CET": 1 * hour, "MEZ": 1 * hour, "CEST": 2 * hour, "MESZ": 2 * hour,
	"EET": 2 * hour, "EEST": 3 * hour, "MSK": 3 * hour, "TRT": 3 * hour, "SAST": 2 * hour, "CAT": 2 * hour, "WAT": 1 * hour, "EAT": 3 * hour,
	"GST": 4 * hour, "PKT": 5 * hour, "ICT": 7 * hour, "WIB": 7 * hour, "WITA": 8 * hour, "WIT": 9 * hour,
	"HKT": 8 * hour, "SGT": 8 * hour, "MYT": 8 * hour, "PHT": 8 * hour, "AWST": 8 * hour, "JST": 9 * hour, "KST": 9 * hour,
	"ACST": 9*hour + 1800, "AEST": 10 * hour, "AEDT": 11 * hour, "NZST": 12 * hour, "NZDT": 13 * hour,
	"EST": -5 * hour, "EDT": -4 * hour, "CDT": -5 * hour, "MST": -7 * hour, "MDT": -6 * hour, "PST": -8 * hour, "PDT": -7 * hour,
	"AKST": -9 * hour, "AKDT": -8 * hour, "HST": -10 * hour, "BRT": -3 * hour, "ART": -3 * hour,
}

// newsZones are names that pages use for a zone with summer time.
var newsZones = map[string]string{
	"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
}

const hour = 3600

// countryZones are the zones in which a country's newsrooms write, by ISO
// 3166 code; a country of several zones has the zone of its largest city.
var countryZones = map[string]string{
	"at": "Europe/Vienna", "be": "Europe/Brussels", "bg": "Europe/Sofia", "ch": "Europe/Zurich", "cy": "Asia/Nicosia",
	"cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "ee": "Europe/Tallinn", "es": "Europe/Madrid",
	"fi": "Europe/Helsinki", "fr": "Europe/Paris", "gb": "Europe/London", "gr": "Europe/Athens", "hr": "Europe/Zagreb",
	"hu": "Europe/Budapest", "ie": "Europe/Dublin", "is": "Atlantic/Reykjavik", "it": "Europe/Rome", "li": "Europe/Vaduz",
	"lt": "Europe/Vilnius", "lu": "Europe/Luxembourg", "lv": "Europe/Riga", "mt": "Europe/Malta", "nl": "Europe/Amsterdam",
	"no": "Europe/Oslo", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest", "rs": "Europe/Belgrade",
	"ru": "Europe/Moscow", "se": "Europe/Stockholm", "si": "Europe/Ljubljana", "sk": "Europe/Bratislava", "tr": "Europe/Istanbul",
	"ua": "Europe/Kyiv", "uk": "Europe/London", "by": "Europe/Minsk", "gl": "America/Nuuk",
	"us": "America/New_York", "ca": "America/Toronto", "mx": "America/Mexico_City", "br": "America/Sao_Paulo",
	"ar": "America/Argentina/Buenos_Aires", "cl": "America/Santiago", "pe": "America/Lima", "uy": "America/Montevideo",
	"py": "America/Asuncion", "ve": "America/Caracas", "ec": "America/Guayaquil", "bo": "America/La_Paz", "cu": "America/Havana",
	"cn": "Asia/Shanghai", "hk": "Asia/Hong_Kong", "tw": "Asia/Taipei", "mo": "Asia/Macau", "jp": "Asia/Tokyo",
	"kr": "Asia/Seoul", "sg": "Asia/Singapore", "my": "Asia/Kuala_Lumpur", "id": "Asia/Jakarta", "th": "Asia/Bangkok",
	"vn": "Asia/Ho_Chi_Minh", "ph": "Asia/Manila", "in": "Asia/Kolkata", "pk": "Asia/Karachi", "bd": "Asia/Dhaka",
	"lk": "Asia/Colombo", "np": "Asia/Kathmandu", "ir": "Asia/Tehran", "il": "Asia/Jerusalem", "ae": "Asia/Dubai",
	"sa": "Asia/Riyadh", "qa": "Asia/Qatar", "lb": "Asia/Beirut", "jo": "Asia/Amman", "kz": "Asia/Almaty", "ge": "Asia/Tbilisi",
	"eg": "Africa/Cairo", "za": "Africa/Johannesburg", "ng": "Africa/Lagos", "ke": "Africa/Nairobi", "tz": "Africa/Dar_es_Salaam",
	"na": "Africa/Windhoek", "ls": "Africa/Maseru", "gh": "Africa/Accra", "ma": "Africa/Casablanca", "tn": "Africa/Tunis",
	"au": "Australia/Sydney", "nz": "Pacific/Auckland",
	"gov": "America/New_York", "mil": "America/New_York",
}

// languageCountries name the country of a language that is the news language
// of one country in the main.
var languageCountries = map[string]string{
	"de": "de", "fr": "fr", "it": "it", "pl": "pl", "nl": "nl", "cs": "cz", "sk": "sk", "hu": "hu", "ro": "ro", "bg": "bg",
	"da": "dk", "sv": "se", "no": "no", "nb": "no", "nn": "no", "fi": "fi", "is": "is", "et": "ee", "lv": "lv", "lt": "lt",
	"el": "gr", "tr": "tr", "uk": "ua", "ru": "ru", "ja": "jp", "ko": "kr", "th": "th", "vi": "vn", "id": "id", "he": "il",
	"hr": "hr", "sl": "si", "sr": "rs", "hi": "in", "zh": "cn", "fa": "ir",
}

// zoneOf returns the zone of a newsroom: as the source says, by its country,
// by the country of its host, by the region or language of the page. It is nil
// when none tells: a naive time then has no known zone.
func zoneOf(sourceZone, country, host, lang string) *time.Location {
	if loc := load(sourceZone); loc != nil {
		return loc
	}
	if loc := load(countryZones[strings.ToLower(country)]); loc != nil {
		return loc
	}
	if loc := load(countryZones[host[strings.LastIndexByte(host, '.')+1:]]); loc != nil {
		return loc
	}
	base, region, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	region = region[strings.LastIndexByte(region, '-')+1:] // zh-Hans-CN
	if loc := load(countryZones[region]); loc != nil {
		return loc
	}
	return load(countryZones[languageCountries[base]])
}

func load(name string) *time.Location {
	if name == "" || name == "Local" {
		return nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return loc
}

var (
	offset   = regexp.MustCompile(`(?:\d|\s|^|GMT|UTC)([+-])(\d\d):?(\d\d)?(?:\s|\[|\)|$)`)
	ianaName = regexp.MustCompile(`\[([A-Z][A-Za-z]+/[A-Za-z_/]+)\]`)
	abbrev   = regexp.MustCompile(`(?:\b|\d)([A-Z]{1,5})\b`)
)

// findZone returns the zone that a date is written with: an IANA name, an
// offset, an abbreviation of the table; "" when it is naive.
func findZone(s string) string {
	if m := ianaName.FindStringSubmatch(s); m != nil && load(m[1]) != nil {
		return m[1]
	}
	if m := offset.FindStringSubmatch(s); m != nil {
		if number(m[2]) <= 14 && number(m[3]) <= 59 {
			minutes := m[3]
			if minutes == "" {
				minutes = "00"
			}
			return m[1] + m[2] + ":" + minutes
		}
	}
	for _, m := range abbrev.FindAllStringSubmatch(s, 8) {
		if _, ok := abbreviations[m[1]]; ok {
			return m[1]
		}
		if newsZones[m[1]] != "" {
			return m[1]
		}
	}
	return ""
}

// place returns the location that a zone as read stands for, and the name to
// keep; without a zone, loc.
func place(zone string, loc *time.Location) (*time.Location, string) {
	if zone == "" {
		if loc == nil {
			return time.UTC, ""
		}
		return loc, loc.String()
	}
	if name := newsZones[zone]; name != "" {
		zone = name
	}
	if seconds, ok := abbreviations[zone]; ok {
		return fixed(seconds)
	}
	if l := load(zone); l != nil && strings.Contains(zone, "/") {
		return l, zone
	}
	seconds := number(zone[1:3])*hour + number(zone[4:6])*60
	if zone[0] == '-' {
		seconds = -seconds
	}
	return fixed(seconds)
}

func fixed(seconds int) (*time.Location, string) {
	name := offsetName(seconds)
	return time.FixedZone(name, seconds), name
}

func offsetName(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d:%02d", sign, seconds/hour, seconds%hour/60)
}
