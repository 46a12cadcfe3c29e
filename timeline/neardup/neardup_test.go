package neardup

import (
	"fmt"
	"strings"
	"testing"
)

func words(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", prefix, i)
	}
	return b.String()
}

func sign(t *testing.T, text string) Signature {
	t.Helper()
	s, ok := Sign(text)
	if !ok {
		t.Fatalf("Sign(%.40q) gave no signature", text)
	}
	return s
}

func TestCopyWithSmallEditsIsTheSame(t *testing.T) {
	original := words("w", 300)
	edited := strings.Replace(strings.Replace(original, "w20 ", "changed ", 1), "w200 ", "", 1)
	if l := Likeness(sign(t, original), sign(t, "(dpa) "+edited+"mehr dazu hier")); l < Same {
		t.Errorf("likeness of a copy with small edits = %.2f, want at least %.2f", l, Same)
	}
	if l := Likeness(sign(t, original), sign(t, words("v", 300))); l > 0.1 {
		t.Errorf("likeness of two texts = %.2f, want about 0", l)
	}
}

func TestCopiesShareABand(t *testing.T) {
	a, b := sign(t, words("w", 300)), sign(t, words("w", 290))
	shared := 0
	for i, h := range a.Bands() {
		if b.Bands()[i] == h {
			shared++
		}
	}
	if shared == 0 {
		t.Error("two near-duplicates share no band")
	}
}

func TestShortTextHasNoSignature(t *testing.T) {
	if _, ok := Sign("too short to tell"); ok {
		t.Error("Sign of four words gave a signature")
	}
	if _, ok := Sign(strings.Repeat("中国新闻", 10)); !ok {
		t.Error("Sign of forty Han signs gave no signature")
	}
}

func TestStoredFormReadsBack(t *testing.T) {
	s := sign(t, words("w", 50))
	if got, ok := FromBytes(s.Bytes()); !ok || got != s {
		t.Error("FromBytes(Bytes()) is not the signature")
	}
	if _, ok := FromBytes([]byte("short")); ok {
		t.Error("FromBytes took five bytes")
	}
}

func BenchmarkSign(b *testing.B) {
	text := words("word", 1000)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sign(text)
	}
}
