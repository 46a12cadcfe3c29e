package event_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/event"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// An item is an article in short.
type item struct {
	host, published, language, text string
	group                           int64
	agency, title                   string
}

// build makes the events of articles.
func build(t *testing.T, minted []news.EventID, items ...item) ([]news.Event, []news.EventID) {
	t.Helper()
	return collected(t, onShelf(t, nil, items...), minted)
}

// onShelf reads articles with the real rooms.
func onShelf(t *testing.T, shelf event.Shelf, items ...item) *event.Builder {
	t.Helper()
	st, err := story.Load("tiktok-sale")
	if err != nil {
		t.Fatal(err)
	}
	m := mention.New(st)
	b := event.NewBuilder(st, shelf)
	for i, x := range items {
		a := news.Article{ID: int64(i + 1), URL: fmt.Sprintf("https://%s/%d", x.host, i), Publisher: x.host, Language: x.language, Title: x.title, Text: x.text, Agency: x.agency}
		if a.Published.Time, err = time.Parse(time.DateOnly, x.published); err != nil {
			t.Fatal(err)
		}
		a.Published.Grain = news.GrainDay
		if err := b.Add(statement.Read(st, annotated(m, a, x.group))); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// annotated reads an article whether or not it names the story: texts of one
// sentence seldom do.
func annotated(m *mention.Matcher, a news.Article, group int64) statement.Article {
	full := statement.Article{Article: a, Group: group}
	full.Sentences, full.Times = timeline.Annotate(a)
	full.Mentions = m.Article(a, full.Sentences)
	return full
}

func collected(t *testing.T, b *event.Builder, minted []news.EventID) (out []news.Event, ids []news.EventID) {
	t.Helper()
	events, ids, err := b.Events(t.Context(), minted)
	if err != nil {
		t.Fatal(err)
	}
	for e, err := range events {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out, ids
}

func en(host, published, text string) item {
	return item{host: host, published: published, language: "en", text: text}
}

// brief is an event in one line.
func brief(e news.Event) string {
	s := e.When.EDTF + " " + string(e.Status)
	if e.Outcome != "" {
		s += "," + string(e.Outcome)
	}
	return s + " " + e.Topic
}

func briefs(events []news.Event) (out []string) {
	for _, e := range events {
		out = append(out, brief(e))
	}
	return out
}

var statusTests = []struct{ name, published, text, want string }{
	{"what is past has happened", "2020-08-31", "TikTok filed a lawsuit against President Trump on 24 August 2020.", "2020-08-24 happened lawsuit"},
	{"what lies ahead is planned", "2020-08-20", "TikTok will file a lawsuit against President Trump on 24 August 2020.", "2020-08-24 planned lawsuit"},
	{"the end of a term is a deadline", "2020-08-31", "President Trump ordered ByteDance to sell TikTok by 12 November 2020.", "2020-11-12 deadline executive-order"},
	{"unnamed people make it hearsay", "2020-08-31", "Oracle made an offer to buy TikTok on 17 August 2020, people familiar with the matter said.", "2020-08-17 reported bidder"},
	{"so does another medium", "2020-08-31", "Oracle made an offer to buy TikTok on 17 August 2020, the Wall Street Journal reported.", "2020-08-17 reported bidder"},
	{"German", "2020-08-31", "Tiktok hat am 24. August 2020 Klage gegen Trump eingereicht.", "2020-08-24 happened lawsuit"},
	{"Chinese", "2020-08-31", "TikTok于2020年8月24日就特朗普的行政令起诉美国政府，法院尚未裁定。", "2020-08-24 happened lawsuit"},
}

func TestStatusComesFromTheWords(t *testing.T) {
	for _, test := range statusTests {
		language := "en"
		switch test.name {
		case "German":
			language = "de"
		case "Chinese":
			language = "zh"
		}
		events, _ := build(t, nil, item{host: "a.example", published: test.published, language: language, text: test.text})
		if got := briefs(events); !slices.Contains(got, test.want) {
			t.Errorf("%s: %q gives %v, want %q", test.name, test.text, got, test.want)
		}
	}
}

var silentTests = []struct{ name, text string }{
	{"a question", "Did TikTok file a lawsuit against President Trump on 24 August 2020?"},
	{"no topic and nobody", "The weather was fine on 24 August 2020."},
	{"a bare credit", "The talks go on. The Wall Street Journal reported that."},
	{"a conditional without a date", "If the order of President Trump takes effect, TikTok would be banned."},
	{"a belonging", "TikTok belongs to ByteDance."},
}

func TestSomeSentencesTellNoEvent(t *testing.T) {
	for _, test := range silentTests {
		lead := "TikTok and ByteDance were in the news again because of an order.\n\n" // so that the lead is past
		events, _ := build(t, nil, en("a.example", "2020-08-31", lead+test.text))
		for _, e := range events {
			for _, v := range e.Evidence {
				if strings.HasPrefix(test.text, v.Quote) || strings.HasSuffix(test.text, v.Quote) {
					t.Errorf("%s: %q became %s", test.name, v.Quote, brief(e))
				}
			}
		}
	}
}

const (
	orderA = "On 6 August 2020 President Trump signed an executive order that forbids business with TikTok."
	orderB = "On 14 August 2020 President Trump signed an executive order that tells ByteDance to sell TikTok."
)

func TestReportsOfOneEventMergeAcrossLanguages(t *testing.T) {
	events, _ := build(t, nil,
		en("a.example", "2020-08-07", orderA),
		en("b.example", "2020-08-08", "President Trump's executive order against business with TikTok was signed on Thursday."),
		item{host: "c.example", published: "2020-08-08", language: "de", text: "Trump unterzeichnete am Donnerstag eine Verfügung, die Geschäfte mit Tiktok untersagt."})
	if len(events) != 1 || events[0].Articles != 3 || events[0].Independent != 3 {
		t.Fatalf("events = %v, want one of three articles", briefs(events))
	}
	if len(events[0].Why) != 2 {
		t.Errorf("%d reasons for two merges: %v", len(events[0].Why), events[0].Why)
	}
	if events[0].FirstReport.Publisher != "a.example" {
		t.Errorf("first report by %s, want a.example", events[0].FirstReport.Publisher)
	}
}

func TestLookAlikesStayApart(t *testing.T) {
	events, _ := build(t, nil, en("a.example", "2020-08-20", orderA+" "+orderB))
	want := []string{"2020-08-06 happened executive-order", "2020-08-14 happened executive-order"}
	if got := briefs(events); !slices.Equal(got, want) {
		t.Errorf("events = %v, want %v", got, want)
	}
}

func TestCopiesAndAgenciesCountOnce(t *testing.T) {
	copyOf := func(host string) item {
		return item{host: host, published: "2020-08-07", language: "en", text: orderA, group: 7}
	}
	wire := func(host, text string) item {
		return item{host: host, published: "2020-08-07", language: "en", text: text, agency: "dpa"}
	}
	for _, test := range []struct {
		name                  string
		items                 []item
		articles, independent int
	}{
		{"near-duplicates", []item{copyOf("a.example"), copyOf("b.example"), copyOf("c.example")}, 3, 1},
		{"one agency", []item{wire("a.example", orderA), wire("b.example", "President Trump signed the executive order against business with TikTok on 6 August 2020.")}, 2, 1},
		{"one publisher", []item{en("a.example", "2020-08-07", orderA), en("a.example", "2020-08-08", orderA)}, 2, 1},
		{"two publishers", []item{en("a.example", "2020-08-07", orderA), en("b.example", "2020-08-07", orderA)}, 2, 2},
	} {
		events, _ := build(t, nil, test.items...)
		if len(events) != 1 || events[0].Articles != test.articles || events[0].Independent != test.independent {
			t.Errorf("%s: %d events, the first of %d articles, %d independent; want 1, %d, %d", test.name, len(events), events[0].Articles, events[0].Independent, test.articles, test.independent)
		}
	}
}

func TestMovedDeadlineKeepsItsHistory(t *testing.T) {
	events, _ := build(t, nil,
		en("a.example", "2020-11-20", "The deadline for ByteDance to sell TikTok is 27 November 2020."),
		en("b.example", "2020-11-26", "The Treasury extended the deadline for ByteDance to sell TikTok from 27 November 2020 to 4 December 2020."))
	var moved, now news.Event
	for _, e := range events {
		switch e.When.EDTF {
		case "2020-11-27":
			moved = e
		case "2020-12-04":
			now = e
		}
	}
	if moved.Outcome != news.Moved || now.Outcome == news.Moved {
		t.Fatalf("events = %v, want the first deadline moved", briefs(events))
	}
	var days []string
	for _, s := range now.DeadlineHistory {
		days = append(days, s.Date+" told "+s.Told)
	}
	if want := []string{"2020-11-27 told 2020-11-20", "2020-12-04 told 2020-11-26"}; !slices.Equal(days, want) {
		t.Errorf("history = %v, want %v", days, want)
	}
}

func TestDeadlinesThatDisagreeAreConflicts(t *testing.T) {
	events, _ := build(t, nil,
		en("a.example", "2020-08-20", "Under the order ByteDance must sell its TikTok business by 12 November 2020."),
		en("b.example", "2020-08-20", "Under the order ByteDance must sell its TikTok business by 15 November 2020."))
	if len(events) != 2 || len(events[0].Conflicts) != 1 || events[0].Conflicts[0].Value != "2020-11-15" || events[0].Conflicts[0].Sources[0] != "b.example" {
		t.Errorf("events = %v with conflicts %+v, want two that name each other's day", briefs(events), events[0].Conflicts)
	}
}

func TestIdentitySurvivesRebuildsAndMerges(t *testing.T) {
	first, ids := build(t, nil, en("b.example", "2020-08-08", orderA))
	if len(ids) != 1 || first[0].ID != ids[0].ID {
		t.Fatalf("minted %v for %s", ids, first[0].ID)
	}
	again, more := build(t, ids, en("b.example", "2020-08-08", orderA))
	if again[0].ID != first[0].ID || len(more) != 0 {
		t.Errorf("a rebuild gave %s and minted %v, want %s and nothing", again[0].ID, more, first[0].ID)
	}
	// An article that tells it earlier joins: the identity stays.
	grown, more := build(t, ids, en("b.example", "2020-08-08", orderA), en("a.example", "2020-08-07", orderA))
	if len(grown) != 1 || grown[0].ID != first[0].ID || len(more) != 0 {
		t.Errorf("an earlier report gave %d events, %s and minted %v; want the one identity", len(grown), grown[0].ID, more)
	}
	// Two identities whose events become one: the other points to the one that lives.
	other := news.EventID{ID: "eother", StoryID: "tiktok-sale", URL: "https://a.example/1", Quote: orderA}
	_, changed := build(t, append(ids, other), en("b.example", "2020-08-08", orderA), en("a.example", "2020-08-07", orderA))
	if len(changed) != 1 || changed[0].MergedInto == "" {
		t.Errorf("changed identities = %+v, want one that is merged into the other", changed)
	}
}

func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	st, err := story.Load("tiktok-sale")
	if err != nil {
		t.Fatal(err)
	}
	m := mention.New(st)
	read := func(order []int) string {
		texts := []string{orderA, orderB, "President Trump's executive order was signed on 6 August 2020 against TikTok.", "TikTok filed a lawsuit against President Trump on 24 August 2020."}
		b := event.NewBuilder(st, nil)
		for _, i := range order {
			a := news.Article{URL: fmt.Sprintf("https://%d.example/", i), Publisher: fmt.Sprint(i), Language: "en", Text: texts[i],
				Published: news.DCT{Time: time.Date(2020, 9, 1, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}}
			if err := b.Add(statement.Read(st, annotated(m, a, 0))); err != nil {
				t.Fatal(err)
			}
		}
		events, ids := collected(t, b, nil)
		return fmt.Sprintf("%+v %+v", events, ids)
	}
	want := read([]int{0, 1, 2, 3})
	for _, order := range [][]int{{3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}} {
		if got := read(order); got != want {
			t.Errorf("articles in the order %v give\n%s\nwant\n%s", order, got, want)
		}
	}
}

func TestBoxOnEveryPageIsNoEvidence(t *testing.T) {
	box := "\n\nSave the date: our tech investors' offer ends with a group price of $20 on 5 October 2020."
	var items []item
	for i := range 3 {
		items = append(items, en("a.example", fmt.Sprintf("2020-09-%02d", 10+i), fmt.Sprintf("TikTok and ByteDance were told by a judge on %d August 2020 that the lawsuit goes on.%s", 20+i, box)))
	}
	events, _ := build(t, nil, items...)
	for _, e := range events {
		if e.When.EDTF == "2020-10-05" {
			t.Errorf("the box became an event: %s", e.Headline)
		}
	}
	if len(events) == 0 {
		t.Error("the articles gave no event at all")
	}
}

func TestWordingPrefersTheReadersLanguage(t *testing.T) {
	evidence := []news.Evidence{
		{Quote: "Das Gericht in Washington hat die Klage angenommen.", Language: "de"},
		{Quote: "It took up the case.", Language: "en"},
		{Quote: "WASHINGTON, Sept 1 (Wire) - The court in Washington took up the case.", Language: "en-US"},
	}
	for _, test := range []struct {
		languages []string
		want      string
	}{
		{[]string{"en"}, "The court in Washington took up the case."},
		{[]string{"de", "en"}, "Das Gericht in Washington hat die Klage angenommen."},
		{[]string{"zh"}, "Das Gericht in Washington hat die Klage angenommen."},
	} {
		if got, _ := event.Wording(news.Event{Evidence: evidence}, test.languages); got != test.want {
			t.Errorf("Wording in %v = %q, want %q", test.languages, got, test.want)
		}
	}
	if h, _ := event.Wording(news.Event{Evidence: []news.Evidence{{Quote: strings.Repeat("long words, ", 40)}}}, nil); len([]rune(h)) > 111 || !strings.HasSuffix(h, "…") {
		t.Errorf("a long quote gives %q, want at most 110 signs and the mark of a cut", h)
	}
}

func TestTheWordingTellsWhoDidIt(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"en", "Oracle bid for TikTok's US business on 17 August 2020.", "oracle"},
		{"en", "TikTok sued President Trump's administration on 24 August 2020.", "tiktok"},
		{"de", "Trump ordnete am 14. August 2020 an, dass Bytedance Tiktok verkaufen muss.", "trump"},
		{"zh", "特朗普2020年8月6日签署行政令，禁止与TikTok交易。", "trump"},
	} {
		events, _ := build(t, nil, item{host: "one.example", published: "2020-08-31", language: tt.language, text: tt.text})
		if len(events) != 1 || events[0].By != tt.want {
			t.Errorf("%q gives %v by %q, want one event by %q", tt.text, briefs(events), events[0].By, tt.want)
		}
	}
}

func TestClaimsThatCannotBothHoldAreConflicts(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-09-22", "ByteDance said on 21 September 2020 that it would keep an 80 per cent stake in TikTok after the sale."),
		en("two.example", "2020-09-22", "President Trump said on 21 September 2020 that Oracle would take total control of TikTok in the sale."))
	want := map[string][]string{"bytedance: 80 per cent": {"one.example"}, "oracle: total control": {"two.example"}}
	for _, e := range events {
		for _, c := range e.Conflicts {
			if c.Field == "share" && slices.Equal(c.Sources, want[c.Value]) {
				delete(want, c.Value)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("the conflicts of %+v lack %v", events, want)
	}
}

func TestSharesThatAddUpAreNoConflict(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-09-22", "Oracle said on 21 September 2020 that it would take a 12.5 per cent stake in TikTok in the sale."),
		en("two.example", "2020-09-22", "Walmart said on 21 September 2020 that it would take a 7.5 per cent stake in TikTok in the sale."))
	for _, e := range events {
		for _, c := range e.Conflicts {
			if c.Field == "share" {
				t.Errorf("%s has a conflict %+v, want none", brief(e), c)
			}
		}
	}
}

func TestABidAndAValuationDoNotContradict(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-08-29", "Oracle made a bid of $20 billion for TikTok on 28 August 2020."),
		en("two.example", "2020-08-29", "Oracle made a bid for TikTok, valued at $60 billion, on 28 August 2020."))
	for _, e := range events {
		if len(e.Conflicts) > 0 {
			t.Errorf("%s has conflicts %+v, want none", brief(e), e.Conflicts)
		}
	}
}

