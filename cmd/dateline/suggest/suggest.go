// Package suggest says what may have been meant by what was typed.
//
// In: what was typed, and what is known. Out: the known word that is nearest, or
// words that ask back.
package suggest

import (
	"fmt"
	"strings"
)

// nearest is the known word that was most likely meant; "" when none is near.
func nearest(got string, known []string) (best string) {
	distance := min(4, (len(got)+4)/3) // a third of the word may be wrong
	for _, k := range known {
		if d := editDistance(strings.ToLower(got), k); d < distance {
			best, distance = k, d
		}
	}
	if best == "" && len(got) >= 3 {
		best = partOf(strings.ToLower(got), known)
	}
	return best
}

// partOf is the one known word that holds what was typed; "" for none or several.
func partOf(got string, known []string) (whole string) {
	for _, k := range known {
		if strings.Contains(k, got) {
			if whole != "" {
				return ""
			}
			whole = k
		}
	}
	return whole
}

// Meant asks back, before a list of what is known; "" when nothing is near.
func Meant(got string, known []string) string {
	if best := nearest(got, known); best != "" {
		return fmt.Sprintf("did you mean %q? ", best)
	}
	return ""
}

// For names what may have been meant.
func For(got string, known []string) string {
	best := nearest(got, known)
	if best == "" && len(known) > 12 {
		return fmt.Sprintf("not in the story; it knows %s, ...", strings.Join(known[:12], ", "))
	}
	if best == "" {
		return "want one of " + strings.Join(known, ", ")
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// editDistance counts the characters to add, drop, change or swap with their
// neighbour (Damerau, 1964), in bytes; none is changed twice.
func editDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
