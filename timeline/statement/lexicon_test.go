package statement

import (
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language"
)

func TestPatternsCompile(t *testing.T) {
	for _, l := range language.All() {
		newLexicon(l)
	}
	photoCredit()
}
