package web

import (
	"context"
	_ "embed"
	"encoding/json"
	"net/http"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// staticAPI describes the API (OpenAPI 3.1) but for the parameters of a query.
//
//go:embed openapi.json
var staticAPI []byte

// openAPI returns the whole document. A test holds it against the routes and the
// answers.
func openAPI() ([]byte, error) {
	var doc map[string]any
	if err := json.Unmarshal(staticAPI, &doc); err != nil {
		return nil, err
	}
	get := doc["paths"].(map[string]any)["/events"].(map[string]any)["get"].(map[string]any)
	var params []any
	for i := range news.Params {
		params = append(params, paramSchema(&news.Params[i]))
	}
	get["parameters"] = append(params, get["parameters"].([]any)...)
	return json.MarshalIndent(doc, "", "\t")
}

// paramSchema describes a parameter of a query as OpenAPI does.
func paramSchema(p *news.Param) map[string]any {
	schema := map[string]any{"type": "string"}
	switch p.Kind {
	case news.NumberParam:
		schema = map[string]any{"type": "integer", "minimum": 0, "maximum": p.Max}
	case news.TextParam:
		schema["maxLength"] = p.Max
	case news.ChoiceParam, news.SwitchParam:
		if values := p.Values(news.Story{}); len(values) > 0 { // the keys of a story are under /api/v1/story
			schema["enum"] = values
		}
	}
	if p.Name == "limit" {
		schema = map[string]any{"type": "integer", "minimum": 1, "maximum": maxSize, "default": pageSize}
	}
	return map[string]any{"name": p.Name, "in": "query", "description": p.Help, "schema": schema}
}

// addAPI serves the JSON of the pages under /api/v1.
func (s *server) addAPI(mux *http.ServeMux) error {
	doc, err := openAPI()
	if err != nil {
		return err
	}
	for _, rt := range s.routes() {
		mux.HandleFunc("/api/v1"+rt.api, s.handler(rt, "json", true))
	}
	a := answer{kind: "application/vnd.oai.openapi+json;version=3.1", body: doc}
	a.finish()
	mux.HandleFunc("/api/v1/openapi.json", func(w http.ResponseWriter, r *http.Request) { send(w, r, a) })
	return nil
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
	for _, t := range s.Story.Topics {
		form.Topics = append(form.Topics, namedForm{t.Key, s.topicTitle(t.Key)})
	}
	for _, a := range s.Story.Actors {
		form.Actors = append(form.Actors, namedForm{a.Key, s.actorTitle(a.Key)})
	}
	if n := len(r.snap.events); n > 0 {
		form.First, form.Last = r.snap.events[0].When.From.Format(time.DateOnly), r.snap.events[n-1].When.From.Format(time.DateOnly)
	}
	return jsonAnswer(form)
}
