package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// decode asks for JSON.
func (f *fixture) decode(path string, into any) {
	f.t.Helper()
	if err := json.Unmarshal([]byte(f.body(path)), into); err != nil {
		f.t.Fatalf("%s: %v", path, err)
	}
}

func (s *server) mustSnapshot(t *testing.T) *snapshot {
	t.Helper()
	s.view.looked.Store(0)
	l, err := s.now(t.Context())
	must(t, err)
	return l.snap
}

// remove builds the story without one of its events.
func (f *fixture) remove(i int) {
	f.t.Helper()
	events := slices.Clone(f.server.mustSnapshot(f.t).events)
	must(f.t, f.db.SaveEvents(f.t.Context(), testStory.ID, 1, slices.Delete(events, i, i+1), nil))
	f.fresh()
}

// fresh makes the pages look at the file at once.
func (f *fixture) fresh() {
	s := f.server
	s.view.looked.Store(0)
	mux := http.NewServeMux()
	s.addPages(mux)
	s.addAPI(mux)
	f.handler = s.guard(mux)
}

func TestAnswersHaveTheHeadersThatKeepAReaderSafe(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	for _, path := range []string{"/timeline", "/event/e000000000001", "/timeline.json", "/nothing", "/static/style.css", "/api/v1/openapi.json", "/article?url=x"} {
		h := f.get(path).Header()
		for name, want := range map[string]string{"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q, want %q", path, name, h.Get(name), want)
			}
		}
		if csp := h.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'self'; style-src 'self';") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: Content-Security-Policy %q", path, csp)
		}
	}
}

func TestAnswerIsSentOnce(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	for _, path := range []string{"/timeline", "/timeline.atom", "/event/e000000000001", "/search?q=dam", "/sources", "/api/v1/events", "/static/keys.js"} {
		etag := f.get(path).Header().Get("ETag")
		again := f.get(path, "If-None-Match", `"other", `+etag)
		if etag == "" || again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s with its own ETag %q: status %d, %d bytes", path, etag, again.Code, again.Body.Len())
		}
		if other := f.get(path, "If-None-Match", `W/"other"`); other.Code != http.StatusOK {
			t.Errorf("%s with another ETag: status %d", path, other.Code)
		}
	}
	if zipped := f.get("/timeline", "Accept-Encoding", "gzip"); zipped.Header().Get("Content-Encoding") != "gzip" || zipped.Body.Len() >= len(f.body("/timeline")) {
		t.Error("the timeline is not zipped for who takes it so")
	}
}

func TestPagesFollowTheFile(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	before := f.get("/timeline").Header().Get("ETag")
	f.fresh()
	if same := f.get("/timeline").Header().Get("ETag"); same != before {
		t.Error("the ETag changes though nothing was written")
	}
	f.build(4, "The dam broke.")
	f.fresh()
	if after := f.get("/timeline").Header().Get("ETag"); after == before || !strings.Contains(f.body("/timeline"), "4 events") {
		t.Error("a build does not show")
	}
	f.article("https://news.example/late", "A late report", "The turbines stopped.")
	f.fresh()
	if !strings.Contains(f.body("/search?q=turbines"), "A late report") {
		t.Error("an article that a crawl added is not found")
	}
}

