package canon

import (
	"fmt"
	"strings"
	"testing"
)

var urlTests = []struct{ name, raw, base, want string }{
	{"host and scheme are lower-case", "HTTPS://News.Example/Dam", "", "https://news.example/Dam"},
	{"white space around is dropped", " https://news.example/dam\n", "", "https://news.example/dam"},
	{"default port goes", "https://news.example:443/dam", "", "https://news.example/dam"},
	{"another port stays", "http://127.0.0.1:8080/dam", "", "http://127.0.0.1:8080/dam"},
	{"fragment goes", "https://news.example/dam#comments", "", "https://news.example/dam"},
	{"credentials go", "https://me:secret@news.example/dam", "", "https://news.example/dam"},
	{"dot segments are resolved", "https://news.example/a/../dam/./x", "", "https://news.example/dam/x"},
	{"relative to a base", "../dam.html", "https://news.example/2020/08/", "https://news.example/2020/dam.html"},
	{"scheme-relative to a base", "//other.example/dam", "https://news.example/", "https://other.example/dam"},
	{"host in another script is ASCII", "https://müller.example/dam", "", "https://xn--mller-kva.example/dam"},
	{"path in another script is escaped", "https://news.example/größe", "", "https://news.example/gr%C3%B6%C3%9Fe"},
	{"escapes are upper case, letters are not escaped", "https://news.example/%c3%b6%41", "", "https://news.example/%C3%B6A"},
	{"escaped dots do not become steps", "https://news.example/a/%2e%2e/b", "", "https://news.example/b"},
	{"trailing dot of the host goes", "https://news.example./dam", "", "https://news.example/dam"},
	{"campaign goes, the rest is sorted", "https://news.example/dam?utm_source=feed&id=7&a=1", "", "https://news.example/dam?a=1&id=7"},
	{"click ids go", "https://news.example/dam?fbclid=x&gclid=y", "", "https://news.example/dam"},
	{"upper-case campaign goes", "https://news.example/dam?UTM_Source=feed", "", "https://news.example/dam"},
	{"page number stays", "https://news.example/dam?page=2", "", "https://news.example/dam?page=2"},
	{"repeated names keep their order", "https://news.example/s?t=b&t=a", "", "https://news.example/s?t=b&t=a"},
	{"an ambiguous name stays with another value", "https://news.example/s?source=reuters", "", "https://news.example/s?source=reuters"},
	{"an ambiguous name goes with a campaign", "https://news.example/s?source=rss", "", "https://news.example/s"},
	{"ampersand from HTML source", "https://news.example/s?a=1&amp;b=2", "", "https://news.example/s?a=1&b=2"},
	{"empty query goes", "https://news.example/dam?", "", "https://news.example/dam"},
	{"session id in the query", "https://news.example/dam?PHPSESSID=abc", "", "https://news.example/dam"},
	{"session id in the path", "https://news.example/dam;jsessionid=1A2B.node1?id=3", "", "https://news.example/dam?id=3"},
	{"AMP ending", "https://news.example/dam/amp/", "", "https://news.example/dam/"},
	{"AMP file ending", "https://news.example/dam.amp.html", "", "https://news.example/dam.html"},
	{"AMP switch", "https://news.example/dam?outputType=amp", "", "https://news.example/dam"},
	{"AMP cache", "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/dam", "", "https://www.news.example/dam"},
	{"AMP viewer", "https://www.google.com/amp/s/amp.news.example/dam.amp.html", "", "https://www.news.example/dam.html"},
	{"mobile host", "https://m.news.example/dam", "", "https://www.news.example/dam"},
	{"mobile host below a language", "https://en.m.news.example/dam", "", "https://en.news.example/dam"},
	{"a host that only begins with m stays", "https://maps.example/dam", "", "https://maps.example/dam"},
	{"print page", "https://news.example/dam/print", "", "https://news.example/dam"},
	{"a section called amp is not cut to nothing", "https://news.example/amp", "", "https://news.example/amp"},
	{"tabs and newlines inside go", "https://news.example/d\na\tm", "", "https://news.example/dam"},
}

func TestURL(t *testing.T) {
	for _, tt := range urlTests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := URL(tt.raw, tt.base)
			if err != nil || got != tt.want {
				t.Errorf("URL(%q, %q) = %q, %v, want %q", tt.raw, tt.base, got, err, tt.want)
			}
		})
	}
}

