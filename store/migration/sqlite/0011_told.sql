-- +goose Up

-- The actor who did it (who sued, ordered, bid), where the wording tells.
ALTER TABLE event ADD COLUMN agent TEXT NOT NULL DEFAULT '';

-- The date that a sentence gives, which may not be the one most sources give.
ALTER TABLE evidence ADD COLUMN edtf TEXT NOT NULL DEFAULT '';

-- +goose Down
SELECT 'not undone';
