package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler/extract/pdf/pdftest"
)

func TestReadGivesTheLinesOfEachPage(t *testing.T) {
	body := pdftest.Make("/Title (Order on the quay) /CreationDate (D:20200814093000-04'00')",
		append(pdftest.Lines("", "It is ordered that the quay be sold."), pdftest.Line{X: 72, Y: 740, Size: 24, Text: "Order on the Quay"}),
		pdftest.Lines("关于码头出售的公告"))
	d, err := Read(body)
	if err != nil || d.Pages != 2 || len(d.Lines) != 3 || d.Title != "Order on the quay" || d.Created != "D:20200814093000-04'00'" {
		t.Fatalf("Read = %+v, %v", d, err)
	}
	byText := map[string]Line{}
	for _, l := range d.Lines {
		byText[l.Text] = l
	}
	head, text, chinese := byText["Order on the Quay"], byText["It is ordered that the quay be sold."], byText["关于码头出售的公告"]
	if head.Size < 1.9*text.Size || head.Bottom < text.Bottom || text.Left < 70 || text.Right < text.Left+100 || chinese.Page != 1 {
		t.Errorf("Read = %+v, want a head of twice the size, above the text, and a second page", d.Lines)
	}
}

func TestAPageWithoutTextHasNoLines(t *testing.T) {
	d, err := Read(pdftest.Make("", nil, nil))
	if err != nil || d.Pages != 2 || len(d.Lines) != 0 {
		t.Errorf("Read = %+v, %v, want two pages without lines", d, err)
	}
}

// flate is a document whose one page has the content given, packed.
func flate(content string) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte(content))
	z.Close()
	body := pdftest.Make("", pdftest.Lines("x"))
	i, j := bytes.LastIndex(body, []byte("<< /Length")), bytes.LastIndex(body, []byte("endobj"))
	stream := fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n", packed.Len(), packed.Bytes())
	return append(append(body[:i:i], stream...), body[j:]...)
}

var hostileDocuments = []struct {
	name string
	body []byte
}{
	{"nothing but the sign", []byte("%PDF-1.7\n")},
	{"cut in the middle", pdftest.Make("", pdftest.Lines("A line of text."))[:400]},
	{"no pages", pdftest.Make("")},
	{"page tree that bites its tail", bytes.ReplaceAll(pdftest.Make("", pdftest.Lines("x")), []byte("/Kids [6 0 R]"), []byte("/Kids [2 0 R]"))},
	{"says that it has a million pages", bytes.ReplaceAll(pdftest.Make("", pdftest.Lines("x")), []byte("/Count 1"), []byte("/Count 1000000"))},
	{"100,000 nested arrays", []byte("%PDF-1.4\n1 0 obj\n" + strings.Repeat("[", 100_000) + "\nendobj\ntrailer << /Root 1 0 R >>\n")},
	{"locked", bytes.ReplaceAll(pdftest.Make("", pdftest.Lines("x")), []byte("/Info 5 0 R"), []byte("/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >>"))},
	{"content of 300 MB, packed", flate(strings.Repeat(" ", 300<<20))},
	{"two million signs", flate("BT /F1 12 Tf 1 0 0 1 9 9 Tm " + strings.Repeat("(ten signs.) Tj ", 200_000) + "ET")},
}

func TestHostileDocumentsEnd(t *testing.T) {
	if _, err := engine(); err != nil { // its start is none of their time
		t.Fatal(err)
	}
	for _, tt := range hostileDocuments {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read(tt.body) // gives up by itself; what does not, the test's own timeout ends
			if err == nil && len(d.Lines) > 1 {
				t.Errorf("Read = %d lines, want a problem or none", len(d.Lines))
			}
			t.Log(d.Pages, err)
		})
	}
	if d, err := Read(pdftest.Make("", pdftest.Lines("Still here."))); err != nil || len(d.Lines) != 1 {
		t.Errorf("Read after them = %+v, %v, want one line", d, err)
	}
}

func TestADocumentThatTakesTooLongIsGivenUp(t *testing.T) {
	pool, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	instance, err := pool.GetInstanceWithContext(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	body := pdftest.Make("", pdftest.Lines("A line of text."))
	_, err = within(50*time.Millisecond, instance, func() (Document, error) {
		for {
			if d, err := read(instance, body); err != nil {
				return d, err
			}
		}
	})
	if !errors.Is(err, ErrSlow) {
		t.Errorf("within = %v, want %v", err, ErrSlow)
	}
}

func FuzzReadNeverPanics(f *testing.F) {
	if _, err := engine(); err != nil { // its start is not part of any input's time
		f.Fatal(err)
	}
	f.Add(pdftest.Make("/Title (Order)", pdftest.Lines("A line of text.", "", "And 一个 more.")))
	for _, tt := range hostileDocuments {
		if len(tt.body) < 4096 {
			f.Add(tt.body)
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := Read(body)
		for _, l := range d.Lines {
			if err == nil && (l.Text == "" || l.Page < 0 || l.Page >= d.Pages) {
				t.Errorf("line %+v of %d pages", l, d.Pages)
			}
		}
	})
}
