package statement

import (
	"testing"

	"github.com/seed-7461731f/dateline/timeline/word"
)

func TestWhatIsLookedForFirstIsInWhatIsLookedFor(t *testing.T) {
	for _, p := range performatives {
		if !word.ContainsAny(p, performing) {
			t.Errorf("%q holds none of %q: its sentence would not be found", p, performing)
		}
	}
}
