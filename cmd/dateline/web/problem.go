package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
)

// A problem is an error that the reader is told of: a page of its own in HTML,
// problem details (RFC 9457) in all other formats.
type problem struct {
	Type     string `json:"type"` // about:blank: the title says it all
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail,omitempty"`
	Instance string `json:"instance,omitempty"`  // path that was asked for
	Param    string `json:"parameter,omitempty"` // of the query, that is wrong
}

func (p *problem) Error() string { return p.Title + ": " + p.Detail }

// problemView is the page of an error.
type problemView struct {
	frame
	Detail, Param string
}

func (s *server) problemView(p problem) problemView {
	return problemView{frame{Title: p.Title, Story: plain(s.Story.Title), Archive: s.ShowArchive}, p.Detail, p.Param}
}

func notFound(detail string) *problem { return &problem{Status: http.StatusNotFound, Detail: detail} }

func badParam(name, detail string) *problem {
	return &problem{Status: http.StatusBadRequest, Detail: detail, Param: name}
}

// fail answers with an error. What is not a problem is the program's own: it
// goes to the log, and the reader learns no more than that.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error) {
	told, ok := errors.AsType[*problem](err)
	if !ok {
		if r.Context().Err() == nil {
			s.Log.Error("page", "url", r.URL.Path, "err", err)
		}
		told = &problem{Status: http.StatusInternalServerError, Detail: "the database could not be read; the server's log says why"}
	}
	p := *told
	p.Type, p.Title, p.Instance = "about:blank", http.StatusText(p.Status), r.URL.EscapedPath()
	kind, body := problemBytes(p)
	if wantsPage(r.URL.Path) {
		if a, err := s.render("problem", s.problemView(p)); err == nil {
			kind, body = a.kind, a.body
		}
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

func problemBytes(p problem) (kind string, body []byte) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(p); err != nil {
		panic(err) // strings and a number
	}
	return "application/problem+json", b.Bytes()
}

// wantsPage reports whether an address is that of a page for people.
func wantsPage(path string) bool {
	last := path[strings.LastIndex(path, "/")+1:]
	return !strings.HasPrefix(path, "/api/") && !strings.Contains(last, ".")
}
