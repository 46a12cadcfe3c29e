package rule

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

func TestParseIsStrict(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"unknown field", "why: w\npage: p.txtar\nbdy: p\n", "unknown field"},
		{"no reason", "page: p.txtar\nbody: p\n", "needs why"},
		{"no recorded page", "why: w\nbody: p\n", "needs why"},
		{"a selector that is none", "why: w\npage: p.txtar\nbody: 'p['\n", "rule x.example: body: "},
		{"an attribute that is none", "why: w\npage: p.txtar\ndate: 'p @ '\n", "no attribute"},
		{"a zone that is none", "why: w\npage: p.txtar\nzone: Europe/Wien\n", "zone"},
	} {
		if _, err := Parse("x.example", []byte(tt.in)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Parse = %v, want an error with %q", tt.name, err, tt.want)
		}
	}
}

func TestPlacesAreFoundInPageOrder(t *testing.T) {
	r, err := Parse("x.example", []byte("why: w\npage: p.txtar\nbody: '.b, .a'\ndate: 'time @ datetime'\n"))
	if err != nil {
		t.Fatal(err)
	}
	root, _ := html.Parse(strings.NewReader(`<div class=a id=1><p class=a id=2></div><p class=b id=3><time datetime="2020-08-31">`))
	var ids []string
	for _, n := range r.Body.All(root) {
		ids = append(ids, n.Attr[1].Val)
	}
	if got := strings.Join(ids, " "); got != "1 3" {
		t.Errorf("Body.All = %q, want 1 and 3: what lies inside is there already", got)
	}
	if r.Lead.Named() || r.Lead.First(root) != nil || r.Date.Attribute() != "datetime" || r.Date.First(root) == nil {
		t.Errorf("Lead %+v, Date %+v", r.Lead, r.Date)
	}
}

// Every rule that ships can be read and has a recorded page of its host.
func TestEveryRuleHasItsPage(t *testing.T) {
	all, err := rules()
	if err != nil || len(all) == 0 {
		t.Fatalf("rules: %d, %v", len(all), err)
	}
	for host, r := range all {
		data, err := os.ReadFile("../testdata/" + r.Page)
		if err != nil {
			t.Errorf("%s: %v", host, err)
			continue
		}
		if a := txtar.Parse(data); len(a.Files) < 2 || !strings.Contains(a.Files[0].Name, host) || !bytes.Contains(a.Files[1].Data, []byte(`"title"`)) {
			t.Errorf("%s: %s holds no page of this host with what is read from it", host, r.Page)
		}
	}
}

func TestASubdomainHasTheRuleOfItsParent(t *testing.T) {
	for _, tt := range []struct{ host, want string }{
		{"gemeindebote.example", "gemeindebote.example"}, {"www.gemeindebote.example", "gemeindebote.example"},
		{"derandere-gemeindebote.example", ""}, {"", ""},
	} {
		if got := For(tt.host).Host; got != tt.want {
			t.Errorf("For(%q) = %q, want %q", tt.host, got, tt.want)
		}
	}
}
