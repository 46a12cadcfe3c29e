package web

import "net/http"

// addAPI serves the JSON of the pages under /api/v1.
func (s *server) addAPI(mux *http.ServeMux) {
	for _, rt := range s.routes() {
		mux.HandleFunc("/api/v1"+rt.api, s.handler(rt, "json", true))
	}
}

// problemView is the page of an error.
type problemView struct {
	frame
	Detail, Param string
}

func (s *server) problemView(p problem) problemView {
	return problemView{frame{Title: p.Title, Story: plain(s.Story.Title), Archive: s.ShowArchive}, p.Detail, p.Param}
}
