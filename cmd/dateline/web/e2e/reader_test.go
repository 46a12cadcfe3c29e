package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A reader goes through the pages in one of three ways.
type reader struct {
	t   *testing.T
	ctx context.Context
	by  string // "mouse", "keyboard", "no script"
}

// eachReader runs a journey by mouse, by keyboard, and by mouse with scripts off.
func eachReader(t *testing.T, journey func(r reader)) {
	for _, by := range []string{"mouse", "keyboard", "no script"} {
		t.Run(by, func(t *testing.T) {
			r := reader{t, newTab(t), by}
			if by == "no script" {
				r.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
					_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
					return err
				}))
			} else {
				r.allowCopying()
			}
			journey(r)
		})
	}
}

func (r reader) allowCopying() {
	r.t.Helper()
	id := chromedp.FromContext(r.ctx).BrowserContextID
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.CallBrowser(r.ctx, browser.SetPermission, browser.SetPermissionParams{Origin: base, BrowserContextID: id,
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted})
		if err != nil {
			r.t.Fatal(err)
		}
	}
}

func (r reader) keys() bool { return r.by == "keyboard" }

func (r reader) do(steps ...chromedp.Action[chromedp.Void]) {
	r.t.Helper()
	if err := chromedp.Do(r.ctx, steps...); err != nil {
		r.t.Fatal(err)
	}
}

// open asks for a page as if its address were typed.
func (r reader) open(path string) {
	r.t.Helper()
	r.do(chromedp.Navigate(base + path))
}

// follow does what loads another page.
func (r reader) follow(step chromedp.Action[chromedp.Void]) {
	r.t.Helper()
	resp, err := chromedp.RunResponse(r.ctx, step)
	if err != nil {
		r.t.Fatal(err)
	}
	if resp.Status >= 400 {
		r.t.Fatalf("%s: status %d", resp.URL, resp.Status)
	}
}

// press follows a link or presses a button: by mouse with a click, by keyboard
// with the focus on it and Enter.
func (r reader) press(selector string) {
	r.t.Helper()
	if !r.has(selector) {
		r.t.Fatalf("the page has no %s", selector)
	}
	if r.keys() {
		r.follow(chromedp.Steps(chromedp.Focus(chromedp.CSS(selector)), chromedp.KeyEvent(kb.Enter)))
		return
	}
	r.follow(chromedp.Click(chromedp.CSS(selector)))
}

// keysTo presses Tab until the element has the focus: what a reader without a
// mouse can reach.
func (r reader) keysTo(selector string) {
	r.t.Helper()
	for range 150 {
		if r.has(selector + ":focus") {
			return
		}
		r.do(chromedp.KeyEvent(kb.Tab))
	}
	r.t.Fatalf("Tab does not lead to %s", selector)
}

// fill types into a field.
func (r reader) fill(selector, text string) {
	r.t.Helper()
	if r.keys() {
		r.keysTo(selector)
		r.do(chromedp.KeyEvent(text))
		return
	}
	r.do(chromedp.SendKeys(chromedp.CSS(selector), text))
}

// choose takes an entry of a list to choose from.
func (r reader) choose(selector, value, label string) {
	r.t.Helper()
	if r.keys() {
		r.keysTo(selector)
		r.do(chromedp.KeyEvent(label))
		return
	}
	r.do(chromedp.SetValue(chromedp.CSS(selector), value))
}

// has reports whether the page holds an element. The question is the browser's, so
// it works with scripts off too.
func (r reader) has(selector string) bool { return r.count(selector) > 0 }

func (r reader) count(selector string) int {
	r.t.Helper()
	nodes, err := chromedp.Run(r.ctx, chromedp.Nodes(chromedp.CSSAll(selector), chromedp.AtLeast(0)))
	if err != nil {
		r.t.Fatalf("%s: %v", selector, err)
	}
	return len(nodes)
}

// text is what a reader sees of an element.
func (r reader) text(selector string) string {
	r.t.Helper()
	s, err := chromedp.Run(r.ctx, chromedp.Text(chromedp.CSS(selector)))
	if err != nil {
		r.t.Fatalf("%s: %v", selector, err)
	}
	return strings.TrimSpace(s)
}

// want holds the text of an element against what it must hold.
func (r reader) want(selector string, parts ...string) {
	r.t.Helper()
	got := r.text(selector)
	for _, p := range parts {
		if !strings.Contains(got, p) {
			r.t.Errorf("%s reads %q, want %q in it", selector, got, p)
		}
	}
}

// clipboard is what was copied.
func (r reader) clipboard() string {
	r.t.Helper()
	r.do(chromedp.WaitVisible(chromedp.CSS("#said:not(:empty)")))
	s, err := chromedp.Run(r.ctx, chromedp.Evaluate[string](`navigator.clipboard.readText()`, chromedp.EvalAwaitPromise))
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}
