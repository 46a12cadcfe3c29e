// Package news is the vocabulary of Dateline: the plain records that flow from
// one room to the next. It holds no behaviour beyond what a record says about
// itself, and imports nothing but the standard library.
//
// Records hold IDs, not pointers: a record is a row. Provenance is a walk:
// event, evidence, sentence, article, page bytes and headers.
package news

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// A Source is a publisher or official site that covers a story.
type Source struct {
	Host     string // canonical host, without "www."; the key of a source
	Name     string // as a reader knows it: "DER SPIEGEL"
	Home     string
	Feeds    []string // RSS, Atom or JSON Feed addresses
	Sitemaps []string // sitemaps, sitemap indexes, news sitemaps
	Sections []string // section and topic pages, read for their links
	Archives []string // addresses of pages by day, such as "https://news.example/{yyyy}/{mm}/{dd}/"
	Wayback  []string // addresses below which a web archive lists what it holds: "news.example/politics/"
	Register []string // terms to ask the US Federal Register for
	Language string   // BCP 47
	Country  string   // ISO 3166-1 alpha-2
	Zone     string   // IANA time zone of the newsroom; "" unknown
	Delay    time.Duration
	Kind     string // "publisher", "agency", "official", "primary"
	// Unverified lists the addresses above that nobody has seen answer.
	Unverified []string
}

// LinkKind says what a link is expected to lead to.
type LinkKind string

// The kinds of link, in the order in which a crawl prefers them.
const (
	FeedLink    LinkKind = "feed"
	SitemapLink LinkKind = "sitemap"
	SectionLink LinkKind = "section"
	ArticleLink LinkKind = "article"

	// The kinds that lead back in time come last.
	ArchiveLink  LinkKind = "archive"          // a listing by day
	WaybackLink  LinkKind = "wayback"          // a web archive's list of copies
	RegisterLink LinkKind = "federal-register" // its answer to a search
)

// A Link is an address and how it was found.
type Link struct {
	URL       string // canonical
	Host      string
	Kind      LinkKind
	FoundOn   string // address of the feed, sitemap or page; "" when given by hand
	Depth     int    // steps from the source's own addresses, which are 0
	Title     string // as the feed or the anchor text says
	Published DCT    // if the feed or sitemap says; Method "feed" or "sitemap"
	Modified  time.Time
}

// A Page is one HTTP response, or one file read from disk.
type Page struct {
	ID        int64
	URL       string // canonical URL that was asked for
	FinalURL  string // after redirects
	FetchedAt time.Time
	Status    int
	Header    map[string][]string
	Body      []byte // raw bytes, content encoding removed, charset untouched
	SHA256    string // of Body, hex
	Problem   string // why Body is not what it should be; "" when it is
	Source    string // Source.Host it was crawled for; "" unknown
	Link      Link   // what was known of it before it was fetched
}

// Grain is the unit in which a time is known.
type Grain string

// The grains, fine to coarse.
const (
	GrainNone    Grain = ""
	GrainSecond  Grain = "second"
	GrainMinute  Grain = "minute"
	GrainHour    Grain = "hour"
	GrainDay     Grain = "day"
	GrainWeek    Grain = "week"
	GrainMonth   Grain = "month"
	GrainQuarter Grain = "quarter"
	GrainHalf    Grain = "half" // half-year
	GrainYear    Grain = "year"
	GrainDecade  Grain = "decade"
	GrainCentury Grain = "century"
	GrainRange   Grain = "range" // from one day to another
)

// A Serial is the number of an article in its address, where its site counts its
// articles, and which count that is. Zero: none.
type Serial struct {
	Series string // host and form of the address: "news.example/-#.html"
	Number int64  // positive
}

// A Neighbour is another article of a series, whose own page tells its day.
type Neighbour struct {
	Number int64
	Day    time.Time // of publication: the civil day where it was written, as midnight UTC
}

// An Article is the text read out of a page.
type Article struct {
	ID        int64
	PageID    int64
	URL       string // canonical; the identity of the article
	Address   string // where a reader opens it, as it was found; "" the same as URL
	Publisher string // Source.Host, or the host of URL, or as given
	Title     string
	Authors   []string
	Byline    string // as printed
	Agency    string // "dpa", "AFP", "AP", "Reuters", "Xinhua", ...; "" none seen
	Section   string
	Language  string // BCP 47
	Published DCT
	Modified  DCT
	Text      string // paragraphs separated by a blank line
	Stub      bool   // paywall or teaser: the text is not whole
	Version   int    // 1 for the first text seen at this URL
	SHA256    string // Sum of the version

	Headlines []string // other forms in which the page gives the headline
	Live      bool     // a live blog
	Parts     []Part   // its entries, in the order of the text; what lies outside of them is of Published
}

