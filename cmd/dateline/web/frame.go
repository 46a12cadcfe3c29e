package web

import (
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-7461731f/dateline/timeline/export"
)

//go:embed page static
var files embed.FS

// A frame is what every page shows around its own matter.
type frame struct {
	Title   string // of the page
	Story   string
	Here    string // path, for the menu
	Feeds   []feedLink
	Held    int    // events of the story
	LastRun string // when the newest run came to its end; "" none has
	LastDid string // what it did
	Archive bool
}

// A feedLink is the same matter in another format.
type feedLink struct{ Name, Kind, URL string }

// frame makes the frame of a page; its feeds have the same query.
func (s *server) frame(r request, title string, formats []string) frame {
	f := frame{Title: title, Story: plain(s.Story.Title), Here: r.path, Held: len(r.snap.events), Archive: s.ShowArchive}
	if run := r.snap.lastRun(); run.ID != 0 {
		f.LastRun, f.LastDid = clock(run.Finished), plain(run.Command+": "+run.Report)
	}
	for _, format := range formats {
		x, ok := export.FormatNamed(format)
		if !ok {
			x = export.Format{Title: "Text", Media: kinds[format]}
		}
		f.Feeds = append(f.Feeds, feedLink{x.Title, x.Media, r.path + "." + format + queryOf(r.query, "after", "lanes")})
	}
	return f
}

// queryOf writes a query without some parameters, and without empty ones.
func queryOf(q url.Values, without ...string) string {
	kept := url.Values{}
	for k, v := range q {
		if len(v) > 0 && v[0] != "" {
			kept.Set(k, v[0])
		}
	}
	for _, k := range without {
		kept.Del(k)
	}
	if len(kept) == 0 {
		return ""
	}
	return "?" + kept.Encode()
}

// with is the query with some parameters set; an empty value takes one away.
func with(q url.Values, pairs ...string) string {
	kept := url.Values{}
	for k, v := range q {
		kept[k] = v
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		kept.Set(pairs[i], pairs[i+1])
	}
	return queryOf(kept)
}

// clock writes an instant to the minute, in UTC.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 Jan 2006, 15:04 UTC")
}

var pageNames = []string{"timeline", "event", "deadlines", "new", "search", "sources", "article", "help", "problem"}

// parseTemplates reads the pages, each in the layout that they share.
func parseTemplates() (map[string]*template.Template, error) {
	functions := template.FuncMap{"plain": plain, "link": link, "moment": moment, "datetime": datetime, "cut": cut,
		"plural": plural, "language": languageName, "tag": languageTag, "display": export.Display,
		"tab": func(here, path, text string) option { return option{path, text, here == path} }}
	out := map[string]*template.Template{}
	for _, name := range pageNames {
		t, err := template.New("").Funcs(functions).ParseFS(files, "page/layout.html", "page/parts.html", "page/"+name+".html")
		if err != nil {
			return nil, err
		}
		out[name] = t
	}
	return out, nil
}

// addStatic serves the style and the script. They change with the program only.
func (s *server) addStatic(mux *http.ServeMux) error {
	static, err := fs.Sub(files, "static")
	if err != nil {
		return err
	}
	kinds := map[string]string{"style.css": "text/css; charset=utf-8", "keys.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}
	for name, kind := range kinds {
		body, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		a := answer{kind: kind, body: body}
		a.finish()
		mux.HandleFunc("GET /static/"+name, func(w http.ResponseWriter, r *http.Request) { send(w, r, a) })
	}
	return nil
}