func TestADeadlineThatIsSaidBeatsOneCountedOut(t *testing.T) {
	events, _ := build(t, nil, en("one.example", "2020-09-28", "On 14 August 2020 President Trump ordered ByteDance to sell TikTok within 90 days, by 14 November 2020."))
	var terms []string
	for _, e := range events {
		if e.Status == news.Deadline {
			terms = append(terms, e.When.EDTF)
		}
	}
	if !slices.Equal(terms, []string{"2020-11-14"}) {
		t.Errorf("the deadlines are %v, want 14 November alone", terms)
	}
}

func TestAQuoteThatLeansAfterItsOpeningDoesNotSpeak(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-09-24", "On 23 September 2020, they asked the court in a lawsuit to stop President Trump's order against TikTok."),
		en("two.example", "2020-09-24", "TikTok asked the court in its lawsuit on 23 September 2020 to stop President Trump's order against it."))
	if len(events) != 1 || !strings.HasPrefix(events[0].Headline, "TikTok asked") {
		t.Errorf("the headline of %v is %q, want the quote that names who asked", briefs(events), events[0].Headline)
	}
}

func TestASentenceWithTwoDatesSpeaksForOneEvent(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-09-30", "The order that President Trump signed on 6 August 2020 bars TikTok, and TikTok filed a lawsuit on 24 August 2020."),
		en("two.example", "2020-09-30", "President Trump signed the order against TikTok on 6 August 2020."))
	seen := map[string]bool{}
	for _, e := range events {
		if seen[e.Headline] {
			t.Errorf("%q speaks for two events", e.Headline)
		}
		seen[e.Headline] = true
	}
	if len(events) != 2 {
		t.Errorf("events %v, want two", briefs(events))
	}
}

