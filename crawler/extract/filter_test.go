package extract

import (
	"strings"
	"testing"
)

// What a page shows within or below its article, and whether it is text of it.
func TestTextIsToldFromWhatStandsWithinIt(t *testing.T) {
	const picture = `<p><a href="/big.jpg"><img src="harbour.jpg" alt="The harbour at low tide"></a></p>`
	for _, tt := range []struct {
		name, body, line string
		kept             bool
	}{
		{"a cue", `<p>Video: the debate in full</p>`, "Video: the debate", false},
		{"a cue before a bar", `<p>Watch | The debate in full</p>`, "Watch |", false},
		{"a heading that only begins with the letters of a cue", `<h2>Videotapes of the debate</h2>`, "Videotapes of the debate", true},
		{"a heading that is the target of a link", `<h2><a name="two">A quay of two miles</a></h2>`, "A quay of two miles", true},
		{"a line that is a link", `<p><a href="/x">Ten more harbours to see this summer</a></p>`, "Ten more harbours", false},
		{"an address that is written out", `<p><a href="https://quay.example/plan">https://quay.example/plan</a></p>`, "quay.example/plan", true},
		{"the headline at a picture", `<p>Harbour stays public</p>`, "Harbour stays public", false},
		{"a pull quote", `<blockquote><p>decided to keep the harbour in public hands</p><p>Ann Rivers, mayor</p></blockquote>`, "decided to keep the harbour in public hands\n", false},
		{"who said a pull quote", `<blockquote><p>decided to keep the harbour in public hands</p><p>Ann Rivers, mayor</p></blockquote>`, "Ann Rivers, mayor", false},
		{"a quote", `<blockquote><p>We never thought of selling it, and we never will.</p><p>Ann Rivers, mayor</p></blockquote>`, "Ann Rivers, mayor", true},
		{"a caption as its picture says", picture + `<p>The harbour at low tide</p>`, "low tide", false},
		{"the words of a picture further up", picture + `<p>Nobody spoke against it.</p><p>The harbour at low tide</p>`, "low tide", true},
		{"a caption by its letters", picture + `<p><em>Gulls on the quay.</em></p>`, "Gulls on the quay", false},
		{"a line in emphasis with no picture", `<p><em>Gulls on the quay.</em></p>`, "Gulls on the quay", true},
		{"a caption with its credit", `<p>Gulls on the quay (credit: Ann Rivers)</p>`, "Gulls on the quay", false},
		{"a heading that is called a widget's", `<h2 class="widget-title">What the council said</h2>`, "What the council said", true},
		{"a heading that nobody sees", `<h2 class="widget-title visually-hidden">Content of the article</h2>`, "Content of the article", false},
		{"for paper", `<div class="d-none d-print-block">Read on this page on Monday, at our house.</div>`, "Read on this page", false},
		{"a price in a story", `<p>The quay cost $30 million a year, the council was told, and nobody had an idea how to bring that down by the end of the decade.</p>`, "The quay cost", true},
	} {
		a, err := Page(paged("", tt.body+"<p>The vote was nine to four, and it took the council until late in the evening.</p>"), Hints{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := strings.Contains(a.Text+"\n", tt.line); got != tt.kept {
			t.Errorf("%s: kept %t, want %t, in:\n%s", tt.name, got, tt.kept, a.Text)
		}
	}
}