func TestMergedEventLeadsOn(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	events := f.server.mustSnapshot(t).events
	must(t, f.db.SaveEvents(t.Context(), testStory.ID, 1, events[:2], []news.EventID{{ID: events[2].ID, StoryID: "dam", MergedInto: events[0].ID}}))
	f.fresh()
	for path, want := range map[string]string{"/event/": "/event/e000000000000", "/api/v1/events/": "/api/v1/events/e000000000000"} {
		if w := f.get(path + "e000000000002"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != want {
			t.Errorf("%se000000000002: status %d to %q, want %s", path, w.Code, w.Header().Get("Location"), want)
		}
	}
	if w := f.get("/event/e000000000002.md"); w.Header().Get("Location") != "/event/e000000000000.md" {
		t.Errorf("its Markdown leads to %q", w.Header().Get("Location"))
	}
}

var hostTests = []struct {
	host string
	ok   bool
}{
	{"localhost", true}, {"localhost:8642", true}, {"LOCALHOST:1", true}, {"127.0.0.1:8642", true}, {"127.8.9.1", true}, {"[::1]:8642", true}, {"[::1]", true},
	{"dateline.localhost:80", true}, {"timeline.example.org", true}, {"evil.example", false}, {"evil.example:8642", false}, {"localhost.evil.example", false},
	{"127.0.0.1.evil.example", false}, {"10.0.0.1:8642", false}, {"", false}, {"[::1", true},
}

// A page elsewhere whose name was pointed to this machine reads nothing here.
func TestLoopbackAnswersToItsOwnNamesOnly(t *testing.T) {
	f := newFixture(t, 1, "The dam broke.", func(c *Config) {
		c.Loopback, c.Public = true, &url.URL{Scheme: "https", Host: "timeline.example.org"}
	})
	for _, test := range hostTests {
		w := f.get("/timeline.json", "Host", test.host)
		if (w.Code == http.StatusOK) != test.ok || !test.ok && strings.Contains(w.Body.String(), "dam broke") {
			t.Errorf("Host %q: status %d, want it answered: %v", test.host, w.Code, test.ok)
		}
	}
}

func TestPagesAreForReadingOnly(t *testing.T) {
	f := newFixture(t, 1, "The dam broke.", nil)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
		r, err := http.NewRequest(method, "http://localhost/timeline", strings.NewReader("x=1"))
		must(t, err)
		if w := f.serve(r); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
	r, err := http.NewRequest(http.MethodHead, "http://localhost/timeline", nil)
	must(t, err)
	if w := f.serve(r); w.Code != http.StatusOK || w.Body.Len() > 0 || w.Header().Get("Content-Length") == "" {
		t.Errorf("HEAD: status %d, %d bytes", w.Code, w.Body.Len())
	}
}

// The texts belong to their publishers: elsewhere quotes are short and nothing
// stands around them, in every format.
func TestArchiveIsShownWhereItMayBe(t *testing.T) {
	long := strings.Repeat("The dam broke and the water came down. ", 20) + "END-OF-QUOTE."
	f := newFixture(t, 3, long, func(c *Config) { c.ShowArchive = false })
	for _, path := range []string{"/timeline", "/event/e000000000001", "/event/e000000000001.json", "/event/e000000000001.text", "/timeline.json", "/timeline.csv", "/timeline.atom",
		"/timeline.md", "/timeline.ndjson", "/deadlines", "/deadlines.json", "/timeline.ics", "/timeline.jsonfeed", "/timeline.jsonld", "/timeline.timelinejs", "/new?since=0", "/new.json?since=0"} {
		body := f.body(path)
		for _, closed := range []string{"END-OF-QUOTE", "Before it came rain", "After it came mud"} {
			if strings.Contains(body, closed) {
				t.Errorf("%s shows %q", path, closed)
			}
		}
	}
	for _, path := range []string{"/article?url=https://news.example/1", "/article.txt?url=https://news.example/1", "/api/v1/article?url=https://news.example/1"} {
		if w := f.get(path); w.Code != http.StatusForbidden {
			t.Errorf("%s: status %d, want 403", path, w.Code)
		}
	}
	open := newFixture(t, 3, long, nil)
	if body := open.body("/event/e000000000001"); !strings.Contains(body, "END-OF-QUOTE") || !strings.Contains(body, "Before it came rain") {
		t.Error("the archive is not shown where it may be")
	}
	if w := open.get("/article?url=https://news.example/1"); w.Header().Get("Memento-Datetime") != testNow.Format(http.TimeFormat) {
		t.Errorf("Memento-Datetime %q, want %q", w.Header().Get("Memento-Datetime"), testNow.Format(http.TimeFormat))
	}
}

func TestProblemsSayWhatToDo(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	for _, test := range []struct {
		path   string
		status int
		detail string
	}{
		{"/api/v1/events?actor=nobody", 400, "want one of mayor, operator"},
		{"/api/v1/events?colour=red", 400, "not known here; want search, from, to"},
		{"/api/v1/events/e1", 404, "no event has this ID"},
		{"/api/v1/changes?since=soon", 400, "last-run"},
		{"/api/v1/nothing", 404, "no page"},
		{"/event/e000000000001.pdf", 404, "an event is there as json"},
		{"/timeline.json?limit=9999", 400, "from 1 to 500"},
		{"/article.json", 400, "canonical URL"},
	} {
		w := f.get(test.path)
		var p problem
		err := json.Unmarshal(w.Body.Bytes(), &p)
		if err != nil || w.Code != test.status || p.Status != test.status || p.Title == "" || !strings.Contains(p.Detail, test.detail) || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s (%v), want %d with %q", test.path, w.Code, w.Body, err, test.status, test.detail)
		}
	}
}

