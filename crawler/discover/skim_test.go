package discover

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var skimTests = []struct{ name, page string }{
	{"plain", `<p>The <a href="/dam" title='x'>dam</a> broke <img alt=river src=r.png>`},
	{"upper case", `<A HREF="/dam">x</A><MeTa NAME=robots CONTENT=none>`},
	{"references in a value", `<a href="/s?a=1&amp;b=2">`},
	{"given twice", `<a href="/one" href="/two">`},
	{"given twice, first without a value", `<a href rel="" href="/two" rel=next>`},
	{"no quotes, no space", `<a href=/dam/>x</a><a href=x/y z=1>`},
	{"a slash in the middle", `<a / href="/dam" / rel=next/>`},
	{"equals signs", `<a =href=x href = "y" = >`},
	{"greater than in quotes", `<div title="a > b"><a href="x">`},
	{"comments", `<!-- <a href=x> --><!--><a href=y><!---><a href=z><!-- a --!><a href=v>`},
	{"bogus comments", `<!a <b><? <a href=x> ?></ a href=y></><a href=z>`},
	{"script", `<script>if (a<b) { "<a href=x>" }</script><a href=y>`},
	{"script in a comment in a script", `<script><!-- <script> </script> <a href=x> --></script><a href=y>`},
	{"empty script", `<script></script><a href=x><style></style>`},
	{"self-closing raw text", `<title/><a href=x></title><a href=y>`},
	{"raw text", `<noscript><a href=x></noscript><textarea><a href=y></textarea><iframe><a></iframe><a href=z>`},
	{"cut off", `<a href="x`},
	{"cut off in a name", `<a href=x><im`},
	{"less than as text", `1 < 2 <3 << <a href=x>`},
	{"declaration", "<!DOCTYPE html>\n<html><link rel=next href=/2>"},
	{"no end to a script", `<a href=x><script> <a href=y>`},
	{"plaintext", `<plaintext><a href=x>`},
}

// skimmed lists the tags of note that a skim sees.
func skimmed(page []byte) (out []string) {
	for s := (skim{page: page}); s.next(false); {
		out = append(out, describeTag(s.tag, s.end, s.attributes))
	}
	return out
}

// tokenized lists those that the tokenizer sees.
func tokenized(page []byte) (out []string) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, more := z.TagName()
			tag := lookup(name)
			if !isOfNote(tag) {
				continue
			}
			var a attributes
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				a.set(k, v)
			}
			out = append(out, describeTag(tag, kind == html.EndTagToken, a))
		}
	}
}

func describeTag(tag atom.Atom, end bool, a attributes) string {
	if end {
		return "/" + tag.String()
	}
	return fmt.Sprintf("%s %q", tag, a)
}

func TestSkimSeesTheTagsOfTheTokenizer(t *testing.T) {
	for _, tt := range skimTests {
		t.Run(tt.name, func(t *testing.T) {
			if got, want := skimmed([]byte(tt.page)), tokenized([]byte(tt.page)); !slices.Equal(got, want) {
				t.Errorf("tags of %q\n  %q\nwant\n  %q", tt.page, got, want)
			}
		})
	}
}

func FuzzSkimSeesTheTagsOfTheTokenizer(f *testing.F) {
	for _, tt := range skimTests {
		f.Add([]byte(tt.page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		if bytes.ContainsAny(page, "\x00\r&") {
			t.Skip("the tokenizer rewrites them inside of values")
		}
		got, want := skimmed(page), tokenized(page)
		if !slices.Equal(got, want) {
			t.Errorf("tags of %q\n  %q\nwant\n  %q", page, got, want)
		}
	})
}
