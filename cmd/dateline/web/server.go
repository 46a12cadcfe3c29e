package web

import (
	"cmp"
	"context"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/singleflight"
)

// renderers is how many answers are made at a time: more would only take the
// processor from one another, and memory.
const renderers = 4

// makeTimeout bounds the making of one answer.
const makeTimeout = 20 * time.Second

type server struct {
	Config
	templates   map[string]*template.Template
	view        view
	flights     singleflight.Group
	renderSlots chan struct{} // one for each answer that is being made
}

// A request is what a page is made from. The same request to the same state
// gives the same bytes.
type request struct {
	*live
	path   string // as asked, without its format
	id     string // of an event
	format string // "html", "json", "atom", ...
	query  url.Values
	base   string // scheme and host under which the reader knows the pages
	now    time.Time
	api    bool // asked under /api/v1
}

// A page makes an answer, or an error; a *problem is told to the reader.
type page func(ctx context.Context, r request) (answer, error)

// A route is a page, the formats it is there in, and what it changes with.
type route struct {
	page    page
	path    string // "" there under /api/v1 only
	formats []string
	api     string        // its path under /api/v1
	params  []string      // of its query
	live    bool          // shows articles and crawls: changes with every write
	timed   time.Duration // how finely it depends on the clock; 0 not
}

// handler serves one format of a route.
func (s *server) handler(rt route, format string, api bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		req := request{path: r.URL.Path, format: format, query: r.URL.Query(), base: s.base(r), now: s.Now().UTC(), api: api}
		if !api && format != "html" {
			req.path = strings.TrimSuffix(req.path, "."+format)
		}
		if id := r.PathValue("id"); id != "" {
			req.id, req.format = id, format
			if name, ext, ok := strings.Cut(id, "."); ok && !api {
				req.id, req.format, req.path = name, ext, "/event/"+name
			}
		}
		if err := rt.check(req); err != nil {
			s.fail(w, r, err)
			return
		}
		var err error
		if req.live, err = s.now(r.Context()); err != nil {
			s.fail(w, r, err)
			return
		}
		a, err := s.answer(r.Context(), rt, req)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		send(w, r, a)
	}
}

// check refuses a parameter that the API does not know: a program is better told
// than answered something else. A page leaves out what it does not know.
func (rt route) check(r request) error {
	if !r.api {
		return nil
	}
	for _, name := range sortedKeys(r.query) {
		if !slices.Contains(rt.params, name) {
			return badParam(cut(plain(name), 40), "not known here; want "+cmp.Or(strings.Join(rt.params, ", "), "none"))
		}
	}
	return nil
}

// answer takes an answer from the cache, or makes it. What a crawl has changed
// just now is made beside: the readers of that moment get the answer of the one
// before, for else all of them would wait at once.
func (s *server) answer(ctx context.Context, rt route, r request) (answer, error) {
	kept := r.snap.answers
	if rt.live {
		kept = r.answers
	}
	r.now = r.now.Truncate(rt.timed)
	key := r.key(rt.timed > 0)
	if a, ok := kept.get(key); ok {
		return a, nil
	}
	// One of those who ask for the same at once makes it, for all of them.
	flight := strconv.FormatInt(r.version, 36) + key
	work := s.maker(context.WithoutCancel(ctx), rt, r, kept, key)
	if rt.live && r.before != nil {
		if a, ok := r.before.get(key); ok {
			s.flights.DoChan(flight, work)
			return a, nil
		}
	}
	a, err, _ := s.flights.Do(flight, work)
	if err != nil {
		return answer{}, err
	}
	return a.(answer), nil
}

// maker returns what makes an answer and keeps it.
func (s *server) maker(ctx context.Context, rt route, r request, kept *cache, key string) func() (any, error) {
	return func() (_ any, err error) {
		s.renderSlots <- struct{}{}
		defer func() { <-s.renderSlots }()
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
		}()
		ctx, cancel := context.WithTimeout(ctx, makeTimeout)
		defer cancel()
		a, err := rt.page(ctx, r)
		if err != nil {
			return nil, err
		}
		a.finish()
		kept.put(key, a)
		return a, nil
	}
}

// key names all that an answer depends on beside the state.
func (r request) key(timed bool) string {
	key := strings.Join([]string{r.base, r.path, r.format, r.query.Encode(), strconv.FormatBool(r.api)}, "\n")
	if timed {
		key += "\n" + r.now.Format(time.RFC3339)
	}
	return key
}

// address is the path that was asked for, in its format, with another query.
func (r request) address(query string) string {
	if r.api || r.format == "html" {
		return r.path + query
	}
	return r.path + "." + r.format + query
}

// base is the address under which the reader knows the pages.
func (s *server) base(r *http.Request) string {
	if s.Public != nil {
		return strings.TrimSuffix(s.Public.String(), "/")
	}
	return "http://" + r.Host
}
