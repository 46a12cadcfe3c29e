-- +goose Up

-- A story that was followed into this file, and the hash of the story file
-- that it was last built with.
CREATE TABLE story (
	id    TEXT NOT NULL PRIMARY KEY,
	title TEXT NOT NULL,
	hash  TEXT NOT NULL
) STRICT;

CREATE TABLE source (
	host     TEXT NOT NULL PRIMARY KEY, -- without "www."
	name     TEXT NOT NULL,
	home     TEXT NOT NULL,
	language TEXT NOT NULL,
	country  TEXT NOT NULL,
	zone     TEXT NOT NULL, -- IANA
	kind     TEXT NOT NULL
) STRICT;

-- A page is one response, or one file. A response whose bytes are those of the
-- newest page at its URL adds no row.
CREATE TABLE page (
	id         INTEGER PRIMARY KEY,
	url        TEXT    NOT NULL, -- canonical
	final_url  TEXT    NOT NULL, -- after redirects
	source     TEXT    NOT NULL, -- source.host; '' unknown
	kind       TEXT    NOT NULL, -- feed, sitemap, section, article
	fetched_ms INTEGER NOT NULL,
	status     INTEGER NOT NULL,
	header     TEXT    NOT NULL, -- JSON
	body       BLOB    NOT NULL, -- zstd
	sha256     TEXT    NOT NULL, -- of the body before zstd
	problem    TEXT    NOT NULL,
	link       TEXT    NOT NULL  -- JSON: what was known before it was fetched
) STRICT;
CREATE INDEX page_url ON page (url, id);

-- The newest version of each article; its id never changes.
CREATE TABLE article (
	id           INTEGER PRIMARY KEY,
	url          TEXT    NOT NULL UNIQUE, -- canonical: the identity
	page_id      INTEGER NOT NULL REFERENCES page (id),
	publisher    TEXT    NOT NULL,
	language     TEXT    NOT NULL,
	published_ms INTEGER NOT NULL, -- 0 unknown
	title        TEXT    NOT NULL,
	text         TEXT    NOT NULL,
	version      INTEGER NOT NULL,
	sha256       TEXT    NOT NULL, -- of title and text
	meta         TEXT    NOT NULL  -- JSON: byline, agency, dates with their grain and method
) STRICT;
CREATE INDEX article_published ON article (published_ms, id);

