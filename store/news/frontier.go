package news

import "time"

// A FrontierState says what is known of an address.
type FrontierState string

// The states. A row of any of the first four is fetched when it is due; a
// lease lies over its state for as long as somebody fetches it.
const (
	Queued  FrontierState = "queued"  // never fetched
	Fetched FrontierState = "done"    // the last fetch gave a page, or said that it is unchanged
	Failed  FrontierState = "failed"  // Problem says why
	Gone    FrontierState = "gone"    // 404 or 410
	MovedTo FrontierState = "moved"   // another address took its place; never due
	Dropped FrontierState = "dropped" // not wanted, Problem says why; never due
)

// A Task is an address of the frontier, with what its last fetch left behind.
type Task struct {
	ID       int64 // 0 for an address that the frontier may not know yet
	Link     Link
	Source   string // Source.Host
	State    FrontierState
	Problem  string
	Due      time.Time // of the crawl's clock; zero: never
	Attempts int       // failures in a row
	Visits   int       // fetches that gave a page or said unchanged

	FirstSeen    time.Time
	FetchedAt    time.Time // last success; zero: never
	ChangedAt    time.Time // when the newest bytes were first seen
	GoneSince    time.Time // zero: not gone
	MovedTo      string
	ETag         string // validators of the newest bytes
	LastModified string
	SHA256       string // of the newest bytes, hex
	OptOut       string // by which its publisher keeps it from being indexed, archived or mined; "" none
}

// A Visit is what the fetch of one task came to. A store takes it whole or not
// at all.
type Visit struct {
	Task     Task      // as it is from now on
	Page     *Page     // nil when there is nothing new to keep
	Final    *Task     // the address that took its place, as it is from now on
	Found    []Task    // addresses read from the page; known ones are left alone
	Requests []Request // what it took, in order
	Pending  bool      // the task is tried again soon and keeps its lease
}

// A Request is one line of the ledger: a request that was sent, or one that
// robots.txt forbade. Its times are of the real clock.
type Request struct {
	ID         int64
	Source     string // Source.Host
	Host       string // as asked, lower-case, with its port, without "www."
	URL        string
	Started    time.Time
	Took       time.Duration
	Sent       bool
	Verdict    string        // of robots.txt: "allowed", "disallowed", "unreachable", "exempt"
	Rule       string        // the line that decided; "" when none did
	RobotsID   int64         // Robots.ID; 0: none
	Delay      time.Duration // owed to the host after the request before
	Status     int           // 0: no answer
	Bytes      int64         // of the body, as received
	RetryAfter time.Duration // as asked by the answer; 0: not asked
	Problem    string        // why there is no answer, or no whole one
}

// A Robots is a robots.txt as it was received.
type Robots struct {
	ID        int64
	Origin    string    // scheme://host[:port]
	FetchedAt time.Time // of the crawl's clock
	CheckedAt time.Time // when the same was last received again
	Status    int       // 0: no answer
	Body      []byte
	Problem   string
}

// A SourceRun is what one crawl made of one source.
type SourceRun struct {
	Source    string `json:"source"`
	Started   time.Time
	Fetched   int    `json:"fetched"`   // new or changed pages, of every kind
	Articles  int    `json:"articles"`  // how many of them are article pages
	Unchanged int    `json:"unchanged"` // same bytes, or 304
	Failed    int    `json:"failed"`
	Gone      int    `json:"gone"`    // newly gone
	Refused   int    `json:"refused"` // by robots.txt
	Found     int    `json:"found"`   // addresses read, known ones included
	Dropped   int    `json:"dropped"` // of them, not wanted
	Bytes     int64  `json:"bytes"`   // received
	Problem   string `json:"problem"` // the first one
}
