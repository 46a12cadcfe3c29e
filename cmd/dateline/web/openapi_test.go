package web

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// What the tests need of the document.
type apiDocument struct {
	Paths map[string]struct {
		Get struct {
			OperationID string
			Parameters  []struct {
				Ref      string `json:"$ref"`
				Name, In string
			}
			Responses map[string]struct {
				Content map[string]struct {
					Schema struct {
						Ref string `json:"$ref"`
					}
				}
			}
		}
	}
	Components struct {
		Schemas map[string]struct {
			Required   []string
			Properties map[string]struct{ Type any }
		}
	}
}

func document(t *testing.T) (d apiDocument) {
	t.Helper()
	doc, err := openAPI()
	if err == nil {
		err = json.Unmarshal(doc, &d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every path and parameter that is served is described, and the other way around.
func TestDocumentHasThePathsAndParametersOfTheAPI(t *testing.T) {
	d := document(t)
	served := map[string]route{}
	for _, rt := range (&server{}).routes() {
		served[rt.api] = rt
	}
	if got, want := sortedKeys(d.Paths), sortedKeys(served); !slices.Equal(got, want) {
		t.Fatalf("the document has the paths %v, the server %v", got, want)
	}
	for path, p := range d.Paths {
		var params []string
		for _, x := range p.Get.Parameters {
			name := strings.TrimPrefix(x.Ref, "#/components/parameters/") + x.Name
			if x.In == "path" {
				if !strings.Contains(path, "{"+name+"}") {
					t.Errorf("%s has no {%s}", path, name)
				}
				continue
			}
			params = append(params, name)
		}
		want := slices.Clone(served[path].params)
		slices.Sort(params)
		slices.Sort(want)
		if !slices.Equal(params, want) {
			t.Errorf("%s: the document has the parameters %v, the server %v", path, params, want)
		}
	}
}

// forms are the types that the schemas describe.
var forms = map[string]any{
	"Amount": news.Amount{}, "FirstReport": news.FirstReport{}, "Evidence": news.Evidence{}, "DeadlineStep": news.DeadlineStep{}, "Conflict": news.Conflict{},
	"Event": export.Event{}, "EventList": listForm{}, "Month": monthForm{}, "EventDetail": eventForm{}, "Context": contextForm{}, "Change": export.Change{},
	"Changes": changesForm{}, "Hit": hitForm{}, "Search": searchForm{}, "Crawl": crawlForm{}, "Source": sourceForm{}, "Sources": sourcesForm{},
	"Article": articleForm{}, "Quoted": sentenceForm{}, "Named": namedForm{}, "Story": storyForm{}, "Problem": problem{},
}

// Every field of an answer is described, with its type, and no other; those that
// are always there are required.
func TestDocumentHasTheFieldsOfTheAnswers(t *testing.T) {
	schemas := document(t).Components.Schemas
	if got, want := sortedKeys(schemas), sortedKeys(forms); !slices.Equal(got, want) {
		t.Fatalf("the document has the schemas %v, the answers %v", got, want)
	}
	for name, form := range forms {
		fields, always := jsonFields(reflect.TypeOf(form))
		schema := schemas[name]
		if got, want := sortedKeys(schema.Properties), sortedKeys(fields); !slices.Equal(got, want) {
			t.Errorf("%s: the document has %v, the answer %v", name, got, want)
		}
		slices.Sort(schema.Required)
		slices.Sort(always)
		if !slices.Equal(schema.Required, always) {
			t.Errorf("%s: the document requires %v, the answer always has %v", name, schema.Required, always)
		}
		for field, kind := range fields {
			if said := schema.Properties[field].Type; said != nil && said != kind {
				t.Errorf("%s.%s is %v in the document, %s in the answer", name, field, said, kind)
			}
		}
	}
}

// jsonFields are the fields of a struct as JSON has them: name to type, and the
// names of those that are never left out.
func jsonFields(t reflect.Type) (fields map[string]string, always []string) {
	fields = map[string]string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" || f.Anonymous || !f.IsExported() {
			continue
		}
		fields[name] = jsonType(f.Type)
		if !strings.Contains(options, "omitempty") {
			always = append(always, name)
		}
	}
	return fields, always
}

func jsonType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Slice:
		return "array"
	}
	return "object"
}
