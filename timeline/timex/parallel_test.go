package timex_test

import (
	"reflect"
	"sync"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/timex"
)

func TestTagIsTheSameOnManyGoroutines(t *testing.T) {
	want := map[string]any{}
	for lang, text := range benchTexts {
		want[lang] = tagAt(t, lang, "2020-08-19", text, timex.News)
	}
	var wg sync.WaitGroup
	for range 8 {
		for lang, text := range benchTexts {
			wg.Go(func() {
				if got := tagAt(t, lang, "2020-08-19", text, timex.News); !reflect.DeepEqual(any(got), want[lang]) {
					t.Errorf("Tag(%q) = %v, want %v as before", text, got, want[lang])
				}
			})
		}
	}
	wg.Wait()
}
