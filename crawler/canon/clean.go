package canon

import (
	"net/netip"
	"strconv"
	"strings"
)

// clean is URL for the addresses that most links have: plain ASCII, nothing to
// unescape or to fold but the query. It reports whether it could; what it gives
// is what URL would give without it, at a thirtieth of the time.
func clean(raw, base string) (string, bool) {
	if len(raw) > maxLength || len(base) > maxLength {
		return "", false
	}
	origin, rest, ok := join(raw, base)
	if !ok || !only(rest, inPath|inQuery|hash) {
		return "", false
	}
	rest, _, _ = strings.Cut(rest, "#")
	path, query, _ := strings.Cut(rest, "?")
	if path == "" {
		path = "/"
	}
	if !cleanPath(path) || !only(query, inQuery) || len(origin)+len(rest) >= maxLength {
		return "", false
	}
	if query = foldQuery(query); query != "" {
		query = "?" + query
	}
	return origin + path + query, true
}

// join resolves raw against base as far as that means to put one behind the
// other, and gives the canonical origin and what follows it.
func join(raw, base string) (origin, rest string, ok bool) {
	if strings.HasPrefix(raw, "http") {
		if base != "" {
			if _, _, ok := cutOrigin(base); !ok { // it may be an error, even unneeded
				return "", "", false
			}
		}
		return cutOrigin(raw)
	}
	origin, path, ok := cutOrigin(base)
	if !ok || raw == "" {
		return "", "", false
	}
	switch raw[0] {
	case '#':
		return "", "", false
	case '/':
		return origin, raw, !strings.HasPrefix(raw, "//")
	}
	if n := strings.IndexAny(path, "?#"); n >= 0 {
		path = path[:n]
	}
	if colon := strings.IndexByte(raw, ':'); path == "" || colon >= 0 && !strings.ContainsAny(raw[:colon], "/?#") {
		return "", "", false // the latter may be a scheme
	}
	if raw[0] != '?' {
		path = path[:strings.LastIndexByte(path, '/')+1]
	}
	return origin, path + raw, true
}

// cutOrigin cuts an address behind its scheme, host and port, and reports whether
// those are ours and canonical.
func cutOrigin(address string) (origin, rest string, ok bool) {
	scheme, standard := "http://", ":80"
	if strings.HasPrefix(address, "https") {
		scheme, standard = "https://", ":443"
	}
	host, ok := strings.CutPrefix(address, scheme)
	if !ok {
		return "", "", false
	}
	if n := strings.IndexAny(host, "/?#"); n >= 0 {
		host, rest = host[:n], host[n:]
	}
	name, port := host, ""
	if n := strings.IndexByte(host, ':'); n >= 0 {
		name, port = host[:n], host[n:]
	}
	return scheme + host, rest, cleanHost(name) && port != standard && cleanPort(port)
}

// cleanPort tells a port with its colon, as it is written most shortly.
func cleanPort(port string) bool {
	if port == "" {
		return true
	}
	n, err := strconv.ParseUint(port[1:], 10, 16)
	return err == nil && strconv.FormatUint(n, 10) == port[1:]
}

// cleanHost reports whether no rule would change a host, which is in lower case.
func cleanHost(host string) bool {
	if host == "" || !only(host, inHost) || strings.Contains(host, "--") || strings.Contains(host, ".m.") || strings.Contains(host, "google") ||
		strings.HasSuffix(host, ".cdn.ampproject.org") {
		return false
	}
	if _, ok := cutAny(host, "m.", "mobile.", "amp.", "mobil."); ok {
		return false
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" || last[0] >= '0' && last[0] <= '9' { // may be read as a number
		ip, err := netip.ParseAddr(host)
		return err == nil && ip.String() == host
	}
	return cleanLabels(host)
}

// cleanLabels reports whether the parts of a host are such as a name may have.
func cleanLabels(host string) bool {
	for label := range strings.SplitSeq(host, ".") {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	return true
}

// cleanPath tells a path without dot segments that no rule would change.
func cleanPath(path string) bool {
	if !only(path, inPath) || strings.Contains(path, "/.") || strings.HasPrefix(path, "/amp/") {
		return false
	}
	for _, end := range pathEndings {
		if strings.HasSuffix(path, end.from) {
			return false
		}
	}
	return true
}

// The parts of an address that a byte may stand in without being escaped,
// lowered or given a meaning of its own.
const (
	inHost = 1 << iota
	inPath
	inQuery
	hash
)

var places = func() (set [256]uint8) {
	for c := range 256 {
		if isAlphanumeric(byte(c)) {
			set[c] = inPath | inQuery
			if c < 'A' || c > 'Z' {
				set[c] |= inHost
			}
		}
	}
	for _, c := range "-._~/,:@!$()*+=" {
		set[c] |= inPath | inQuery
	}
	for _, c := range "&;%?|[]" {
		set[c] |= inQuery
	}
	set['-'] |= inHost
	set['.'] |= inHost
	set['#'] |= hash
	return set
}()

// only reports whether every byte of s may stand in one of the places.
func only(s string, where uint8) bool {
	for i := range len(s) {
		if places[s[i]]&where == 0 {
			return false
		}
	}
	return true
}
