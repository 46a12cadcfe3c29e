package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// damEvidence has an article of each kind that a citation treats apart; the
// first is quoted twice.
var damEvidence = []news.Evidence{
	{Quote: "Der Damm brach in der Nacht; „niemand“, heißt es, wurde verletzt.", Language: "de-AT", Publisher: "kurier.example", Name: "Der Kurier",
		URL: "https://kurier.example/dam?a=1&b=[2]|~~~~", Article: "https://kurier.example/dam", Published: "2024-03-12T23:10:00-07:00",
		Title: "Damm | gebrochen & [leer]", Authors: []string{"Jana Ö. Roe", "Ann Lee"}, Agency: "dpa", Accessed: time.Date(2024, 3, 14, 4, 0, 0, 0, time.UTC)},
	{Quote: "Ein zweiter Satz.", Article: "https://kurier.example/dam", URL: "https://kurier.example/dam"},
	{Quote: "修复工程必须在四月十五日之前完成。", Language: "zh-CN", Publisher: "水利报", URL: "https://shuili.example/a/1", Article: "https://shuili.example/a/1",
		Published: "2024-03-14", Title: "修复工程", Accessed: time.Date(2024, 3, 15, 4, 0, 0, 0, time.UTC), Gone: "2024-05-02"},
	{Quote: "Repairs are to begin in May.", Language: "en", Publisher: "post.example", URL: "file:dam.txt", Article: "file:dam.txt"},
}

func cited(t *testing.T, form string, list []news.Evidence) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Cite(&b, form, list); err != nil {
		t.Fatalf("%s: %v", form, err)
	}
	return b.Bytes()
}

func TestEveryCitationKeepsItsBytes(t *testing.T) {
	for _, form := range CitationForms {
		got := cited(t, form, damEvidence)
		path := filepath.Join("testdata", "cite."+form)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", form, got, want)
		}
		if err := CiteEvents(fullDisk{}, form, damEvents); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want that of the writer", form, err)
		}
	}
}

func TestCiteTellsWhatItCannotDo(t *testing.T) {
	var b bytes.Buffer
	if err := Cite(&b, "csl", nil); !errors.Is(err, ErrNoCitation) || b.Len() > 0 {
		t.Errorf("Cite of nothing = %v and %d bytes, want ErrNoCitation and none", err, b.Len())
	}
	if err := Cite(&b, "apa", damEvidence); err == nil || !strings.Contains(err.Error(), "text, wikipedia, csl, ris") {
		t.Errorf("Cite in an unknown form = %v, want an error that lists the forms", err)
	}
}

// wikiParameters takes a {{cite news}} apart as a parser of wikitext does.
func wikiParameters(raw string) (map[string]string, error) {
	raw = strings.TrimSuffix(raw, "\n")
	raw, _, _ = strings.Cut(raw, "{{dead link |")
	body, opened := strings.CutPrefix(raw, "{{cite news")
	body, closed := strings.CutSuffix(body, "}}")
	body = strings.ReplaceAll(body, "{{!}}", "\x00")
	if !opened || !closed || strings.ContainsAny(body, "{}[]<>\n") || strings.Contains(body, "''") || strings.Contains(body, "~~~") || strings.Contains(body, "__") {
		return nil, fmt.Errorf("not one template of plain values: %q", raw)
	}
	out := map[string]string{}
	for _, p := range strings.Split(body, " |")[1:] {
		name, value, ok := strings.Cut(p, "=")
		if _, twice := out[name]; !ok || twice || !regexp.MustCompile(`^[a-z][a-z0-9-]*$`).MatchString(name) || strings.Contains(value, "|") {
			return nil, fmt.Errorf("parameter %q of %q", p, raw)
		}
		out[name] = value
	}
	return out, nil
}

var risTags = regexp.MustCompile(`^(TY|ID|TI|AU|T2|DA|PY|LA|UR|Y2|N1)  - .+$`)

// risRecords counts the records and refuses what is none.
func risRecords(raw string) (n int, err error) {
	open := false
	for _, l := range strings.Split(strings.TrimSuffix(raw, "\r\n"), "\r\n") {
		switch {
		case l == "" && !open:
		case strings.HasPrefix(l, "TY  - NEWS") && !open:
			open = true
		case l == "ER  - " && open:
			n, open = n+1, false
		case !open || !risTags.MatchString(l) || strings.ContainsAny(l, "\r\n"):
			return n, fmt.Errorf("line %q", l)
		}
	}
	if open {
		return n, errors.New("a record has no end")
	}
	return n, nil
}

func TestNoPageWritesIntoACitation(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		v := e.Evidence[0]
		v.Title, v.Authors, v.Agency, v.Article = e.Headline, []string{e.Headline, "\n", e.Headline}, e.Headline, "https://kurier.example/"
		list := []news.Evidence{v, damEvidence[2]}
		if _, err := wikiParameters(string(bytes.SplitAfter(cited(t, "wikipedia", list), []byte("\n"))[0])); err != nil {
			t.Error(err)
		}
		if n, err := risRecords(string(cited(t, "ris", list))); n != 2 || err != nil {
			t.Errorf("RIS: %d records, %v; want 2", n, err)
		}
		if got := strings.Count(string(cited(t, "text", list)), "\n"); got != 2 {
			t.Errorf("text: %d lines, want 2", got)
		}
		var items []map[string]any
		if err := json.Unmarshal(cited(t, "csl", list), &items); err != nil || len(items) != 2 {
			t.Errorf("CSL-JSON: %d items, %v; want 2", len(items), err)
		}
		for _, form := range CitationForms {
			raw := cited(t, form, list)
			checkText(t, raw)
			if regexp.MustCompile(`(?i)(url=|UR  - |"URL": ")(javascript|data|file):`).Match(raw) {
				t.Errorf("%s: a link that is none: %s", form, raw)
			}
		}
	})
}
