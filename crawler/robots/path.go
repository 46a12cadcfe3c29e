package robots

import "strings"

// normalise brings a path or pattern into one spelling: octets outside ASCII
// are percent-encoded, encoded unreserved characters are not, and hexadecimal
// digits are upper-case (RFC 9309, section 2.2.2).
func normalise(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			c = unhex(s[i+1])<<4 | unhex(s[i+2])
			i += 2
			if isUnreserved(c) {
				b.WriteByte(c)
			} else {
				encode(&b, c)
			}
		case c >= 0x80 || c <= ' ' || c == 0x7f:
			encode(&b, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// spellings returns what a path may be taken for by the server: as sent,
// first, and with encoded slashes and the like decoded.
func spellings(path string) []string {
	plain := normalise(path)
	if !strings.Contains(plain, "%") {
		return []string{plain}
	}
	var b strings.Builder
	for i := 0; i < len(plain); i++ {
		if plain[i] == '%' && i+2 < len(plain) && isHex(plain[i+1]) && isHex(plain[i+2]) {
			if c := unhex(plain[i+1])<<4 | unhex(plain[i+2]); c > ' ' && c < 0x7f {
				b.WriteByte(c)
				i += 2
				continue
			}
		}
		b.WriteByte(plain[i])
	}
	return []string{plain, b.String()}
}

// match reports whether a path begins with what the pattern says: "*" stands for
// any run of characters, a final "$" for the end. Its time is bounded by the
// product of the lengths, for no pattern by more.
func match(pattern, path string) bool {
	if whole, ok := strings.CutSuffix(pattern, "$"); ok {
		pattern = whole
	} else {
		pattern += "*"
	}
	p, s, star, mark := 0, 0, -1, 0
	for s < len(path) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, s
			p++
			if p == len(pattern) {
				return true
			}
		case p < len(pattern) && pattern[p] == path[s]:
			p++
			s++
		case star >= 0:
			mark++
			p, s = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

func encode(b *strings.Builder, c byte) {
	const digits = "0123456789ABCDEF"
	b.WriteByte('%')
	b.WriteByte(digits[c>>4])
	b.WriteByte(digits[c&15])
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func unhex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}
