package discover

import (
	"bytes"
	"mime"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/seed-7461731f/dateline/store/news"
)

var xmlEncoding = regexp.MustCompile(`^(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// utf8XML returns the body as UTF-8 without an encoding declaration. The
// declaration wins over the header (servers send a default for files they did
// not write), and bytes that are valid UTF-8 win over both.
func utf8XML(p news.Page) []byte {
	body := p.Body
	if utf8.Valid(body) {
		return undeclare(bytes.TrimPrefix(body, []byte("\ufeff")))
	}
	label := ""
	if m := xmlEncoding.FindSubmatch(body); m != nil {
		label = string(m[2])
	} else {
		label = headerCharset(p.Header)
	}
	if bytes.HasPrefix(body, []byte{0xfe, 0xff}) || bytes.HasPrefix(body, []byte{0xff, 0xfe}) {
		label = "utf-16"
	}
	enc, name := charset.Lookup(label)
	if enc == nil || name == "utf-8" {
		return undeclare(bytes.ToValidUTF8(body, []byte("\ufffd")))
	}
	decoded, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		decoded = bytes.ToValidUTF8(body, []byte("\ufffd"))
	}
	return undeclare(decoded)
}

// undeclare takes the encoding out of the XML declaration, so that no later
// reader decodes a second time.
func undeclare(body []byte) []byte {
	body = bytes.TrimLeft(body, " \t\r\n\ufeff")
	m := xmlEncoding.FindSubmatchIndex(body)
	if m == nil {
		return body
	}
	return append(append([]byte{}, body[:m[3]]...), body[m[1]:]...)
}

// utf8HTML returns the body of an HTML page as UTF-8.
func utf8HTML(p news.Page) []byte {
	if utf8.Valid(p.Body) {
		return p.Body
	}
	enc, _, _ := charset.DetermineEncoding(p.Body, contentType(p.Header))
	decoded, err := enc.NewDecoder().Bytes(p.Body)
	if err != nil {
		return bytes.ToValidUTF8(p.Body, []byte("\ufffd"))
	}
	return decoded
}

func headerCharset(h map[string][]string) string {
	_, params, err := mime.ParseMediaType(contentType(h))
	if err != nil {
		return ""
	}
	return params["charset"]
}

func contentType(h map[string][]string) string {
	if v := h["Content-Type"]; len(v) > 0 {
		return v[0]
	}
	return ""
}
