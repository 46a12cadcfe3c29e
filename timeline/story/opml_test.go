package story

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/store/news"
)

const papers = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>mine</title></head><body>
<outline text="Papers"><outline text="Germany">
  <outline type="RSS" text="Der Kurier" xmlUrl="https://feeds.kurier.example/all.xml" htmlUrl="https://www.Kurier.example/" language="de-AT"/>
  <outline title="Kurier: Technik" xmlurl="https://feeds.kurier.example/tech.xml" htmlUrl="https://kurier.example/tech"/>
</outline></outline>
<outline text="&#x202e;Post &amp; co: #1" xmlUrl="feed://post.example/rss" language="en&quot;: x"/>
<outline text="twice" xmlUrl="https://post.example/rss"/>
<outline text="script" xmlUrl="javascript:alert(1)"/>
<outline text="file" xmlUrl="file:///etc/passwd"/>
<outline text="a folder"/>
</body></opml>`

func TestReadOPMLGivesASourceAHost(t *testing.T) {
	got, skipped, err := ReadOPML(strings.NewReader(papers))
	if err != nil || skipped != 2 {
		t.Fatalf("%v, %d skipped; want nil and 2", err, skipped)
	}
	kurier := []string{"https://feeds.kurier.example/all.xml", "https://feeds.kurier.example/tech.xml"}
	post := []string{"https://post.example/rss"}
	want := []news.Source{
		{Host: "kurier.example", Name: "Der Kurier", Home: "https://www.Kurier.example/", Kind: "publisher", Language: "de-AT", Feeds: kurier, Unverified: kurier},
		{Host: "post.example", Name: "Post & co: #1", Home: "https://post.example/", Kind: "publisher", Feeds: post, Unverified: post},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("sources (-want +got):\n%s", d)
	}
}

func TestReadOPMLTellsWhatIsNone(t *testing.T) {
	for in, want := range map[string]string{
		"":                      ErrNoFeeds.Error(),
		"<opml><body/></opml>":  ErrNoFeeds.Error(),
		"<rss><channel/></rss>": "its root is <rss>",
		"<opml><body><outline":  "not OPML",
		`<?xml version="1.0" encoding="x-none"?><opml/>`: `encoding "x-none"`,
	} {
		if _, _, err := ReadOPML(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadOPML(%q) = %v, want an error with %q", in, err, want)
		}
	}
	latin := "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><opml><body><outline text=\"M\xfcnchen\" xmlUrl=\"https://m.example/rss\"/></body></opml>"
	if got, _, err := ReadOPML(strings.NewReader(latin)); err != nil || got[0].Name != "München" {
		t.Errorf("Latin-1: %v, %v; want München", got, err)
	}
}

func TestNoNameWritesIntoOPML(t *testing.T) {
	for _, name := range []string{`<script>alert(1)</script>`, `"/><outline xmlUrl="https://evil.example/"`, "a ]]> b <![CDATA[ c", "safe\u202egnp.exe", "a\r\nb\x00\x1b[31m", "{{ .Secret }}", "\xff\xc3"} {
		src := news.Source{Host: "a.example", Name: name, Home: "https://a.example/", Feeds: []string{"https://a.example/rss?a=1&b=\"<"}}
		var b bytes.Buffer
		if err := WriteOPML(&b, news.Story{Title: name, Sources: []news.Source{src}}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\x00\x1b\u202e\r") {
			t.Errorf("%q: controls or marks in\n%s", name, b.String())
		}
		got, skipped, err := ReadOPML(&b)
		if err != nil || skipped != 0 || len(got) != 1 || got[0].Name != oneText(name) || len(got[0].Feeds) != 1 {
			t.Errorf("%q: %+v, %d skipped, %v; want one source of one feed", name, got, skipped, err)
		}
	}
}

func TestSourcesSurviveTheWayThroughAStoryFileAndOPML(t *testing.T) {
	first, _, err := ReadOPML(strings.NewReader(papers))
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	if err := WriteSources(&lines, first); err != nil {
		t.Fatal(err)
	}
	s, err := WithSources("tiktok-sale", lines.Bytes(), "lines")
	if err != nil {
		t.Fatalf("%v in\n%s", err, lines.String())
	}
	if d := cmp.Diff(first, s.Sources); d != "" {
		t.Errorf("through a story file (-before +after):\n%s\n%s", d, lines.String())
	}
	var b bytes.Buffer
	if err := WriteOPML(&b, s); err != nil {
		t.Fatal(err)
	}
	again, _, err := ReadOPML(&b)
	if d := cmp.Diff(first, again); err != nil || d != "" {
		t.Errorf("through OPML: %v (-before +after):\n%s", err, d)
	}
}

func FuzzReadOPMLGivesSourcesThatAStoryFileTakes(f *testing.F) {
	f.Add(papers)
	f.Add(`<opml><outline text="&lt;![CDATA[ ]]&gt; {{x}}" xmlUrl="https://a.example/?q='&quot;: - #"/></opml>`)
	f.Add(`<opml><outline text="~" xmlUrl="https://0x1.example/ "/><outline text="null" xmlUrl="https://1.2/x"/></opml>`)
	f.Fuzz(func(t *testing.T, in string) {
		sources, _, err := ReadOPML(strings.NewReader(in))
		if err != nil {
			if !errors.Is(err, ErrNoFeeds) && !strings.Contains(err.Error(), "OPML") {
				t.Fatalf("%v", err)
			}
			return
		}
		var lines bytes.Buffer
		if err := WriteSources(&lines, sources); err != nil {
			t.Fatal(err)
		}
		s, err := WithSources("tiktok-sale", lines.Bytes(), "lines")
		if err != nil {
			t.Fatalf("%v in\n%s", err, lines.String())
		}
		hosts := func(list []news.Source) (out []string) {
			for _, x := range list {
				out = append(out, x.Host+" "+x.Name)
			}
			return out
		}
		if !slices.Equal(hosts(s.Sources), hosts(sources)) {
			t.Errorf("%q became %q", hosts(sources), hosts(s.Sources))
		}
	})
}
