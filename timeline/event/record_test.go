package event

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

func TestARecordHoldsNoPointer(t *testing.T) {
	for i := range reflect.TypeFor[record]().NumField() {
		f := reflect.TypeFor[record]().Field(i)
		if k := f.Type.Kind(); k > reflect.Complex128 {
			t.Errorf("%s is a %v: the garbage collector would have to follow it a million times", f.Name, k)
		}
	}
}

// apartShelf is where quotes take no memory of this process.
type apartShelf struct{ io.ReaderAt }

func (apartShelf) Write(p []byte) (int, error) { return len(p), nil }

// bytesKept bounds what a statement takes of which no two say the same, its share
// of an article included: a machine with 1 GB is to build some millions.
const bytesKept = 256

func TestAStatementIsKeptInLittleMemory(t *testing.T) {
	const articles, each = 4000, 10
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	b := newBook(apartShelf{})
	for i := range articles {
		if err := b.keep(statementsOf(i, each)); err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if got := int(after.HeapAlloc-before.HeapAlloc) / (articles * each); got > bytesKept {
		t.Errorf("%d bytes a statement, want %d at most", got, bytesKept)
	}
	if got := b.records.len(); got != articles*each {
		t.Errorf("%d records kept, want %d", got, articles*each)
	}
}

// statementsOf makes the statements of an article, of fifteen words each that
// nobody else says.
func statementsOf(article, n int) (out []statement.Statement) {
	day := time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, article%300)
	from := &statement.Source{ID: int64(article), URL: fmt.Sprintf("https://news.example/2020/%d", article), Publisher: "news.example", Language: "en", Base: "en",
		Published: day, Day: day, Printed: day.Format(time.DateOnly)}
	for i := range n {
		quote := ""
		for w := range 15 {
			quote += fmt.Sprintf("word%d ", (article*n+i)*31+w*w*7)
		}
		out = append(out, statement.Statement{Source: from, Sentence: i, Quote: quote, Rule: "publication day: lead",
			When:   news.Interval{From: day, To: day.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: day.Format(time.DateOnly)},
			Status: news.Happened, Topic: "lawsuit", Actors: []string{"tiktok", "oracle"}[:1+i%2]})
	}
	return out
}

func TestAMergeEndsWithItsContext(t *testing.T) {
	b := newBook(apartShelf{})
	if err := b.keep(statementsOf(1, 10)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := merge(ctx, b); !errors.Is(err, context.Canceled) {
		t.Errorf("merge = %v, want %v", err, context.Canceled)
	}
}