// Sum returns the identity of a version of the article: the SHA-256 of its title
// and text, in hex. Two readings of one URL with the same sum are one version.
func (a Article) Sum() string {
	sum := sha256.Sum256([]byte(a.Title + "\n\n" + a.Text))
	return hex.EncodeToString(sum[:])
}

// A Part is a piece of an article that has a time of its own: an entry of a
// live blog, whose "today" is another day than in the entries before.
type Part struct {
	Span      // in Article.Text
	Published DCT
}

// PartAt returns the index of the part that holds a byte of the text, -1 when
// none does.
func (a Article) PartAt(offset int) int {
	for i, p := range a.Parts {
		if p.Start <= offset && offset < p.End {
			return i
		}
	}
	return -1
}

// A Span is a half-open byte range [Start, End).
type Span struct{ Start, End int }

// A Sentence is a span of Article.Text; sentence 0 is the headline, whose span
// lies in Article.Title.
type Sentence struct {
	ArticleID int64
	Index     int
	Paragraph int // 0 for the headline, then counted from 1
	Span
}

// An Interval is a run of civil days where the event happened. To is the first
// day after it; both are midnight UTC. A zero Interval is unresolved.
type Interval struct {
	From, To time.Time
	Zone     string // IANA name; "" unknown
	Grain    Grain
	EDTF     string // level 1; "" when unresolved
}

// Known reports whether the interval is resolved.
func (i Interval) Known() bool { return !i.From.IsZero() && !i.To.IsZero() }

// Days is the length of the interval in days.
func (i Interval) Days() int { return int(i.To.Sub(i.From).Hours() / 24) }

// Overlaps reports whether two resolved intervals share a day.
func (i Interval) Overlaps(o Interval) bool {
	return i.Known() && o.Known() && i.From.Before(o.To) && o.From.Before(i.To)
}

// The TIMEX3 types.
const (
	Date     = "DATE"
	Time     = "TIME"
	Duration = "DURATION"
	Set      = "SET"
)

// A TimeExpression is a TIMEX3 annotation with the days it stands for.
type TimeExpression struct {
	ArticleID int64
	Sentence  int // Sentence.Index
	Span          // in Article.Text (Article.Title for sentence 0)
	Type      string
	Value     string // TIMEX3
	Mod       string // TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, ...
	When      Interval
	// Deadline is true when When is the last day of a term ("bis Mitte
	// September", "within 45 days") rather than the day of the happening.
	Deadline bool
	Anchor   string // what it was resolved against: "dct", "explicit", "previous", "event", ""
	Rule     string // the rule that resolved it
	// Sure is how likely the days are right, from 0 to 1, as counted on tagged news;
	// 0 where there are none. Or is a second reading that is near; zero without one.
	Sure float64
	Or   Interval
}

// MentionKind says what a mention names.
type MentionKind string

// The kinds of mention.
const (
	ActorMention       MentionKind = "actor"
	TopicMention       MentionKind = "topic"
	AmountMention      MentionKind = "amount"
	ShareMention       MentionKind = "share" // of a company; the key is the percentage
	CueMention         MentionKind = "cue"
	TermMention        MentionKind = "term" // a term of the story
	AttributionMention MentionKind = "attribution"
)

// A Mention is a name, number or cue in a sentence.
type Mention struct {
	ArticleID int64
	Sentence  int
	Span
	Kind   MentionKind
	Key    string  // actor or topic key of the story; status cue; "USD 30000000000"
	Weight float64 // of a term as the story file gives it; of a topic cue the strengths of what is told there
	Class  Class   // of a topic cue: the firmest there
}

// A Class says how firmly a topic cue tells its topic.
type Class string

const (
	ClassAct  Class = "act"  // a deed: "sued"
	ClassCue  Class = "cue"  // a word of the topic: "lawsuit"
	ClassWeak Class = "weak" // a word that goes with it, among others
	ClassHint Class = "hint" // an actor whose presence hints at it
)

