package discover

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A skim walks over the tags of an HTML page that matter for links, and skips
// all others without looking into them. It sees the same tags as html.Tokenizer,
// in an eighth of the time.
type skim struct {
	page []byte
	at   int
	text []byte // what stood before the tag, as written
	tag  atom.Atom
	end  bool // an end tag
	attributes
}

// next moves on to the next tag of note, or to the next tag of any kind when
// text is wanted; it reports whether there is one.
func (s *skim) next(wantText bool) bool {
	for s.at < len(s.page) {
		lt := bytes.IndexByte(s.page[s.at:], '<')
		if lt < 0 {
			break
		}
		s.text = s.page[s.at : s.at+lt]
		s.at += lt
		found, ok := s.open()
		if !ok {
			break
		}
		if found || wantText {
			return true
		}
	}
	s.at, s.text, s.tag = len(s.page), s.page[min(s.at, len(s.page)):], 0
	return false
}

// open reads what begins with the "<" at s.at. It reports whether that is a tag of
// note, and whether the page goes on behind it.
func (s *skim) open() (found, more bool) {
	rest := s.page[s.at+1:]
	s.end, s.tag = false, 0
	if len(rest) > 0 && rest[0] == '/' {
		s.end, rest = true, rest[1:]
	}
	switch {
	case len(rest) == 0:
		return false, false
	case !isLetter(rest[0]):
		if !s.end && rest[0] != '!' && rest[0] != '?' { // a "<" that is text
			s.at++
			return false, true
		}
		return false, s.skip(commentEnd(s.page[s.at:]))
	}
	name := rest[:nameEnd(rest)]
	s.tag = lookup(name)
	s.attributes = attributes{}
	found, raw := isOfNote(s.tag), isRaw(s.tag) && !s.end
	start := s.at
	s.at = len(s.page) - len(rest) + len(name)
	more = s.readTag(found && !s.end)
	if more && raw {
		more = s.skip(s.rawEnd(name, start))
	}
	return found, more
}

// skip moves on by n bytes, or to the end of the page when n is negative.
func (s *skim) skip(n int) bool {
	if n >= 0 {
		s.at += n
	}
	return n >= 0
}

// commentEnd is the length of what begins with "<!", "<?" or "</" and is no
// tag; -1 when it has no end.
func commentEnd(b []byte) int {
	if !bytes.HasPrefix(b, []byte("<!--")) {
		if n := bytes.IndexByte(b, '>'); n >= 0 {
			return n + 1
		}
		return -1
	}
	i := len("<!--")
	for _, short := range []string{">", "->"} {
		if bytes.HasPrefix(b[i:], []byte(short)) {
			return i + len(short)
		}
	}
	for {
		n := bytes.Index(b[i:], []byte("--"))
		if n < 0 {
			return -1
		}
		for i += n; i < len(b) && b[i] == '-'; i++ {
		}
		for _, end := range []string{">", "!>"} {
			if bytes.HasPrefix(b[i:], []byte(end)) {
				return i + len(end)
			}
		}
	}
}

// rawEnd is how far the end tag of a raw text element is from s.at; its start
// tag is at start.
func (s *skim) rawEnd(name []byte, start int) int {
	rest := s.page[s.at:]
	if s.tag == atom.Plaintext {
		return -1
	}
	end := -1
	for i := 0; end < 0; i += len("</") {
		n := bytes.Index(rest[i:], []byte("</"))
		if n < 0 {
			return -1
		}
		i += n
		after := rest[i+len("</"):]
		if len(after) > len(name) && bytes.EqualFold(after[:len(name)], name) && nameEnd(after) == len(name) {
			end = i
		}
	}
	if s.tag == atom.Script && bytes.Contains(rest[:end], []byte("<!--")) {
		return s.scriptEnd(start)
	}
	return end
}

// scriptEnd asks the tokenizer about a script that has a comment in it, since
// that may have a script in it.
func (s *skim) scriptEnd(start int) int {
	z := html.NewTokenizer(bytes.NewReader(s.page[start:]))
	z.Next()
	length := len(z.Raw())
	if z.Next() == html.TextToken {
		length += len(z.Raw())
	}
	return start + length - s.at
}

// readTag reads up to the end of a tag; keep says whether its attributes are
// wanted. It reports whether the tag has an end.
func (s *skim) readTag(keep bool) bool {
	p := s.page
	for i := s.space(s.at); i < len(p); i = s.space(i) {
		if p[i] == '>' {
			s.at = i + 1
			return true
		}
		start := i
		for i < len(p) && !isSpace(p[i]) && p[i] != '/' && p[i] != '>' && (p[i] != '=' || i == start) {
			i++
		}
		key := p[start:i]
		var value []byte
		value, i = s.value(s.space(i))
		if keep {
			s.set(key, value)
		}
	}
	return false
}

// value reads the value of an attribute, if it has one, and tells where it ends.
func (s *skim) value(i int) (value []byte, end int) {
	p := s.page
	if i >= len(p) || p[i] != '=' {
		if i < len(p) && p[i] == '/' {
			i++
		}
		return nil, i
	}
	if i = s.space(i + 1); i >= len(p) || p[i] == '>' {
		return nil, i
	}
	if quote := p[i]; quote == '"' || quote == '\'' {
		n := bytes.IndexByte(p[i+1:], quote)
		if n < 0 {
			return nil, len(p)
		}
		return p[i+1 : i+1+n], i + n + 2
	}
	start := i
	for i < len(p) && !isSpace(p[i]) && p[i] != '>' {
		i++
	}
	return p[start:i], i
}

func (s *skim) space(i int) int {
	for i < len(s.page) && isSpace(s.page[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func nameEnd(b []byte) int {
	for i, c := range b {
		if isSpace(c) || c == '/' || c == '>' {
			return i
		}
	}
	return len(b)
}

// lookup is the atom of a name in any case; 0 for names of no interest.
func lookup(name []byte) atom.Atom {
	var low [10]byte
	if len(name) > len(low) {
		return 0
	}
	for i, c := range name {
		if low[i] = c; c >= 'A' && c <= 'Z' {
			low[i] = c | 0x20
		}
	}
	return atom.Lookup(low[:len(name)])
}

// isOfNote tells the tags that links are read from.
func isOfNote(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Link, atom.Base, atom.Meta, atom.Img:
		return true
	}
	return false
}

// isRaw tells the elements whose content is no markup.
func isRaw(a atom.Atom) bool {
	switch a {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		return true
	}
	return false
}

// attributes are those that a link is judged by.
type attributes struct {
	href, rel, title, label, alt, name, content, kind string

	given uint8 // a bit for each that was there
}

// set takes one attribute; of one that is given twice the first counts, as in
// a browser.
func (a *attributes) set(key, value []byte) {
	if field, bit := a.field(key); field != nil && a.given&bit == 0 {
		*field = plain(value)
		a.given |= bit
	}
}

func (a *attributes) field(key []byte) (value *string, bit uint8) {
	var low [10]byte
	if len(key) > len(low) {
		return nil, 0
	}
	for i, c := range key {
		low[i] = c | 0x20
	}
	switch string(low[:len(key)]) {
	case "href":
		return &a.href, 1
	case "rel":
		return &a.rel, 2
	case "title":
		return &a.title, 4
	case "aria-label":
		return &a.label, 8
	case "alt":
		return &a.alt, 16
	case "name":
		return &a.name, 32
	case "content":
		return &a.content, 64
	case "type":
		return &a.kind, 128
	}
	return nil, 0
}

// plain is a text as it was written, without character references.
func plain(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	return html.UnescapeString(string(b))
}
