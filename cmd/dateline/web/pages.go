package web

import (
	"net/http"
	"time"

	"github.com/seed-7461731f/dateline/timeline/export"
)

// kinds are the media types of the formats that export.Formats does not have.
var kinds = map[string]string{"html": "text/html; charset=utf-8", "txt": "text/plain; charset=utf-8"}

func kindOf(format string) string {
	if f, ok := export.FormatNamed(format); ok {
		return f.Media
	}
	return kinds[format]
}

// isPolled reports whether a reader polls a format: who does wants what is new.
func isPolled(format string) bool {
	f, _ := export.FormatNamed(format)
	return f.Kind == export.Polled
}

// The formats in which a list of events is there, an event, and the rest. All
// but the first of a page are links on it, in the order of the menu.
var (
	listFormats  = append([]string{"html"}, export.FormatNames(export.Listing, export.Polled, export.Timetable, export.Show)...)
	eventFormats = export.FormatNames(export.Listing, export.Polled, export.Timetable)
	termFormats  = append([]string{"html"}, eventFormats...)
	newFormats   = append([]string{"html", "json"}, export.FormatNames(export.Polled)...)
	plainPages   = []string{"html", "json"}
)

func (s *server) routes() []route {
	return []route{
		{page: s.timeline, path: "/timeline", formats: listFormats, api: "/events", params: filterParams, timed: time.Hour},
		{page: s.event, path: "/event/{id}", formats: []string{"html"}, api: "/events/{id}"},
		{page: s.deadlines, path: "/deadlines", formats: termFormats, api: "/deadlines", params: []string{"as_of", "status"}, timed: time.Hour},
		{page: s.whatIsNew, path: "/new", formats: newFormats, api: "/changes", params: []string{"since", "limit", "after"}, timed: time.Minute},
		{page: s.search, path: "/search", formats: plainPages, api: "/search", params: []string{"q", "limit", "after"}, live: true},
		{page: s.sources, path: "/sources", formats: plainPages, api: "/sources", live: true},
		{page: s.article, path: "/article", formats: []string{"html", "json", "txt"}, api: "/article", params: []string{"url"}, live: true},
		{page: s.about, api: "/story"},
	}
}

func (s *server) addPages(mux *http.ServeMux) {
	for _, rt := range s.routes() {
		for _, format := range rt.formats {
			path := rt.path
			if format != "html" {
				path += "." + format
			}
			mux.HandleFunc(path, s.handler(rt, format, false))
		}
	}
	mux.HandleFunc("/help", s.help)
	mux.HandleFunc("/help/{topic}", s.help)
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/timeline", http.StatusFound)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, notFound("there is no page at this address"))
	})
}