func TestEmptyStoreSaysWhatToDo(t *testing.T) {
	f := newFixture(t, 0, "", nil)
	for path, want := range map[string]string{"/timeline": "start <code>dateline run</code>", "/deadlines": "No source tells", "/search": "Every word must occur",
		"/search?q=x": "No article holds", "/sources": "names no source", "/new": "Nothing changed"} {
		if body := f.body(path); !strings.Contains(body, want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
}

func TestDensityTellsOfSilence(t *testing.T) {
	f := newFixture(t, 3, "The dam broke.", nil)
	events := f.server.mustSnapshot(t).events
	far := events[2]
	far.When.From, far.When.To = date(2024, 8, 1), date(2024, 8, 2)
	must(t, f.db.SaveEvents(t.Context(), testStory.ID, 1, append(events[:2:2], far), nil))
	f.fresh()
	if body := f.body("/timeline"); !strings.Contains(body, "No event from 3 March 2024 to 31 July 2024") || strings.Count(body, `class="none"`) < 15 {
		t.Error("the page is silent on the months without an event")
	}
}

// Of each unit the bars hold the whole span, one after the other.
func TestBarsCoverTheSpan(t *testing.T) {
	for _, days := range []int{0, 20, 58, 70, 400, 800, 4000, 9000, 40000, 300000} {
		first := date(1999, 12, 28)
		last := first.AddDate(0, 0, days)
		var events []*news.Event
		for _, d := range []time.Time{first, last} {
			events = append(events, &news.Event{When: news.Interval{From: d, To: d.AddDate(0, 0, 1)}})
		}
		d := densityOf(events, time.Time{}, time.Time{})
		n := 0
		for i, b := range d.Bins {
			n += b.Count
			if i > 0 && !b.From.Equal(d.Bins[i-1].Last.AddDate(0, 0, 1)) {
				t.Errorf("%d days by %s: a gap before %v", days, d.Unit, b.From)
			}
		}
		if len(d.Bins) == 0 || len(d.Bins) > maxBars || n != 2 || d.Bins[0].From.After(first) || d.Bins[len(d.Bins)-1].Last.Before(last) {
			t.Errorf("%d days: %d bars by %s with %d events", days, len(d.Bins), d.Unit, n)
		}
	}
}

// What is known to the year stands under the year, not under its January.
func TestCoarseEventsStandUnderWhatIsKnown(t *testing.T) {
	f := newFixture(t, 5, "The dam broke.", nil)
	events := slices.Clone(f.server.mustSnapshot(t).events)
	for i, when := range []news.Interval{
		{From: date(2024, 1, 1), To: date(2024, 1, 2), Grain: news.GrainDay, EDTF: "2024-01-01"},
		{From: date(2024, 1, 1), To: date(2025, 1, 1), Grain: news.GrainYear, EDTF: "2024"},
		{From: date(2024, 1, 1), To: date(2025, 1, 1), Grain: news.GrainYear, EDTF: "2024~"},
		{From: date(2024, 1, 1), To: date(2024, 4, 1), Grain: news.GrainQuarter, EDTF: "2024-01/2024-03"},
		{From: date(2024, 1, 1), To: date(2024, 2, 1), Grain: news.GrainMonth, EDTF: "2024-01"},
	} {
		events[i].When = when
	}
	must(t, f.db.SaveEvents(t.Context(), testStory.ID, 1, events, nil))
	f.fresh()
	for _, order := range []string{"date", "newest"} {
		var got []string
		for _, part := range strings.Split(f.body("/timeline?order="+order), `<h2 class="month"`)[1:] {
			_, label, _ := strings.Cut(part, ">")
			label, _, _ = strings.Cut(label, "<")
			got = append(got, label)
		}
		want := []string{"2024", "first quarter of 2024", "January 2024"}
		if order == "newest" {
			slices.Reverse(want)
		}
		if !slices.Equal(got, want) {
			t.Errorf("order %s: headings %q, want %q", order, got, want)
		}
	}
}

func TestSilenceAtTheEndsOfTheSpanShows(t *testing.T) {
	event := &news.Event{When: news.Interval{From: date(2024, 3, 1), To: date(2024, 3, 2)}}
	d := densityOf([]*news.Event{event}, date(2024, 2, 20), date(2024, 3, 10))
	if len(d.Bins) != 20 || d.Bins[10].Count != 1 || d.Most != 1 {
		t.Errorf("%d bars by %s; want 20 with the event in the eleventh", len(d.Bins), d.Unit)
	}
	if d := densityOf([]*news.Event{event}, date(1, 1, 1), date(9999, 12, 31)); len(d.Bins) > 101 {
		t.Errorf("%d bars by %s", len(d.Bins), d.Unit)
	}
}

var fragmentTests = []struct{ name, url, quote, want string }{
	{"short", "https://a.example/x", "It broke.", "https://a.example/x#:~:text=It%20broke."},
	{"signs that mean something", "https://a.example/x", "a-b, c & d", "https://a.example/x#:~:text=a%2Db%2C%20c%20%26%20d"},
	{"its own fragment", "https://a.example/x#top", "It broke.", "https://a.example/x#top:~:text=It%20broke."},
	{"long", "https://a.example/x", strings.Repeat("one two three ", 20), "https://a.example/x#:~:text=one%20two%20three%20one%20two%20three%20one,three%20one%20two%20three%20one%20two%20three"},
	{"no spaces", "https://a.example/x", strings.Repeat("水", 60), "https://a.example/x#:~:text=" + strings.Repeat("%E6%B0%B4", 10) + "," + strings.Repeat("%E6%B0%B4", 10)},
	{"no link", "javascript:alert(1)", "It broke.", ""},
	{"a file", "file:///etc/passwd", "It broke.", ""},
}

func TestQuoteLinkOpensAtTheQuote(t *testing.T) {
	for _, test := range fragmentTests {
		if got := quoteLink(test.url, test.quote); got != test.want {
			t.Errorf("%s: quoteLink = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSnippetShowsTheWord(t *testing.T) {
	for _, test := range []struct{ text, q, match string }{
		{"The GRÖSSE of the dam.", "größe", "GRÖSSE"}, {"Der Damm brach.", "damm", "Damm"}, {"大坝决堤。", "决堤", "决堤"}, {"Nothing of it.", "absent", ""},
		{strings.Repeat("filler ", 500) + "needle" + strings.Repeat(" more", 500), "needle", "needle"},
	} {
		before, match, after := snippet(test.text, test.q)
		if match != test.match || len(before)+len(after) > 2*snippetSize {
			t.Errorf("snippet(%.20q, %q) marks %q in %d bytes, want %q", test.text, test.q, match, len(before)+len(after), test.match)
		}
	}
}

func TestCacheStaysSmall(t *testing.T) {
	c := cache{most: 1 << 20}
	for i := range 100 {
		c.put(fmt.Sprint(i), answer{body: make([]byte, c.most/20)})
	}
	if c.bytes > c.most || c.order.Len() != len(c.entries) || c.order.Len() < 15 {
		t.Errorf("%d bytes in %d answers", c.bytes, c.order.Len())
	}
	if _, ok := c.get("0"); ok {
		t.Error("the oldest answer is still there")
	}
	if _, ok := c.get("99"); !ok {
		t.Error("the newest answer is gone")
	}
}

// What a publisher changes of an article shows, as text, and short where the
// archive is closed.
func TestEditsOfArticlesShow(t *testing.T) {
	const url = "https://news.example/1"
	edit := "<script>alert(1)</script> " + strings.Repeat("Nobody was warned. ", 40) + "END-OF-EDIT"
	for _, archive := range []bool{true, false} {
		f := newFixture(t, 3, "The dam broke.", func(c *Config) { c.ShowArchive = archive })
		id := f.article(url, "The dam broke.", "Before it came rain.\n\n"+edit)
		must(t, f.db.SaveMentions(t.Context(), testStory.ID, 1, []store.Mentions{{ArticleID: id}}))
		f.fresh()
		page := f.body("/new?since=0")
		if !strings.Contains(page, "text edited") || !strings.Contains(page, "&lt;script&gt;") || strings.Contains(page, "<script>alert") {
			t.Errorf("archive %v: the page does not show the edit as text", archive)
		}
		var list changesForm
		f.decode("/api/v1/changes?since=0", &list)
		last := list.Changes[len(list.Changes)-1]
		if last.Change != "text" || last.Article != url || last.ID != "" || strings.Contains(last.After, "END-OF-EDIT") != archive {
			t.Errorf("archive %v: the last change is %+v", archive, last)
		}
		if archive && !strings.Contains(f.body("/article?url="+url), "Edited since it was first read") {
			t.Error("the archived text does not tell of its edits")
		}
	}
}
