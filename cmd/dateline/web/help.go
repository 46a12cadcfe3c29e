package web

import (
	"bytes"
	"html/template"
	"net/http"

	"github.com/yuin/goldmark"

	"github.com/seed-7461731f/dateline/cmd/dateline/help"
)

// helpView is the list of the topics, or the text of one.
type helpView struct {
	frame
	Topics []help.Topic
	Body   template.HTML // of a topic; "" for the list
}

// help shows the texts of "dateline help". They change with the program only.
func (s *server) help(w http.ResponseWriter, r *http.Request) {
	l, err := s.now(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	v := helpView{frame: s.frame(request{live: l, path: r.URL.Path}, "Help", nil), Topics: help.Topics()}
	if name := r.PathValue("topic"); name != "" {
		t, ok := help.Named(name)
		if !ok {
			s.fail(w, r, notFound("there is no help on this; /help lists the topics"))
			return
		}
		var b bytes.Buffer
		if err := goldmark.Convert([]byte(t.Text), &b); err != nil {
			s.fail(w, r, err)
			return
		}
		v.Title, v.Body = t.Title, template.HTML(b.String()) // our own text, and goldmark lets no markup through
	}
	a, err := s.render("help", v)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	a.finish()
	send(w, r, a)
}
