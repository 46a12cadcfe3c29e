package crawler

import "strings"

const (
	maxURL      = 2048 // bytes
	maxSegments = 15
	maxRepeats  = 2 // of one path segment
	maxQueries  = 8
)

// isTrap tells an address that a careless site builds without end: relative
// links that pile up (/a/b/a/b/a/b), ever longer queries. The address is
// canonical.
func isTrap(address string) bool {
	_, rest, ok := strings.Cut(address, "://")
	if !ok || len(address) > maxURL {
		return true
	}
	rest, query, _ := strings.Cut(rest, "?")
	if strings.Count(query, "&") >= maxQueries {
		return true
	}
	_, path, _ := strings.Cut(rest, "/")
	var segments [maxSegments]string
	n := 0
	for s := range strings.SplitSeq(strings.TrimSuffix(path, "/"), "/") {
		if n == maxSegments {
			return true
		}
		times := 1
		for _, before := range segments[:n] {
			if before == s && s != "" {
				times++
			}
		}
		if times > maxRepeats {
			return true
		}
		segments[n] = s
		n++
	}
	return false
}
