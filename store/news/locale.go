package news

import (
	"net/url"
	"slices"
	"strings"
)

// monthFirst are the regions in which 3/4 is the fourth of March, by ISO 3166-1:
// the United States with its territories, those that kept its form (Unicode CLDR,
// short dates), and Canada, whose English press writes the month first.
var monthFirst = []string{"US", "AS", "GU", "MH", "MP", "PR", "UM", "VI", "PH", "CA"}

// DayFirst reports whether 3/4 is the third of April to those who write a
// language (BCP 47, "" unknown) in a country (ISO 3166-1 alpha-2, "" unknown).
// A region in the tag counts before the country. English of no known country, as
// most pages tag theirs, is read as American; every other language puts the day
// first wherever it is written.
func DayFirst(language, country string) bool {
	base, region := splitTag(language)
	if base != "" && base != "en" {
		return true
	}
	if region == "" {
		region = strings.ToUpper(country)
	}
	if region == "" {
		return base != "en"
	}
	return !slices.Contains(monthFirst, region)
}

// MainLanguage returns the language of a BCP 47 tag without script and region, in
// lower case: "de" of "de-AT".
func MainLanguage(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// splitTag returns the language of a BCP 47 tag in lower case and its region in
// upper case, "" for none: "en-Latn-gb" is "en" and "GB".
func splitTag(tag string) (language, region string) {
	parts := strings.Split(strings.ReplaceAll(tag, "_", "-"), "-")
	for _, p := range parts[1:] {
		if len(p) == 1 { // an extension follows, or private use
			break
		}
		if len(p) == 2 {
			region = strings.ToUpper(p)
			break
		}
	}
	return strings.ToLower(parts[0]), region
}

// genericDomains are domains of countries that sites of all the world use, so
// that they do not tell where a site is written.
var genericDomains = []string{"ai", "am", "cc", "co", "fm", "gg", "io", "is", "ly", "me", "nu", "sh", "st", "to", "tv", "ws"}

// CountryOf returns the country that the domain of a host or URL stands for, as
// ISO 3166-1 alpha-2: "AU" for news.example.com.au; "" when it stands for none.
func CountryOf(address string) string {
	host := address
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		host = u.Hostname()
	}
	domain := strings.ToLower(host[strings.LastIndexByte(host, '.')+1:])
	switch {
	case len(domain) == len(host) || len(domain) != 2 || !isLetter(domain[0]) || !isLetter(domain[1]), slices.Contains(genericDomains, domain):
		return ""
	case domain == "uk":
		return "GB"
	}
	return strings.ToUpper(domain)
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }
