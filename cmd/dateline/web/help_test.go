package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/cmd/dateline/help"
)

// Every text of "dateline help" is a page, and the list leads to each.
func TestHelpTopicsArePages(t *testing.T) {
	f := newFixture(t, 1, "The dam broke.", nil)
	list := f.get("/help").Body.String()
	for _, topic := range help.Topics() {
		if !strings.Contains(list, `href="/help/`+topic.Name+`"`) {
			t.Errorf("the list does not lead to %s", topic.Name)
		}
		got := f.get("/help/" + topic.Name)
		if got.Code != http.StatusOK || !strings.Contains(got.Body.String(), "<h1>") {
			t.Errorf("/help/%s: %d", topic.Name, got.Code)
		}
	}
	if got := f.get("/help/nothing"); got.Code != http.StatusNotFound {
		t.Errorf("/help/nothing: %d, want 404", got.Code)
	}
}