-- Every text that was ever read at an article's URL, the newest included.
CREATE TABLE article_version (
	article_id INTEGER NOT NULL REFERENCES article (id),
	version    INTEGER NOT NULL,
	page_id    INTEGER NOT NULL REFERENCES page (id),
	title      TEXT    NOT NULL,
	text       TEXT    NOT NULL,
	sha256     TEXT    NOT NULL,
	meta       TEXT    NOT NULL,
	PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_version_page ON article_version (page_id);

-- The full text index. Its key runs in publication order, so that the newest
-- hits come first without a sort; the terms are made in Go, extra holds stems and
-- other spellings.
CREATE TABLE article_key (
	article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
	fts_key    INTEGER NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE article_fts USING fts5(
	title, text, extra, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE sentence (
	article_id INTEGER NOT NULL REFERENCES article (id),
	idx        INTEGER NOT NULL, -- 0: the headline
	paragraph  INTEGER NOT NULL,
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL, -- exclusive
	PRIMARY KEY (article_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_expression (
	article_id INTEGER NOT NULL REFERENCES article (id),
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL,
	sentence   INTEGER NOT NULL,
	type       TEXT    NOT NULL, -- TIMEX3
	value      TEXT    NOT NULL,
	mod        TEXT    NOT NULL,
	from_day   TEXT    NOT NULL, -- 2020-08-28; '' unresolved
	to_day     TEXT    NOT NULL, -- exclusive
	zone       TEXT    NOT NULL,
	grain      TEXT    NOT NULL,
	edtf       TEXT    NOT NULL,
	deadline   INTEGER NOT NULL, -- 1: the end of a term
	anchor     TEXT    NOT NULL,
	rule       TEXT    NOT NULL,
	PRIMARY KEY (article_id, sentence, start_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
	story      TEXT    NOT NULL REFERENCES story (id),
	article_id INTEGER NOT NULL REFERENCES article (id),
	sentence   INTEGER NOT NULL,
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL,
	kind       TEXT    NOT NULL,
	key        TEXT    NOT NULL,
	weight     REAL    NOT NULL, -- of a topic cue
	PRIMARY KEY (story, article_id, sentence, start_byte, kind, key)
) STRICT, WITHOUT ROWID;

-- Near-duplicates: signature bands give candidates, near_group the verdict.
CREATE TABLE signature (
	article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
	minhash    BLOB    NOT NULL
) STRICT;
CREATE TABLE band (
	hash       INTEGER NOT NULL, -- of the band's number and content
	article_id INTEGER NOT NULL REFERENCES article (id),
	PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE near_group (
	article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article (id),
	group_id   INTEGER NOT NULL -- the smallest article_id of the group
) STRICT;

-- event_id is append-only: an identity, once minted, is never given to another
-- sentence; a merged one points to the one that lives on.
CREATE TABLE event_id (
	story       TEXT    NOT NULL REFERENCES story (id),
	id          TEXT    NOT NULL,
	url         TEXT    NOT NULL, -- of the founding article
	quote       TEXT    NOT NULL, -- the founding sentence
	ordinal     INTEGER NOT NULL,
	merged_into TEXT    NOT NULL DEFAULT '',
	PRIMARY KEY (story, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
	story           TEXT    NOT NULL REFERENCES story (id),
	id              TEXT    NOT NULL,
	from_day        TEXT    NOT NULL,
	to_day          TEXT    NOT NULL, -- exclusive
	zone            TEXT    NOT NULL,
	grain           TEXT    NOT NULL,
	edtf            TEXT    NOT NULL,
	status          TEXT    NOT NULL,
	outcome         TEXT    NOT NULL,
	topic           TEXT    NOT NULL,
	actors          TEXT    NOT NULL, -- JSON array of keys
	amounts         TEXT    NOT NULL, -- JSON
	headline        TEXT    NOT NULL,
	summary         TEXT    NOT NULL,
	score           REAL    NOT NULL,
	articles        INTEGER NOT NULL,
	independent     INTEGER NOT NULL,
	first_publisher TEXT    NOT NULL,
	first_url       TEXT    NOT NULL,
	first_published TEXT    NOT NULL,
	deadline        TEXT    NOT NULL, -- JSON: its history
	conflicts       TEXT    NOT NULL, -- JSON
	why             TEXT    NOT NULL, -- JSON: why statements were merged
	PRIMARY KEY (story, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_day ON event (story, from_day, to_day, id);
CREATE INDEX event_score ON event (story, score, id);

CREATE TABLE evidence (
	story         TEXT    NOT NULL,
	event         TEXT    NOT NULL,
	position      INTEGER NOT NULL, -- best first
	article_id    INTEGER NOT NULL REFERENCES article (id),
	article       TEXT    NOT NULL, -- canonical URL
	url           TEXT    NOT NULL, -- where a reader opens it
	sentence      INTEGER NOT NULL,
	quote         TEXT    NOT NULL,
	language      TEXT    NOT NULL,
	publisher     TEXT    NOT NULL,
	published     TEXT    NOT NULL,
	attributed_to TEXT    NOT NULL,
	rule          TEXT    NOT NULL,
	PRIMARY KEY (story, event, position),
	FOREIGN KEY (story, event) REFERENCES event (story, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
	id          INTEGER PRIMARY KEY,
	command     TEXT    NOT NULL, -- run, demo, crawl, import, ...
	story       TEXT    NOT NULL,
	started_ms  INTEGER NOT NULL,
	finished_ms INTEGER NOT NULL DEFAULT 0, -- 0: was killed, or is running
	report      TEXT    NOT NULL DEFAULT ''
) STRICT;

-- done says which rows a stage has finished, at which version of its rules, so
-- that raising the version is all it takes to have the stage run again.
CREATE TABLE done (
	stage   TEXT    NOT NULL,
	story   TEXT    NOT NULL DEFAULT '', -- '' for stages that serve every story
	item    INTEGER NOT NULL,
	version INTEGER NOT NULL,
	problem TEXT    NOT NULL DEFAULT '', -- why it gave nothing, if it did not
	PRIMARY KEY (stage, story, item)
) STRICT, WITHOUT ROWID;

-- +goose Down
SELECT 'not undone';
