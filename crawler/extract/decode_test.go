package extract

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
)

func encoded(t *testing.T, label, s string) []byte {
	t.Helper()
	enc, _ := charset.Lookup(label)
	if enc == nil {
		t.Fatalf("no charset %q", label)
	}
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var decodeTests = []struct{ name, charset, header, declared, text string }{
	{"UTF-8 in spite of the header", "utf-8", "text/html; charset=iso-8859-1", "", "Größe und Maß"},
	{"UTF-8 in spite of meta", "utf-8", "", "windows-1252", "Größe und Maß"},
	{"charset of the header", "windows-1251", "text/html; charset=windows-1251", "", "Комиссия приняла решение"},
	{"charset of meta", "shift_jis", "text/html", "shift_jis", "委員会は月曜日に決定しました"},
	{"charset of meta, Korean", "euc-kr", "", "euc-kr", "위원회는 월요일에 결정했다"},
	{"charset of meta, traditional Chinese", "big5", "", "big5", "委員會於週一作出決定"},
	{"Chinese that is declared Latin", "gb18030", "text/html; charset=iso-8859-1", "", "委员会星期一作出决定,新的规定将于下个月开始生效。"},
	{"nothing declared, Western", "windows-1252", "", "", "Die Kommission beschloß über die Größe der Straße"},
	{"nothing declared, Chinese", "gbk", "", "", "委员会星期一作出决定,新的规定将于下个月开始生效。"},
}

func TestDecodeReadsTheCharsetOfTheBytes(t *testing.T) {
	for _, tt := range decodeTests {
		t.Run(tt.name, func(t *testing.T) {
			page := "<html><p>" + strings.Repeat(tt.text+"\n", 30)
			if tt.declared != "" {
				page = `<meta charset="` + tt.declared + `">` + page
			}
			got := decode(encoded(t, tt.charset, page), tt.header)
			if got != page {
				t.Errorf("decode(%s, %q) = %.120q..., want %.120q...", tt.charset, tt.header, got, page)
			}
		})
	}
}

func TestDecodeMendsStrayBytes(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"byte order mark goes", "\xef\xbb\xbfDamm", "Damm"},
		{"NUL goes", "Da\x00mm", "Damm"},
		{"UTF-16 with mark", "\xff\xfeD\x00a\x00m\x00m\x00", "Damm"},
		{"one bad byte among many good", strings.Repeat("Größe ", 20) + "\xff", strings.Repeat("Größe ", 20) + "\ufffd"},
	} {
		if got := decode([]byte(tt.in), ""); got != tt.want {
			t.Errorf("%s: decode(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
