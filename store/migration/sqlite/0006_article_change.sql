-- +goose Up

-- What a version of an article changed of the one before. It follows from
-- article_version and is kept so that it can be asked for.
CREATE TABLE article_change (
	article_id INTEGER NOT NULL REFERENCES article (id),
	version    INTEGER NOT NULL, -- that brought it
	field      TEXT    NOT NULL, -- headline, text, date
	before     TEXT    NOT NULL, -- text: the paragraphs that are gone
	after      TEXT    NOT NULL, -- text: the paragraphs that are new
	run        INTEGER NOT NULL, -- run.id that found it; 0: outside of a run
	PRIMARY KEY (article_id, version, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_change_run ON article_change (run);
CREATE INDEX frontier_gone ON frontier (gone_ms) WHERE gone_ms > 0;

-- +goose Down
SELECT 'not undone';
