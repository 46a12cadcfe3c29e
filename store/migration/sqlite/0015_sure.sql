-- +goose Up

-- How likely the days of a time expression are right, 0 where it names none, and the
-- days of a second reading that is near; '' without one.
ALTER TABLE time_expression ADD COLUMN sure REAL NOT NULL DEFAULT 0;
ALTER TABLE time_expression ADD COLUMN or_from TEXT NOT NULL DEFAULT '';
ALTER TABLE time_expression ADD COLUMN or_to TEXT NOT NULL DEFAULT '';
ALTER TABLE time_expression ADD COLUMN or_edtf TEXT NOT NULL DEFAULT '';

-- +goose Down
SELECT 'not undone';
