package extract

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

func TestVisibleDateIsThatOfPublication(t *testing.T) {
	text := paragraphsOf(first, second, third)
	headline := "<h1>The quay of the harbour opens later</h1>"
	for _, tt := range []struct{ name, page, want string }{
		{"by itself below the headline", `<div class="b">16 December 2020</div>` + strings.Repeat(`<p><a href="/x">Old stories of the harbour</a></p>`, 9) + headline + `<div>3 May 2019</div>` + text, "2019-05-03"},
		{"in an element named for it", headline + text + `<p>See the minutes of 1 February 2018</p><div class="post-date">3 May 2019</div>`, "2019-05-03"},
		{"after a word that says so", headline + text + `<p>Published: 3 May 2019</p>`, "2019-05-03"},
		{"published before updated", headline + `<p>Updated 9 May 2019</p><p>Published 3 May 2019</p>` + text, "2019-05-03"},
		{"not in a comment", headline + `<p>Created 3 May 2019</p>` + text + `<div class="comments"><div class="comment-date">8 May 2019</div></div>`, "2019-05-03"},
		{"not of a copyright line", headline + text + `<div>© 3 May 2019</div>`, ""},
		{"not in a sentence", headline + text + `<p>On 3 May 2019 the council had decided by one vote that the quay should be built of oak.</p>`, ""},
		{"not in a short sentence", headline + text + `<p>On 3 May 2019 the town sued the builder.</p>`, ""},
		{"a dateline", headline + `<p>HARBOUR, 3 May 2019 – ` + first + `</p>` + text, "2019-05-03"},
		{"in brackets in front", headline + `<p>(03.05.2019) ` + first + `</p>` + text, "2019-05-03"},
		{"a part of the title", "<title>The quay opens later | 03.05.2019</title><div>4 June 2018</div>" + headline + text, "2019-05-03"},
		{"none", headline + text, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root, err := html.Parse(strings.NewReader(tt.page))
			if err != nil {
				t.Fatal(err)
			}
			l := newLayout(root, []string{"The quay of the harbour opens later"})
			l.body()
			d := dater{facts: collect(root), fetched: time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC)}
			got := ""
			if f := d.visible(l); len(f) > 0 {
				got = f[0].t.Format(time.DateOnly)
			}
			if got != tt.want {
				t.Errorf("visible = %q, want %q", got, tt.want)
			}
		})
	}
}
