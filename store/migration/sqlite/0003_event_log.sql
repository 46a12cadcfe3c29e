-- +goose Up

-- What each build changed of a story's events; append-only. The first build of a
-- story makes every event a new one.
CREATE TABLE event_log (
	story  TEXT    NOT NULL REFERENCES story (id),
	run    INTEGER NOT NULL, -- run.id; 0: outside of a run
	event  TEXT    NOT NULL, -- event_id.id
	change TEXT    NOT NULL, -- new, moved, status, sources, contradicted, gone
	before TEXT    NOT NULL, -- sources: the articles lost, one a line
	after  TEXT    NOT NULL, -- sources: the articles gained; gone: the event it went into
	PRIMARY KEY (story, run, event, change)
) STRICT, WITHOUT ROWID;

-- +goose Down
SELECT 'not undone';
