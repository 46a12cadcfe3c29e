// Package canon gives every article one address.
//
// In: a URL as it was found in a feed, a page or a command line.
// Out: the canonical URL, which is the identity of an article in Dateline.
// No I/O.
//
// Parsing and serialising follow the WHATWG URL standard. What is removed on
// top of it (tracking parameters, session ids, AMP, mobile and print variants)
// is listed in tables; a parameter that may choose what the page shows stays.
package canon

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"

	"github.com/nlnwa/whatwg-url/url"
)

// maxLength bounds a URL in bytes. The longest that browsers and servers take
// in practice is about 8 kB; longer ones are data or traps.
const maxLength = 8192

// maxRounds bounds how often one URL is unwrapped (a mobile page in an AMP
// cache in a viewer is three).
const maxRounds = 12

var (
	errTooLong  = errors.New("longer than 8192 bytes")
	errScheme   = errors.New("not http or https")
	errNoHost   = errors.New("no host")
	errWrapping = errors.New("wrapped too many times")
)

// URL returns the canonical form of raw, which is resolved against base when
// base is not empty: parsed as a browser does, host lower-case and ASCII,
// without default port, credentials, fragment, tracking parameters and session
// ids, query parameters in order of their names, AMP, mobile and print
// variants folded into the page they are variants of. The scheme and "www."
// stay, since not every host answers under both.
//
// URL is idempotent. It fails for what is not http or https, has no host or
// is longer than 8192 bytes.
func URL(raw, base string) (string, error) {
	if u, ok := clean(raw, base); ok {
		return u, nil
	}
	return full(raw, base)
}

// full is URL for any address.
func full(raw, base string) (string, error) {
	u, err := parse(raw, base)
	if err != nil {
		return "", fmt.Errorf("url %s: %w", shorten(raw), err)
	}
	// Folding one variant may uncover another, and a rebuilt URL may parse
	// differently: what is returned is what folds to itself.
	for range maxRounds {
		before := u.Href(true)
		next, err := parse(fold(u), "")
		if err != nil {
			return "", fmt.Errorf("url %s: %w", shorten(raw), err)
		}
		if next.Href(true) == before {
			return before, nil
		}
		u = next
	}
	return "", fmt.Errorf("url %s: %w", shorten(raw), errWrapping)
}

func parse(raw, base string) (*url.Url, error) {
	if len(raw) > maxLength || len(base) > maxLength {
		return nil, errTooLong
	}
	u, err := url.Parse(raw)
	if base != "" {
		u, err = url.ParseRef(base, raw)
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("cannot be parsed: %w", err)
	case u.Scheme() != "http" && u.Scheme() != "https":
		return nil, errScheme
	case u.Hostname() == "":
		return nil, errNoHost
	case len(u.Href(true)) > maxLength: // percent-encoding may treble it
		return nil, errTooLong
	}
	return u, nil
}

// fold takes one step towards the canonical form and returns a URL to parse
// again; a canonical URL comes back as it went in.
func fold(u *url.Url) string {
	if inner := unwrap(u); inner != "" {
		return inner
	}
	host := foldHost(u.Hostname())
	if p := u.Port(); p != "" {
		host += ":" + p
	}
	path, query := foldPath(u.Pathname()), foldQuery(u.Query())
	if query != "" {
		query = "?" + query
	}
	return u.Scheme() + "://" + host + path + query
}

// Host returns the canonical host of a URL or a bare host name: lower-case,
// ASCII, without "www." and without the default port; another port stays,
// since it is another server. It is "" when there is none.
func Host(address string) string {
	if origin, _, ok := cutOrigin(address); ok && 3*len(address) < maxLength {
		_, host, _ := strings.Cut(origin, "://")
		return withoutWWW(host)
	}
	return fullHost(address)
}

// fullHost is Host for any address.
func fullHost(address string) string {
	if !strings.Contains(address, "://") {
		if strings.ContainsAny(address, "/@?#") {
			return ""
		}
		address = "https://" + address
	}
	u, err := parse(address, "")
	if err != nil {
		return ""
	}
	host := withoutWWW(strings.TrimSuffix(u.Hostname(), "."))
	if p := u.Port(); p != "" {
		host += ":" + p
	}
	return host
}

func withoutWWW(host string) string {
	if rest := strings.TrimPrefix(host, "www."); strings.Contains(rest, ".") {
		return rest
	}
	return host
}

func isAddress(host string) bool {
	_, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil
}

func shorten(s string) string {
	if len(s) > 120 {
		return fmt.Sprintf("%.117q...", s)
	}
	return fmt.Sprintf("%q", s)
}
