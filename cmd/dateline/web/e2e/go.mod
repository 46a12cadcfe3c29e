module github.com/seed-7461731f/dateline/cmd/dateline/web/e2e

go 1.26.0

require github.com/chromedp/chromedp v0.23.0
