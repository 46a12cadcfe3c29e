// Command dateline follows a news story: it crawls the sites that cover it,
// finds every statement that has a date and merges them into one timeline.
package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
