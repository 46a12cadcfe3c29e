package web

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/store/news"
)

// What a page on the web may carry in its title and its sentences.
var injections = []struct{ name, text string }{
	{"script", `<script>alert(1)</script>`},
	{"closing a title", `</title></textarea><img src=x onerror=alert(1)>`},
	{"attribute", `" onmouseover="alert(1)" x="`},
	{"single quotes", `' autofocus onfocus='alert(1)`},
	{"javascript link", `javascript:alert(1)`},
	{"data link", `data:text/html,<script>alert(1)</script>`},
	{"bidi marks", "safe \u202egnp.exe\u202c \u2066x\u2069 \u200f"},
	{"controls", "a\x00b\x1b[31mc\u0085d"},
	{"formula", `=HYPERLINK("http://evil.example","x")`},
	{"formula with a tab", "\t@SUM(1)"},
	{"end of CDATA", `]]><evil/>`},
	{"comment", `<!-- --><!--`},
	{"template braces", `{{.Story}} ${7*7} {% raw %} <%= 1 %>`},
	{"entity", `&lt;script&gt; &amp; &#x27;`},
	{"line ends", "one\r\nSet-Cookie: x=1\r\n\r\ntwo"},
	{"not UTF-8", "caf\xe9 \xff\xfe"},
	{"svg", `<svg onload=alert(1)><style>*{display:none}</style>`},
}

// hostilePages are all pages that show a stranger's words, hostileFormats those for
// programs.
var hostilePages = []string{"/timeline", "/timeline?lanes=actor", "/event/e000000000000", "/event/e000000000001", "/event/e000000000002", "/deadlines",
	"/new?since=0", "/search?q=rain", "/sources", "/article?url=https://news.example/2"}

func TestInjectionsAreTextInEveryPage(t *testing.T) {
	for _, in := range injections {
		t.Run(in.name, func(t *testing.T) {
			f := newFixture(t, 5, in.text, func(c *Config) {
				c.Story.Title = in.text
				c.Story.Sources = []news.Source{{Host: "news.example", Name: in.text, Home: in.text, Kind: in.text, Language: in.text}}
			})
			for _, path := range hostilePages {
				root, err := html.Parse(strings.NewReader(f.body(path)))
				if err != nil {
					t.Fatal(err)
				}
				for _, wrong := range faults(root) {
					t.Errorf("%s: %s", path, wrong)
				}
				if want := plain(in.text); want != "" && !strings.Contains(visibleText(root), want) {
					t.Errorf("%s does not show %q as text", path, want)
				}
			}
		})
	}
}

// faults are what in a page could run, load or steer.
func faults(n *html.Node) (out []string) {
	if n.Type == html.ElementNode {
		if slices.Contains([]string{"img", "iframe", "object", "embed", "evil", "style", "base"}, n.Data) {
			out = append(out, "element "+n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
				out = append(out, "attribute "+a.Key+"="+a.Val)
			case a.Key == "href" || a.Key == "src" || a.Key == "action":
				if u, err := url.Parse(a.Val); err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
					out = append(out, "link to "+a.Val)
				}
			}
		}
		if n.Data == "script" && (n.FirstChild != nil || attribute(n, "src") != "/static/keys.js") {
			out = append(out, "a script that is not ours")
		}
	}
	if i := strings.IndexFunc(n.Data, func(r rune) bool {
		return unicode.Is(unicode.Bidi_Control, r) || unicode.IsControl(r) && r != '\n' && r != '\t'
	}); i >= 0 {
		out = append(out, "a mark that steers the text: "+n.Data)
	}
	for c := range n.ChildNodes() {
		out = append(out, faults(c)...)
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func visibleText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func TestInjectionsAreTextInEveryFormat(t *testing.T) {
	for _, in := range injections {
		t.Run(in.name, func(t *testing.T) {
			f := newFixture(t, 5, in.text, nil)
			valid := strings.ToValidUTF8(in.text, "\uFFFD")
			for _, path := range []string{"/timeline.json", "/event/e000000000002.json", "/deadlines.json", "/new.json?since=0", "/search.json?q=rain", "/sources.json",
				"/article.json?url=https://news.example/2", "/timeline.jsonfeed", "/timeline.jsonld", "/timeline.timelinejs", "/event/e000000000002.csl"} {
				if body := f.body(path); !json.Valid([]byte(body)) {
					t.Errorf("%s is no JSON: %s", path, body)
				}
			}
			var list listForm
			if err := json.Unmarshal([]byte(f.body("/timeline.json")), &list); err != nil || !strings.HasPrefix(list.Events[0].Evidence[0].Quote, valid) {
				t.Errorf("the JSON quotes %q, want %q (%v)", list.Events[0].Evidence[0].Quote, valid, err)
			}
			for _, path := range []string{"/timeline.atom", "/new.atom?since=0", "/deadlines.atom"} {
				if err := wellFormed(f.body(path)); err != nil {
					t.Errorf("%s: %v", path, err)
				}
			}
			rows, err := csv.NewReader(strings.NewReader(f.body("/timeline.csv"))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "\t") {
						t.Errorf("a cell is a formula: %q", cell)
					}
				}
			}
			if body := f.body("/timeline.ics"); strings.Contains(body, "\nSet-Cookie") || strings.Contains(body, "\x1b") {
				t.Error("the calendar holds a line or a control that is not ours")
			}
		})
	}
}

func wellFormed(s string) error {
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "evil" {
			return errEvil
		}
	}
}

var errEvil = &problem{Title: "an element of the stranger's"}

// What a reader types comes back in the page as text too.
func TestWhatIsTypedComesBackAsText(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	for _, in := range injections {
		for _, path := range []string{"/timeline?search=", "/timeline?actor=", "/timeline?from=", "/timeline?after=", "/search?q=", "/new?since=", "/deadlines?as_of=", "/article?url=", "/"} {
			w := f.get(path + url.QueryEscape(in.text))
			root, err := html.Parse(bytes.NewReader(w.Body.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			for _, wrong := range faults(root) {
				t.Errorf("%s%q: %s", path, in.text, wrong)
			}
			for name, values := range w.Header() {
				if strings.ContainsAny(strings.Join(values, ""), "\r\n") || name == "Set-Cookie" {
					t.Errorf("%s%q: header %s: %q", path, in.text, name, values)
				}
			}
		}
	}
}