// history is the days of a deadline's history.
func history(e news.Event) (days []string) {
	for _, d := range e.DeadlineHistory {
		days = append(days, d.Date)
	}
	return days
}

func TestAMovedTermKeepsEveryDay(t *testing.T) {
	for _, tt := range []struct {
		name  string
		items []item
		want  []string
	}{
		{"from and to in one sentence", []item{
			en("one.example", "2020-09-18", "The Commerce Department will bar downloads of TikTok by 20 September 2020."),
			en("two.example", "2020-09-20", "The Commerce Department has moved the deadline for TikTok from 20 September 2020 to 27 September 2020."),
		}, []string{"2020-09-20", "2020-09-27"}},
		{"first this, then that", []item{
			en("one.example", "2020-08-15", "President Trump ordered ByteDance to sell TikTok by 12 November 2020."),
			en("two.example", "2020-12-01", "ByteDance was to sell TikTok by 12 November 2020. The deadline for TikTok was moved to 27 November 2020 and to 4 December 2020."),
		}, []string{"2020-11-12", "2020-11-27", "2020-12-04"}},
		{"a report that names only the new day", []item{
			en("one.example", "2020-08-15", "President Trump ordered ByteDance to sell TikTok by 12 November 2020."),
			en("two.example", "2020-11-11", "The new deadline for ByteDance to sell TikTok is 27 November 2020, as the deadline was extended by President Trump."),
		}, []string{"2020-11-12", "2020-11-27"}},
		{"German", []item{
			{host: "one.example", published: "2020-11-26", language: "de", text: "Ursprünglich sollte sich Bytedance bis zum 12. November 2020 von Tiktok trennen. Die Frist für Tiktok wurde auf den 27. November 2020 verschoben."},
		}, []string{"2020-11-12", "2020-11-27"}},
		{"Chinese", []item{
			{host: "one.example", published: "2020-09-19", language: "zh", text: "美国商务部宣布，把针对TikTok的禁令期限从2020年9月20日推迟到2020年9月27日。"},
		}, []string{"2020-09-20", "2020-09-27"}},
		{"a choice of two days is no move", []item{
			en("one.example", "2020-10-01", "ByteDance has to sell TikTok by 14 November 2020, or by 12 November 2020 under President Trump's order."),
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			events, _ := build(t, nil, tt.items...)
			var longest []string
			for _, e := range events {
				if h := history(e); len(h) > len(longest) {
					longest = h
				}
			}
			if !slices.Equal(longest, tt.want) {
				t.Errorf("the history of the term is %v, want %v; events %v", longest, tt.want, briefs(events))
			}
		})
	}
}

