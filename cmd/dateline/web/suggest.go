package web

import (
	"fmt"
	"strings"
)

// suggest names what may have been meant.
func suggest(got string, known []string) string {
	best, distance := "", 4
	if len(got) <= 60 {
		for _, k := range known {
			if d := editDistance(strings.ToLower(got), k); d < distance {
				best, distance = k, d
			}
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("did you mean %q?", best)
	case len(known) > 12:
		return fmt.Sprintf("not in the story; it knows %s, ...", strings.Join(known[:12], ", "))
	}
	return "want one of " + strings.Join(known, ", ")
}

// editDistance is that of Levenshtein (1966), in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
