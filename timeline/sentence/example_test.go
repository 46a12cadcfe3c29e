package sentence_test

import (
	"fmt"

	"github.com/seed-7461731f/dateline/timeline/sentence"
)

func ExampleSplit() {
	text := "Am 3. Februar tagte das Gericht. Es ging um § 12, Nr. 45.\n\nDie Firma schwieg."
	for _, s := range sentence.Split(text, "de") {
		fmt.Println(s.Index, s.Paragraph, text[s.Start:s.End])
	}
	// Output:
	// 1 1 Am 3. Februar tagte das Gericht.
	// 2 1 Es ging um § 12, Nr. 45.
	// 3 2 Die Firma schwieg.
}
