package export

import (
	"bytes"
	"errors"
	"mime"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Each format has all that the places which are made of the table need, and
// writes the same bytes twice.
func TestEveryFormatIsWholeAndWrites(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats {
		if seen[f.Name] || !regexp.MustCompile(`^[a-z]+$`).MatchString(f.Name) || f.Title == "" || f.Help == "" || strings.Contains(f.Help, "\n") || f.Kind == "" {
			t.Errorf("%q is named twice or lacks something: %+v", f.Name, f)
		}
		seen[f.Name] = true
		if _, _, err := mime.ParseMediaType(f.Media); err != nil {
			t.Errorf("%s: media type %q: %v", f.Name, f.Media, err)
		}
		var first, again bytes.Buffer
		if err := errors.Join(f.Write(&first, damFeed, damEvents), f.Write(&again, damFeed, damEvents)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if first.Len() == 0 || !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s: %d bytes, then %d others", f.Name, first.Len(), again.Len())
		}
	}
	if got := FormatNames(Citations); !slices.Equal(got, []string{"text", "wikipedia", "csl", "ris"}) {
		t.Errorf("citations are written as %v", got)
	}
	if _, ok := FormatNamed("xml"); ok {
		t.Error("there is a format xml")
	}
}
