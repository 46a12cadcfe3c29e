package web

import (
	"context"
	_ "embed"
	"net/http"
	"time"
)

// openAPI describes the API (OpenAPI 3.1). A test holds it against the routes
// and the answers.
//
//go:embed openapi.json
var openAPI []byte

// addAPI serves the JSON of the pages under /api/v1.
func (s *server) addAPI(mux *http.ServeMux) {
	for _, rt := range s.routes() {
		mux.HandleFunc("/api/v1"+rt.api, s.handler(rt, "json", true))
	}
	a := answer{kind: "application/vnd.oai.openapi+json;version=3.1", body: openAPI}
	a.finish()
	mux.HandleFunc("/api/v1/openapi.json", func(w http.ResponseWriter, r *http.Request) { send(w, r, a) })
}

// A storyForm is the JSON of the story. Fields may be added, never renamed.
type storyForm struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Languages []string    `json:"languages"` // of its readers, best first
	Topics    []namedForm `json:"topics"`
	Actors    []namedForm `json:"actors"`
	Events    int         `json:"events"`
	First     string      `json:"first"` // day on which the first event begins
	Last      string      `json:"last"`
	LastRun   string      `json:"last_run"` // RFC 3339; "" none came to its end
	Archive   bool        `json:"archive"`  // whole articles are shown
}

type namedForm struct {
	Key   string `json:"key"`
	Title string `json:"title"`
}

// about answers what the story is, and which keys a query may name.
func (s *server) about(_ context.Context, r request) (answer, error) {
	form := storyForm{ID: s.Story.ID, Title: s.Story.Title, Languages: append([]string{}, s.Story.Languages...), Topics: []namedForm{}, Actors: []namedForm{},
		Events: len(r.snap.events), LastRun: stamp(r.snap.lastRun().Finished), Archive: s.ShowArchive}
	for _, key := range topicKeys(s.Story) {
		form.Topics = append(form.Topics, namedForm{key, s.topicTitle(key)})
	}
	for _, key := range actorKeys(s.Story) {
		form.Actors = append(form.Actors, namedForm{key, s.actorTitle(key)})
	}
	if n := len(r.snap.events); n > 0 {
		form.First, form.Last = r.snap.events[0].When.From.Format(time.DateOnly), r.snap.events[n-1].When.From.Format(time.DateOnly)
	}
	return jsonAnswer(form)
}