func TestURLRefusesWhatIsNoPage(t *testing.T) {
	wrapped := "https://www.google.com/amp/s/" + strings.Repeat("www.google.com/amp/s/", 40) + "news.example/dam"
	for _, raw := range []string{
		"", "news.example/dam", "mailto:desk@news.example", "javascript:void(0)", "ftp://news.example/dam",
		"https://", "http://[::1", "data:text/html,x", "https://news.example/" + strings.Repeat("a", maxLength), wrapped,
	} {
		if got, err := URL(raw, ""); err == nil {
			t.Errorf("URL(%.60q) = %.60q, want an error", raw, got)
		}
	}
}

var hostTests = []struct{ in, want string }{
	{"https://www.News.Example/dam", "news.example"},
	{"http://127.0.0.1:8080/", "127.0.0.1:8080"},
	{"WWW.news.example", "news.example"},
	{"https://www.example/", "www.example"},
	{"https://blog.news.example:443/", "blog.news.example"},
	{"mailto:desk@news.example", ""},
	{"", ""},
}

func TestHost(t *testing.T) {
	for _, tt := range hostTests {
		if got := Host(tt.in); got != tt.want {
			t.Errorf("Host(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzURLIsIdempotent(f *testing.F) {
	for _, tt := range urlTests {
		f.Add(tt.raw, tt.base)
	}
	f.Fuzz(func(t *testing.T, raw, base string) {
		once, err := URL(raw, base)
		if err != nil {
			return
		}
		twice, err := URL(once, "")
		if err != nil || twice != once {
			t.Errorf("URL(%q, %q) = %q, and of that %q, %v", raw, base, once, twice, err)
		}
		if Host(once) == "" {
			t.Errorf("Host(%q) is empty", once)
		}
	})
}

// What clean takes on itself, and what it has to leave.
var cleanTests = []struct {
	raw, base string
	clean     bool
}{
	{"https://news.example/2020/08/31/dam-breaks.html", "", true},
	{"https://news.example", "", true},
	{"https://news.example/dam?utm_source=feed&b=2&a=%C3%B6#top", "", true},
	{"http://127.0.0.1:8080/dam", "", true},
	{"/dam?id=7", "https://news.example/2020/", true},
	{"dam.html", "https://news.example/2020/index.html?p=1#x", true},
	{"?page=2", "https://news.example/2020/", true},
	{"https://news.example/a//b", "https://other.example/", true},
	{"//other.example/dam", "https://news.example/", false},
	{"mailto:desk@news.example", "https://news.example/", false},
	{"dam.html", "https://news.example", false},
	{"https://news.example/dam", "http:// ", false},
	{"https://News.example/", "", false},
	{"https://news.example:443/", "", false},
	{"https://news.example:080/", "", false},
	{"https://1.2.3/", "", false},
	{"https://0x7f.1/", "", false},
	{"https://xn--mller-kva.example/", "", false},
	{"https://m.news.example/", "", false},
	{"https://news.example/a/../b", "", false},
	{"https://news.example/dam/amp", "", false},
	{"https://news.example/dam;sid=3", "", false},
	{"https://news.example/%41", "", false},
	{"https://news.example/dam?q='", "", false},
	{"https://me@news.example/", "", false},
	{"https://news.example/ö", "", false},
}

func TestCleanIsTheSameAsFull(t *testing.T) {
	for _, tt := range cleanTests {
		got, ok := clean(tt.raw, tt.base)
		if ok != tt.clean {
			t.Errorf("clean(%q, %q) = %q, %t, want %t", tt.raw, tt.base, got, ok, tt.clean)
		}
		if want, err := full(tt.raw, tt.base); ok && (err != nil || got != want) {
			t.Errorf("clean(%q, %q) = %q, full %q, %v", tt.raw, tt.base, got, want, err)
		}
	}
}

func FuzzCleanIsTheSameAsFull(f *testing.F) {
	for _, tt := range cleanTests {
		f.Add(tt.raw, tt.base)
	}
	for _, tt := range urlTests {
		f.Add(tt.raw, tt.base)
	}
	f.Fuzz(func(t *testing.T, raw, base string) {
		if got, want := Host(raw), fullHost(raw); got != want {
			t.Errorf("Host(%q) = %q, the full way %q", raw, got, want)
		}
		got, ok := clean(raw, base)
		if !ok {
			return
		}
		if want, err := full(raw, base); err != nil || got != want {
			t.Errorf("clean(%q, %q) = %q, full %q, %v", raw, base, got, want, err)
		}
	})
}

func ExampleURL() {
	u, err := URL("https://News.Example/dam?utm_source=feed#top", "")
	fmt.Println(u, err)
	// Output: https://news.example/dam <nil>
}

func BenchmarkURL(b *testing.B) {
	for name, canonical := range map[string]func(string, string) (string, error){"usual": URL, "full": full} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := canonical("/2020/08/31/dam.html?utm_source=feed&id=7", "https://www.news.example/2020/"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
