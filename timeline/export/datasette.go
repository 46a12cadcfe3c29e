package export

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/seed-7461731f/dateline/store/news"
)

// datasetteTable describes a table or view of the database to Datasette. What
// it shows is in metadata.json, how it shows it in datasette.yaml; versions
// before 1.0 read both from the metadata.
type datasetteTable struct {
	Description string            `json:"description,omitempty" yaml:"-"`
	Columns     map[string]string `json:"columns,omitempty" yaml:"-"`
	Sort        string            `json:"sort,omitempty" yaml:"sort,omitempty"`
	SortDesc    string            `json:"sort_desc,omitempty" yaml:"sort_desc,omitempty"`
	Label       string            `json:"label_column,omitempty" yaml:"label_column,omitempty"`
	Facets      []string          `json:"facets,omitempty" yaml:"facets,omitempty"`
	Hidden      bool              `json:"hidden,omitempty" yaml:"hidden,omitempty"`
}

type datasetteQuery struct {
	Title string `json:"title" yaml:"title"`
	SQL   string `json:"sql" yaml:"sql"`
}

type datasetteDatabase struct {
	Description string                    `json:"description,omitempty" yaml:"-"`
	Tables      map[string]datasetteTable `json:"tables" yaml:"tables"`
	Queries     map[string]datasetteQuery `json:"queries,omitempty" yaml:"queries,omitempty"`
}

type datasetteFile struct {
	Title       string                       `json:"title,omitempty" yaml:"-"`
	Description string                       `json:"description,omitempty" yaml:"-"`
	Source      string                       `json:"source,omitempty" yaml:"-"`
	SourceURL   string                       `json:"source_url,omitempty" yaml:"-"`
	Databases   map[string]datasetteDatabase `json:"databases" yaml:"databases"`
}

// DatasetteMetadata writes the metadata.json with which Datasette describes the
// database at path: its views, its tables and their columns.
func DatasetteMetadata(w io.Writer, story news.Story, path string) error {
	return indented(w, datasette(story, path))
}

// DatasetteConfig writes the datasette.yaml for the database at path: facets,
// orders, and queries to ask. Datasette 1.0 reads them from there.
func DatasetteConfig(w io.Writer, story news.Story, path string) error {
	b, err := yaml.MarshalWithOptions(datasette(story, path), yaml.UseLiteralStyleIfMultiline(true))
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

func datasette(story news.Story, path string) datasetteFile {
	return datasetteFile{
		Title: line(story.Title), Description: "A timeline of dated, quoted events.", Source: "Dateline", SourceURL: about,
		Databases: map[string]datasetteDatabase{databaseName(path): {
			Description: "What happened or is due, when, who says so. Begin with the views timeline, quotes, sources and changes.",
			Tables:      datasetteTables(), Queries: datasetteQueries,
		}},
	}
}

// databaseName is the name by which Datasette knows a file.
func databaseName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// internalTables serve the program, not a reader.
var internalTables = []string{"article_fts", "article_key", "article_version", "done", "event_id", "frontier", "goose_db_version", "mention",
	"near_group", "request", "robots", "sentence", "signature", "time_expression"}

func datasetteTables() map[string]datasetteTable {
	out := map[string]datasetteTable{}
	for name, t := range describedTables {
		out[name] = t
	}
	for _, name := range internalTables {
		out[name] = datasetteTable{Hidden: true}
	}
	return out
}

var describedTables = map[string]datasetteTable{
	"timeline": {Description: "An event a row: the timeline itself.", Sort: "first_day", Facets: []string{"status", "outcome", "topic", "story"},
		Columns: map[string]string{"date": "when it happened or is due, EDTF (ISO 8601-2)", "first_day": "first day that the date may mean",
			"last_day": "last day, inclusive", "status": "happened, planned, deadline, reported (hearsay)",
			"outcome":  "what became of a plan or deadline: met, missed, moved, lifted, cancelled, denied",
			"articles": "articles that tell it", "independent": "of them, those that are no copies", "first_seen": "when it came onto the timeline, UTC"}},
	"quotes": {Description: "A sentence a row: which article tells which event, in which words.", SortDesc: "published",
		Facets: []string{"publisher", "language"}, Columns: map[string]string{"rule": "how the sentence got its date", "gone": "day since which the page has been gone"}},
	"sources":  {Description: "A publisher a row, and what it gave.", SortDesc: "articles", Facets: []string{"kind", "language", "country"}},
	"changes":  {Description: "What each run changed of the timeline.", SortDesc: "at", Facets: []string{"change", "run"}},
	"event":    {Description: "Events as they are stored; the view timeline is easier to read.", Label: "headline"},
	"evidence": {Description: "Sentences that tell the events; the view quotes is easier to read.", Label: "quote"},
	"article": {Description: "The text read out of each page, its newest version.", Label: "title", SortDesc: "published_ms", Facets: []string{"publisher", "language"},
		Columns: map[string]string{"published_ms": "milliseconds since 1970, UTC; 0 unknown"}},
	"page":       {Description: "Every response and file, its body compressed with zstd.", Label: "url", Facets: []string{"kind", "status"}},
	"source":     {Description: "Publishers and official sites.", Label: "name"},
	"story":      {Description: "The stories that are followed in this file.", Label: "title"},
	"run":        {Description: "What was run, and what it came to.", SortDesc: "id", Facets: []string{"command"}},
	"event_log":  {Description: "What each build changed; the view changes is easier to read."},
	"source_run": {Description: "What one crawl made of one source.", SortDesc: "started_ms", Facets: []string{"source"}},
}

// datasetteQueries are questions that a table page does not answer.
var datasetteQueries = map[string]datasetteQuery{
	"open_deadlines": {"Deadlines that nothing is known to have come of",
		"SELECT date, headline, articles, independent, first_url\nFROM timeline\nWHERE status = 'deadline' AND outcome = ''\nORDER BY first_day"},
	"quotes_of_event": {"Every sentence that tells an event (:event is its ID)",
		"SELECT publisher_name, published, quote, url\nFROM quotes\nWHERE event = :event\nORDER BY position"},
	"first_reports": {"Who was first, how often",
		"SELECT first_publisher, count(*) AS events\nFROM timeline\nGROUP BY first_publisher\nORDER BY events DESC, first_publisher"},
	"search": {"Articles by their words (lower case; a Chinese word as its pairs of signs)",
		"SELECT article.title, article.publisher, article.url\nFROM article_fts\nJOIN article_key ON article_key.fts_key = article_fts.rowid\nJOIN article ON article.id = article_key.article_id\nWHERE article_fts MATCH :words\nORDER BY article_fts.rowid DESC"},
}
