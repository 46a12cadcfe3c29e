-- +goose Up

-- The bytes of pages moved to a second file, where they are filed under their
-- sha256; the program had copied them there before this step.
ALTER TABLE page DROP COLUMN body;

-- +goose Down
SELECT 'not undone';
