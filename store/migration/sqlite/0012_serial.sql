-- +goose Up

-- The number of an article in its address, where its site counts its articles,
-- and what its own page tells of its day: articles of known day bound those
-- numbered between them.
CREATE TABLE serial (
	article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
	series     TEXT    NOT NULL, -- host and form of the address
	number     INTEGER NOT NULL,
	day        TEXT    NOT NULL, -- 2020-08-28, civil; '' when the page does not tell
	own        TEXT    NOT NULL  -- JSON: the date without a day that the page gives; '' with day
) STRICT;
CREATE INDEX serial_dated ON serial (series, number, day) WHERE day <> '';
CREATE INDEX serial_undated ON serial (series, number) WHERE day = '';

-- +goose Down
SELECT 'not undone';