func TestSumsOfTwoBiddersDoNotContradict(t *testing.T) {
	for _, tt := range []struct {
		name, second string
		conflicts    int
	}{
		{"two bidders", "Twitter made a bid of $10 billion for TikTok, competing with Oracle's bid, on 28 August 2020.", 0},
		{"one bidder", "Oracle made a bid of $30 billion for TikTok on 28 August 2020.", 2},
	} {
		events, _ := build(t, nil, en("one.example", "2020-08-29", "Oracle made a bid of $20 billion for TikTok on 28 August 2020."), en("two.example", "2020-08-29", tt.second))
		n := 0
		for _, e := range events {
			n += len(e.Conflicts)
		}
		if len(events) == 1 && n != tt.conflicts || tt.conflicts == 0 && n > 0 {
			t.Errorf("%s: %d conflicts in %v, want %d", tt.name, n, briefs(events), tt.conflicts)
		}
	}
}

func TestARuleThatBeginsIsDue(t *testing.T) {
	for _, tt := range []struct{ language, text string }{
		{"en", "The Commerce Department said that as of 20 September 2020 any download of TikTok will be prohibited."},
		{"zh", "美国商务部宣布，针对TikTok的禁令将于2020年9月20日生效。"},
		{"de", "Das US-Handelsministerium verbietet Downloads von Tiktok ab dem 20. September 2020."},
	} {
		events, _ := build(t, nil, item{host: "one.example", published: "2020-09-18", language: tt.language, text: tt.text})
		if len(events) != 1 || events[0].Status != news.Deadline {
			t.Errorf("%q gives %v, want one deadline", tt.text, briefs(events))
		}
	}
}

