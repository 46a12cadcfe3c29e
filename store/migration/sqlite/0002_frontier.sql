-- +goose Up

-- The frontier: every address that a crawl knows, and what its last fetch left
-- behind. A row is taken when due_ms has come and nobody holds a lease on it.
CREATE TABLE frontier (
	id            INTEGER PRIMARY KEY,
	url           TEXT    NOT NULL UNIQUE, -- canonical
	source        TEXT    NOT NULL,        -- source.host
	kind          TEXT    NOT NULL,        -- feed, sitemap, section, article
	priority      INTEGER NOT NULL,        -- of the kind; 0 is first
	state         TEXT    NOT NULL,        -- queued, done, failed, gone, moved, dropped
	problem       TEXT    NOT NULL,
	due_ms        INTEGER NOT NULL,        -- the crawl's clock; 0 never
	lease_ms      INTEGER NOT NULL,        -- real clock: held until then; 0 free
	attempts      INTEGER NOT NULL,        -- failures in a row
	visits        INTEGER NOT NULL,
	first_ms      INTEGER NOT NULL,
	fetched_ms    INTEGER NOT NULL,        -- 0 never
	changed_ms    INTEGER NOT NULL,
	gone_ms       INTEGER NOT NULL,        -- gone since; 0 not gone
	moved_to      TEXT    NOT NULL,
	etag          TEXT    NOT NULL,
	last_modified TEXT    NOT NULL,
	sha256        TEXT    NOT NULL,        -- of the newest bytes
	opt_out       TEXT    NOT NULL DEFAULT '', -- the publisher's signals against keeping or mining it
	published_ms  INTEGER NOT NULL,        -- as the feed or sitemap says; 0 unknown
	modified_ms   INTEGER NOT NULL,        -- as the sitemap or feed says; 0 unknown
	link          TEXT    NOT NULL         -- JSON: what else is known of it
) STRICT;
CREATE INDEX frontier_due ON frontier (source, priority, due_ms, id) WHERE due_ms > 0;
CREATE INDEX frontier_moved ON frontier (moved_to) WHERE moved_to <> '';
CREATE INDEX frontier_dropped ON frontier (id) WHERE state = 'dropped';
CREATE INDEX frontier_lease ON frontier (lease_ms) WHERE lease_ms > 0;

-- robots.txt as received. A changed one is a new row: the ledger points to the
-- text that was in force.
CREATE TABLE robots (
	id         INTEGER PRIMARY KEY,
	origin     TEXT    NOT NULL, -- scheme://host[:port]
	fetched_ms INTEGER NOT NULL,
	checked_ms INTEGER NOT NULL, -- last received again, unchanged
	status     INTEGER NOT NULL, -- 0 no answer
	body       BLOB    NOT NULL,
	problem    TEXT    NOT NULL
) STRICT;
CREATE INDEX robots_origin ON robots (origin, id);

-- The ledger: every request that was sent, and those that robots.txt forbade.
-- Its times are of the real clock, in microseconds.
CREATE TABLE request (
	id             INTEGER PRIMARY KEY,
	source         TEXT    NOT NULL,
	host           TEXT    NOT NULL,
	url            TEXT    NOT NULL,
	started_us     INTEGER NOT NULL,
	took_us        INTEGER NOT NULL,
	sent           INTEGER NOT NULL, -- 0: forbidden
	verdict        TEXT    NOT NULL, -- allowed, disallowed, unreachable, exempt
	rule           TEXT    NOT NULL,
	robots_id      INTEGER NOT NULL, -- 0 none
	delay_us       INTEGER NOT NULL, -- owed after the request before
	status         INTEGER NOT NULL, -- 0 no answer
	bytes          INTEGER NOT NULL, -- as received
	retry_after_us INTEGER NOT NULL, -- as asked; 0 not
	problem        TEXT    NOT NULL
) STRICT;
CREATE INDEX request_started ON request (started_us);
CREATE INDEX request_host ON request (host, started_us);

-- What one crawl made of one source: its health over time.
CREATE TABLE source_run (
	source     TEXT    NOT NULL,
	started_ms INTEGER NOT NULL, -- the crawl's clock
	fetched    INTEGER NOT NULL,
	articles   INTEGER NOT NULL,
	unchanged  INTEGER NOT NULL,
	failed     INTEGER NOT NULL,
	gone       INTEGER NOT NULL,
	refused    INTEGER NOT NULL,
	found      INTEGER NOT NULL,
	dropped    INTEGER NOT NULL,
	bytes      INTEGER NOT NULL,
	problem    TEXT    NOT NULL,
	PRIMARY KEY (source, started_ms)
) STRICT, WITHOUT ROWID;

-- +goose Down
SELECT 'not undone';