// Strength is how much a cue of a class tells: 3 an act, 2 a cue, 1 a weak one,
// 0.5 a hint.
func (c Class) Strength() float64 {
	switch c {
	case ClassAct:
		return 3
	case ClassCue:
		return 2
	case ClassWeak:
		return 1
	case ClassHint:
		return 0.5
	}
	return 0
}

// An Amount is a sum of money and the words that said it.
type Amount struct {
	Value    float64 `json:"value"`
	Currency string  `json:"currency"` // ISO 4217
	Text     string  `json:"text"`
	Of       string  `json:"of,omitempty"` // what it is: "bid", "asking", "valuation", "fine", "fee", "revenue", "investment", "tax"; "" unknown
}

// Status says what kind of statement an event rests on.
type Status string

// The statuses.
const (
	Happened Status = "happened"
	Planned  Status = "planned"
	Deadline Status = "deadline"
	Reported Status = "reported" // hearsay
)

// Outcome says what became of a plan or deadline.
type Outcome string

// The outcomes; "" is open or not applicable.
const (
	Met       Outcome = "met"
	Missed    Outcome = "missed"
	Moved     Outcome = "moved"
	Lifted    Outcome = "lifted"
	Cancelled Outcome = "cancelled"
	Denied    Outcome = "denied"
)

// Evidence is one sentence that tells an event.
type Evidence struct {
	ArticleID    int64     `json:"-"`
	Quote        string    `json:"quote"`
	Language     string    `json:"language"`
	Publisher    string    `json:"publisher"`
	URL          string    `json:"url"`
	Article      string    `json:"article"` // canonical URL, or the id it was imported with
	Published    string    `json:"published"`
	Sentence     int       `json:"sentence"`
	AttributedTo string    `json:"attributed_to"`
	Date         string    `json:"date"` // that this sentence gives, EDTF; the event has the one that most sources give
	Rule         string    `json:"rule"` // how the sentence got its date
	PublishedAt  time.Time `json:"-"`

	// What a citation needs to know of the article; a store fills it in.
	Title    string    `json:"title,omitempty"`
	Authors  []string  `json:"authors,omitempty"`
	Agency   string    `json:"agency,omitempty"`
	Name     string    `json:"publisher_name,omitempty"` // Source.Name of the publisher
	Gone     string    `json:"gone,omitempty"`           // first day on which its page was found gone (404, 410); "" it was not
	Accessed time.Time `json:"-"`                        // when the page was fetched; zero: it came from a file
}

// A FirstReport names the earliest article that tells an event.
type FirstReport struct {
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Published string `json:"published"`
}

// A DeadlineStep is one entry in the history of a deadline.
type DeadlineStep struct {
	Date  string `json:"date"` // EDTF
	Told  string `json:"told"` // day of the article that said so
	By    string `json:"by"`   // publisher
	URL   string `json:"url"`
	Quote string `json:"quote"`
}

// A Conflict is a value that other sources give for the same event.
type Conflict struct {
	Field   string   `json:"field"` // "date", "amount"
	Value   string   `json:"value"`
	Sources []string `json:"sources"` // publishers, sorted
}

// An Event is a dated happening with the sentences that tell it.
type Event struct {
	ID              string
	StoryID         string
	When            Interval
	Status          Status
	Outcome         Outcome
	Topic           string
	Actors          []string // keys of the story, most mentioned first
	By              string   // the actor who did it (who sued, ordered, bid), where the wording tells; else ""
	Amounts         []Amount
	Headline        string
	Summary         string
	Score           float64
	Firmness        float64 // how firmly its statements tell a topic of the story, 0 to 1; an input of Score, not kept
	Articles        int     // articles that tell it
	Independent     int     // near-duplicate groups and agencies among them, never copies
	FirstReport     FirstReport
	Evidence        []Evidence
	DeadlineHistory []DeadlineStep
	Conflicts       []Conflict
	Why             []string // why its statements were merged, one line a merge

	// What the log of a store knows of it; zero of an event that none has kept.
	NewIn     int64     // run that brought it onto the timeline
	ChangedAt time.Time // when the run began that last changed it
}

// An EventID is a minted identity: it belongs to the sentence that founded it.
type EventID struct {
	ID, StoryID string
	URL         string // canonical URL of the founding evidence
	Quote       string // its sentence
	Ordinal     int    // which dated statement of that sentence, from 0
	MergedInto  string // "" while it stands for an event of its own
}
