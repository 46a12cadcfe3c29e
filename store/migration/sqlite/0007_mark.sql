-- +goose Up

-- How far a long import has come, so that it can be taken up again.
CREATE TABLE mark (
	name TEXT    NOT NULL PRIMARY KEY, -- of what is read
	at   INTEGER NOT NULL              -- byte from which to go on
) STRICT, WITHOUT ROWID;

-- +goose Down
SELECT 'not undone';