func TestWhyAnEventStandsApartIsTold(t *testing.T) {
	events, _ := build(t, nil,
		en("one.example", "2020-08-25", "TikTok filed a lawsuit against the order in California on 24 August 2020."),
		en("two.example", "2020-08-25", "Workers who fear for their wages sued on their own about TikTok on 24 August 2020."))
	if len(events) != 2 {
		t.Fatalf("events %v, want two", briefs(events))
	}
	why := slices.Concat(events[0].Why, events[1].Why)
	if len(why) != 1 || !strings.Contains(why[0], "kept apart at 0.") || !strings.Contains(why[0], "alike") {
		t.Errorf("why the two stand apart: %q", why)
	}
}

var errShelf = errors.New("the disk is full")

// failing is a shelf that fails to write, or to read after so many quotes.
type failing struct {
	event.Shelf
	writes bool
	reads  *int
}

func (f failing) Write(p []byte) (int, error) {
	if !f.writes {
		return 0, errShelf
	}
	return len(p), nil
}

func (f failing) ReadAt(p []byte, _ int64) (int, error) {
	if *f.reads--; *f.reads < 0 {
		return 0, errShelf
	}
	return len(p), nil
}

func TestAnErrorOfTheShelfIsTold(t *testing.T) {
	for reads, writes := range []bool{false, true, true} {
		events, err := 0, error(nil)
		b := onShelf(t, failing{writes: writes, reads: &reads}, en("a.example", "2020-08-07", orderA))
		told, _, err := b.Events(t.Context(), nil)
		if err == nil {
			for _, e := range told {
				if err = e; err == nil {
					events++
				}
			}
		}
		if !errors.Is(err, errShelf) || events > 0 {
			t.Errorf("writes %v: %d events, %v; want the error of the shelf", writes, events, err)
		}
	}
}
