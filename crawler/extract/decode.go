package extract

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
)

// decode turns the bytes of a page into UTF-8 without NUL and BOM.
//
// Bytes that are valid UTF-8 are UTF-8, whatever header and page declare:
// charset.NewReader looks at the first 1,024 bytes only and falls back to
// windows-1252, which costs 0.03 of F1 on pages of the world. After that come
// byte order mark, header, meta and the look of the bytes, and a declared
// charset that yields rubbish loses to one that does not.
func decode(body []byte, contentType string) string {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if s, ok := decodeUTF16(body); ok {
		return clean(s)
	}
	if mostlyUTF8(body) {
		return clean(strings.ToValidUTF8(string(body), "\ufffd"))
	}
	best, bestBad := "", -1
	for _, label := range charsets(body, contentType) {
		s, ok := decodeAs(body, label)
		if !ok {
			continue
		}
		bad := badRunes(s)
		if bestBad < 0 || bad < bestBad {
			best, bestBad = s, bad
		}
		if bad*500 <= len(s) { // a stray byte or two is no reason to doubt
			break
		}
	}
	if bestBad < 0 {
		best = strings.ToValidUTF8(string(body), "\ufffd")
	}
	return clean(best)
}

func clean(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, "\x00", ""), "\ufeff")
}

func decodeUTF16(body []byte) (string, bool) {
	label := ""
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xfe")):
		label = "utf-16le"
	case bytes.HasPrefix(body, []byte("\xfe\xff")):
		label = "utf-16be"
	default:
		return "", false
	}
	return decodeAs(body, label)
}

// mostlyUTF8 reports whether body is UTF-8, perhaps with a few broken bytes:
// at least ten good multi-byte runes to a bad one.
func mostlyUTF8(body []byte) bool {
	if utf8.Valid(body) {
		return true
	}
	good, bad := 0, 0
	for len(body) > 0 {
		r, n := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		body = body[n:]
	}
	return good >= 10*bad
}

var metaCharset = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{3,40})`)

// charsets lists the charsets to try, most trusted first.
func charsets(body []byte, contentType string) []string {
	var labels []string
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		labels = append(labels, params["charset"])
	}
	if m := metaCharset.FindSubmatch(body[:min(len(body), 8192)]); m != nil {
		labels = append(labels, string(m[1]))
	}
	sniffed := sniff(body)
	// A Latin charset takes any bytes, so it never looks wrong by itself:
	// where every sixth byte is not ASCII, the look of the bytes decides.
	if len(labels) == 0 || isLatin(labels[0]) && highBytes(body)*6 > len(body) {
		labels = append([]string{sniffed}, labels...)
	}
	return append(labels, sniffed, "windows-1252")
}

func sniff(body []byte) string {
	r, err := chardet.NewHtmlDetector().DetectBest(body[:min(len(body), 200_000)])
	if err != nil {
		return ""
	}
	return strings.Replace(r.Charset, "GB-18030", "gb18030", 1)
}

func isLatin(label string) bool {
	_, name := charset.Lookup(label)
	return name == "windows-1252" || strings.HasPrefix(name, "iso-8859-1")
}

func highBytes(body []byte) int {
	n := 0
	for _, c := range body {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

func decodeAs(body []byte, label string) (string, bool) {
	enc, name := charset.Lookup(label)
	if enc == nil || name == "replacement" || name == "utf-8" {
		return "", false
	}
	out, err := enc.NewDecoder().Bytes(body)
	return string(out), err == nil
}

// badRunes counts what no page means to say: replacement runes and controls.
func badRunes(s string) int {
	n := 0
	for _, r := range s {
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0x7f && r < 0xa0 {
			n++
		}
	}
	return n
}
