-- +goose Up

-- The file as a reader of SQLite meets it: one view a question, days and
-- instants as ISO 8601, names instead of hosts.

CREATE VIEW timeline AS
SELECT event.story, event.id, event.edtf AS date, event.from_day AS first_day,
	CASE WHEN event.to_day = '' THEN event.from_day ELSE date(event.to_day, '-1 day') END AS last_day,
	event.status, event.outcome, event.topic, event.headline, event.summary, event.actors, event.score, event.articles, event.independent,
	event.first_publisher, event.first_url, event.first_published, seen.at AS first_seen
FROM event
LEFT JOIN (
	SELECT event_log.story, event_log.event, strftime('%Y-%m-%dT%H:%M:%SZ', min(run.started_ms) / 1000, 'unixepoch') AS at
	FROM event_log JOIN run ON run.id = event_log.run
	WHERE event_log.change = 'new'
	GROUP BY event_log.story, event_log.event
) AS seen ON seen.story = event.story AND seen.event = event.id;

CREATE VIEW quotes AS
SELECT evidence.story, evidence.event, evidence.position, event.edtf AS date, event.headline, evidence.quote, evidence.language,
	evidence.publisher, coalesce(nullif(source.name, ''), evidence.publisher) AS publisher_name, evidence.published, article.title,
	evidence.url, evidence.attributed_to, evidence.rule,
	CASE WHEN frontier.gone_ms > 0 THEN date(frontier.gone_ms / 1000, 'unixepoch') ELSE '' END AS gone
FROM evidence
JOIN event ON event.story = evidence.story AND event.id = evidence.event
JOIN article ON article.id = evidence.article_id
LEFT JOIN source ON source.host = evidence.publisher
LEFT JOIN frontier ON frontier.url = evidence.article;

CREATE VIEW sources AS
SELECT source.host, source.name, source.kind, source.language, source.country, source.zone, source.home,
	coalesce(told.articles, 0) AS articles, coalesce(first.events, 0) AS first_reports,
	strftime('%Y-%m-%dT%H:%M:%SZ', crawl.last_ms / 1000, 'unixepoch') AS last_crawl
FROM source
LEFT JOIN (SELECT publisher, count(*) AS articles FROM article GROUP BY publisher) AS told ON told.publisher = source.host
LEFT JOIN (SELECT first_publisher, count(*) AS events FROM event GROUP BY first_publisher) AS first ON first.first_publisher = source.host
LEFT JOIN (SELECT source, max(started_ms) AS last_ms FROM source_run GROUP BY source) AS crawl ON crawl.source = source.host;

CREATE VIEW changes AS
SELECT event_log.story, event_log.run, strftime('%Y-%m-%dT%H:%M:%SZ', run.started_ms / 1000, 'unixepoch') AS at, event_log.event, event_log.change,
	event_log.before, event_log.after, coalesce(event.headline, event_id.quote, '') AS headline
FROM event_log
LEFT JOIN run ON run.id = event_log.run
LEFT JOIN event ON event.story = event_log.story AND event.id = event_log.event
LEFT JOIN event_id ON event_id.story = event_log.story AND event_id.id = event_log.event;

-- +goose Down
SELECT 'not undone';
