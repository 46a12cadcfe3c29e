package store

import (
	"strings"
	"testing"
)

func TestGroupsAreDueOnceASignatureIsSaved(t *testing.T) {
	db, ctx := open(t), t.Context()
	e := told(t, db) // which saves groups at version 1
	grouped := func(version int64) bool {
		t.Helper()
		yes, err := db.Grouped(ctx, version)
		if err != nil {
			t.Fatal(err)
		}
		return yes
	}
	if !grouped(1) || grouped(2) {
		t.Errorf("after SaveGroups at version 1, Grouped is %v at 1 and %v at 2", grouped(1), grouped(2))
	}
	if err := db.SaveSignatures(ctx, 1, []Signature{{e.Evidence[1].ArticleID, []byte("b")}, {e.Evidence[0].ArticleID, []byte("a")}}); err != nil {
		t.Fatal(err)
	}
	if grouped(1) {
		t.Error("a signature came, and the groups are not due")
	}
	var got strings.Builder
	for s, err := range db.Signatures(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got.Write(s.MinHash)
	}
	if got.String() != "ab" {
		t.Errorf("Signatures gave %q, want them in order of article", got.String())
	}
}
