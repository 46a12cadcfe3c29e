package crawler

import (
	"net/url"
	"strings"
)

const (
	maxURL      = 2048 // bytes
	maxSegments = 15
	maxRepeats  = 2 // of one path segment
	maxQueries  = 8
)

// isTrap tells an address that a careless site builds without end: relative
// links that pile up (/a/b/a/b/a/b), ever longer queries.
func isTrap(address string) bool {
	u, err := url.Parse(address)
	if err != nil || len(address) > maxURL {
		return true
	}
	segments := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(segments) > maxSegments || strings.Count(u.RawQuery, "&") >= maxQueries {
		return true
	}
	times := map[string]int{}
	for _, s := range segments {
		if times[s]++; times[s] > maxRepeats && s != "" {
			return true
		}
	}
	return false
}
