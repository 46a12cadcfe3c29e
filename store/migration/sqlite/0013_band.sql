-- +goose Up

-- The bands follow from the signatures, which are few enough to be sorted in
-- memory: to look for pairs here took as many rows as there are pairs.
DROP TABLE band;

-- +goose Down
SELECT 'not undone';
