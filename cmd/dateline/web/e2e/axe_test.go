package e2e

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// axePath is where npm puts what package.json names.
const axePath = "node_modules/axe-core/axe.min.js"

// pages are all kinds of page, the empty and the wrong ones among them.
var pages = []string{
	"/timeline?from=2020-08-20&to=2020-09-20", "/timeline?topic=lawsuit&lanes=actor&order=score&limit=10", "/timeline?from=1990&to=1991",
	"/event/MOVED", "/event/CONTRADICTED", "/deadlines?as_of=2020-11-20", "/new?since=last-run", "/search", "/search?q=export", "/search?q=zzzz",
	"/sources", "/article?url=ARTICLE", "/timeline?actor=orcale", "/nothing-here",
}

// looks are the ways a page is looked at.
var looks = []struct {
	name, scheme string
	width        int64
}{{"light", "light", 1280}, {"dark", "dark", 1280}, {"320 pixels", "light", 320}}

const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
	.then(r => r.violations.map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))`

// Every page passes every rule of axe-core, and none is wider than its screen.
func TestPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		missing(t, "axe-core is not there: npm ci in "+"cmd/dateline/web/e2e")
	}
	paths := resolved(t, pages)
	for _, look := range looks {
		t.Run(look.name, func(t *testing.T) {
			ctx := newTab(t)
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(look.width, 900), scheme(look.scheme)); err != nil {
				t.Fatal(err)
			}
			for _, path := range paths {
				violations, wide, err := examine(ctx, path, string(axe))
				if err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				for _, v := range violations {
					t.Errorf("%s: %s", path, v)
				}
				if wide > 0 {
					t.Errorf("%s is %d pixels wider than the screen", path, wide)
				}
			}
		})
	}
}

func scheme(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
		return err
	})
}

// examine runs axe on a page; wide is by how much it overflows its screen.
func examine(ctx context.Context, path, axe string) (violations []string, wide int, err error) {
	if err := chromedp.Do(ctx, chromedp.Navigate(base+path)); err != nil {
		return nil, 0, err
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](axe+";0")); err != nil {
		return nil, 0, fmt.Errorf("axe: %w", err)
	}
	if violations, err = chromedp.Run(ctx, chromedp.Evaluate[[]string](runAxe, chromedp.EvalAwaitPromise)); err != nil {
		return nil, 0, err
	}
	wide, err = chromedp.Run(ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - document.documentElement.clientWidth`))
	return violations, wide, err
}

// resolved puts IDs and addresses of the store under test into paths.
func resolved(t *testing.T, paths []string) (out []string) {
	t.Helper()
	moved := events(t, "outcome=moved")[0]
	names := strings.NewReplacer("MOVED", moved.ID, "CONTRADICTED", events(t, "contradicted=1")[0].ID, "ARTICLE", moved.Evidence[0].Article)
	for _, p := range paths {
		out = append(out, names.Replace(p))
	}
	return out
}
