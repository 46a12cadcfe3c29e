package crawler

import (
	"bytes"
	"net/http"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// headBytes is how much of a page is searched for its head.
const headBytes = 128 << 10

// reservations are the words of X-Robots-Tag and of the robots meta element by
// which a publisher keeps a page from being indexed, archived or mined.
var reservations = map[string]bool{
	"none": true, "noindex": true, "noarchive": true, "nocache": true, "noai": true,
}

// optOut returns the signals by which a publisher keeps a page from being
// kept or mined: X-Robots-Tag and the robots meta element, for everybody or
// for us, and the TDM reservation (W3C TDMRep, 2024, header and meta element);
// "" when there is none.
func optOut(h http.Header, body []byte) string {
	var found []string
	for _, v := range h.Values("X-Robots-Tag") {
		found = append(found, reserved("X-Robots-Tag", forUs(v))...)
	}
	if strings.TrimSpace(h.Get("Tdm-Reservation")) == "1" {
		found = append(found, "tdm-reservation: 1")
	}
	found = append(found, metaOptOut(body)...)
	return strings.Join(found, ", ")
}

// forUs drops the value of an X-Robots-Tag that names another agent.
func forUs(v string) string {
	agent, rest, named := strings.Cut(v, ":")
	if !named || strings.Contains(agent, ",") || strings.HasPrefix(strings.TrimSpace(agent), "max-") || strings.TrimSpace(agent) == "unavailable_after" {
		return v
	}
	if strings.EqualFold(strings.TrimSpace(agent), product) {
		return rest
	}
	return ""
}

func reserved(where, words string) (found []string) {
	for w := range strings.SplitSeq(words, ",") {
		if w = strings.ToLower(strings.TrimSpace(w)); reservations[w] {
			found = append(found, where+": "+w)
		}
	}
	return found
}

// metaOptOut reads the meta elements before the body.
func metaOptOut(body []byte) (found []string) {
	z := html.NewTokenizer(bytes.NewReader(body[:min(len(body), headBytes)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch atom.Lookup(name) {
			case atom.Body:
				return found
			case atom.Meta:
				found = append(found, metaSignal(z, more)...)
			}
		}
	}
}

func metaSignal(z *html.Tokenizer, more bool) []string {
	var name, content string
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		switch string(k) {
		case "name":
			name = strings.ToLower(strings.TrimSpace(string(v)))
		case "content":
			content = string(v)
		}
	}
	switch name {
	case "robots", strings.ToLower(product):
		return reserved("meta "+name, content)
	case "tdm-reservation":
		if strings.TrimSpace(content) == "1" {
			return []string{"meta tdm-reservation: 1"}
		}
	}
	return nil
}
