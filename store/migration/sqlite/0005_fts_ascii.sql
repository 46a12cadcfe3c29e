-- +goose Up

-- The terms come folded and joined by blanks, so that the cheapest tokenizer
-- does; every other sign belongs to a term. The program fills the index anew.
DROP TABLE article_fts;
CREATE VIRTUAL TABLE article_fts USING fts5(
	title, text, extra, content = '', contentless_delete = 1, tokenize = "ascii"
);
INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 16); -- segments of a level before they become one
DELETE FROM article_key;

-- +goose Down
SELECT 'not undone';
