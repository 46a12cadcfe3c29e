package web

import (
	"net/http"
	"time"
)

// kinds are the media types of the formats.
var kinds = map[string]string{
	"html": "text/html; charset=utf-8", "json": "application/json", "ndjson": "application/x-ndjson", "csv": "text/csv; charset=utf-8",
	"md": "text/markdown; charset=utf-8", "atom": "application/atom+xml; charset=utf-8", "jsonfeed": "application/feed+json",
	"ics": "text/calendar; charset=utf-8", "timelinejs": "application/json", "txt": "text/plain; charset=utf-8",
	"jsonld": "application/ld+json", "text": "text/plain; charset=utf-8",
	"ris": "application/x-research-info-systems", "csl": "application/vnd.citationstyles.csl+json", "wikipedia": "text/plain; charset=utf-8",
}

// The formats in which a list of events is there.
var (
	listFormats = []string{"html", "json", "ndjson", "csv", "md", "atom", "jsonfeed", "ics", "jsonld", "timelinejs"}
	newFormats  = []string{"html", "json", "atom", "jsonfeed"}
	plainPages  = []string{"html", "json"}
)

func (s *server) routes() []route {
	return []route{
		{page: s.timeline, path: "/timeline", formats: listFormats, api: "/events", params: filterParams, timed: time.Hour},
		{page: s.event, path: "/event/{id}", formats: []string{"html"}, api: "/events/{id}"},
		{page: s.deadlines, path: "/deadlines", formats: listFormats[:9], api: "/deadlines", params: []string{"as_of", "status"}, timed: time.Hour},
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
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/timeline", http.StatusFound)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, notFound("there is no page at this address"))
	})
}
