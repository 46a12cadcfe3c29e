package e2e

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"testing"

	validator "github.com/pb33f/libopenapi-validator"

	"github.com/pb33f/libopenapi"
)

// An event is what the tests need of the API's.
type event struct {
	ID       string `json:"id"`
	Evidence []struct {
		Article string `json:"article"`
	} `json:"evidence"`
}

// events asks the API.
func events(t *testing.T, query string) []event {
	t.Helper()
	var list struct{ Events []event }
	if err := json.Unmarshal(get(t, "/api/v1/events?"+query), &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Events) == 0 {
		t.Fatalf("no event for %s", query)
	}
	return list.Events
}

func get(t *testing.T, path string) []byte {
	t.Helper()
	resp, err := http.Get(base + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// asked are requests of every path of the API, and what status they have.
var asked = []struct {
	path   string
	status int
}{
	{"/api/v1/story", 200},
	{"/api/v1/events", 200},
	{"/api/v1/events?from=2020-08&to=2020-09-15&topic=lawsuit&status=happened&source_lang=de&search=court&min_independent=1&order=newest&limit=3", 200},
	{"/api/v1/events?outcome=moved", 200},
	{"/api/v1/events?contradicted=1&actor=bytedance", 200},
	{"/api/v1/events?limit=0", 400},
	{"/api/v1/events?actor=nobody", 400},
	{"/api/v1/events?colour=red", 400},
	{"/api/v1/events/MOVED", 200},
	{"/api/v1/events/e000000000000", 404},
	{"/api/v1/deadlines?as_of=2020-11-20&status=deadline", 200},
	{"/api/v1/changes?since=last-run", 200},
	{"/api/v1/changes?since=soon", 400},
	{"/api/v1/search?q=export&limit=2", 200},
	{"/api/v1/sources", 200},
	{"/api/v1/article?url=ARTICLE", 200},
	{"/api/v1/article", 400},
}

// The document is a valid OpenAPI 3.1 one, and every answer, right or wrong, is
// what it says.
func TestAPIAnswersAsItsDocumentSays(t *testing.T) {
	document, err := libopenapi.NewDocument(get(t, "/api/v1/openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	v, errs := validator.NewValidator(document)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if ok, errs := v.ValidateDocument(); !ok {
		for _, e := range errs {
			t.Errorf("document: %s: %s", e.Message, e.Reason)
		}
	}
	var paths []string
	for _, a := range asked {
		paths = append(paths, a.path)
	}
	for i, path := range resolved(t, paths) {
		request, err := http.NewRequest("GET", base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		if resp.StatusCode != asked[i].status {
			t.Errorf("%s: status %d, want %d", path, resp.StatusCode, asked[i].status)
		}
		request.URL = &url.URL{Scheme: request.URL.Scheme, Host: request.URL.Host, Path: request.URL.Path, RawQuery: request.URL.RawQuery}
		if ok, errs := v.ValidateHttpResponse(request, resp); !ok {
			for _, e := range errs {
				t.Errorf("%s: %s: %s", path, e.Message, e.Reason)
			}
		}
		resp.Body.Close()
	}
}
