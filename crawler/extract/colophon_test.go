package extract

import (
	"strings"
	"testing"
)

func TestAColophonIsNoText(t *testing.T) {
	for _, tt := range []struct {
		line string
		kept bool
	}{
		{"(Reporting by Ann Rivers and Ben Hill; Editing by Cy Dale)", false},
		{"Agency writer Ann Rivers in Rome contributed to this report.", false},
		{"Ann Rivers is a reporter for our harbour desk.", false},
		{"Our reporter Ann Rivers (ann@paper.example) covers harbours and quays.", false},
		{"Copyright © 2020 The Harbour Paper", false},
		{"Our website is the place for all news of the harbour.", false},
		{"Do you have a story to tell? Email desk@paper.example", false},
		{"Dieses Thema im Programm: Der Hafen, 18 Uhr", false},
		{"Filed under: Harbours, Quays", false},
		{"Please note: comments that name persons will not be approved by our moderators.", false},
		{"The mayor refused to comment on the moderate party.", true},
		{"Cy Dale is the mayor, and he will not stand again.", true},
		{"Ann Rivers, who wrote this, was at the meeting.", true},
		{"The council contributed to the costs of the quay.", true},
	} {
		p := paged(`<meta name="author" content="Ann Rivers">`, "")
		p.Body = []byte(strings.Replace(string(p.Body), "</article>", "<p>"+tt.line+"</p></article>", 1))
		a, err := Page(p, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(a.Text, tt.line); got != tt.kept {
			t.Errorf("%q: kept %t, want %t", tt.line, got, tt.kept)
		}
	}
}

func TestACreditedAgencyIsKnown(t *testing.T) {
	p := paged("", "")
	p.Body = []byte(strings.Replace(string(p.Body), "</article>", "<p>© dpa-infocom, dpa:240516-99-53606/3</p></article>", 1))
	a, err := Page(p, Hints{})
	if err != nil || a.Agency != "dpa" || strings.Contains(a.Text, "infocom") {
		t.Errorf("agency %q, %v, in:\n%s", a.Agency, err, a.Text)
	}
}
