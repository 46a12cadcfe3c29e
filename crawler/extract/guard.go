package extract

import (
	"errors"
	"fmt"
	nurl "net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// A body of fewer words is doubted, and replaced by a second opinion that has
// guardFactor times as many.
const (
	doubtful    = 120
	guardFactor = 3
)

// almostNothing is the number of words under which the text that JSON-LD gives
// is taken: pages that a script fills have no other. In general it is worse than
// what the page shows, one line without paragraphs, or only its beginning.
const almostNothing = 40

// linkedBody cuts the articleBody of JSON-LD at its line breaks.
func linkedBody(s string) []block {
	var out []block
	for line := range strings.Lines(s) {
		if line = plain(line); line != "" {
			out = append(out, block{text: line, tag: "p", letters: letters(line)})
		}
	}
	return out
}

// secondOpinion asks readability for the body where ours is almost nothing: it
// fails on other pages than we do. It is slow, and the tree is pruned for it.
func secondOpinion(bs []block, root *html.Node, url string) []block {
	n := countWords(bs)
	if n >= doubtful {
		return bs
	}
	prune(root)
	var other []block
	address, err := nurl.Parse(url)
	if err != nil {
		address = &nurl.URL{}
	}
	err = guarded(func() error {
		a, err := readability.FromDocument(root, address)
		if err == nil {
			other = render(a.Node)
		}
		return err
	})
	if err == nil && countWords(other) > guardFactor*n {
		return other
	}
	return bs
}

var errPanic = errors.New("extractor panicked")

// guarded runs a library over a page. Pages are hostile, the libraries are
// large, and one page must not take a night's crawl down.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return f()
}
