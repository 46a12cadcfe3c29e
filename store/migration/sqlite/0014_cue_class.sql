-- +goose Up

-- What a topic cue is: an act, a cue, a weak one or a hint. The weight beside it is
-- scaled as the story file asks, so that it says nothing about that.
ALTER TABLE mention ADD COLUMN class TEXT NOT NULL DEFAULT '';

-- +goose Down
SELECT 'not undone';
