package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// loadStory reads the story that --story names.
func (s *settings) loadStory() (news.Story, error) {
	st, err := story.Load(s.story)
	if err != nil {
		return st, exitError{exitUsage, err}
	}
	if s.lang != "" {
		st.Languages = append([]string{s.lang}, st.Languages...)
	}
	return st, nil
}

// withRun opens the store for a command that writes, takes its lock, and notes
// the run. work returns what it did, in one line.
func (s *settings) withRun(ctx context.Context, command string, work func(*store.DB, news.Story) (string, error)) error {
	st, err := s.loadStory()
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, s.db)
	if err != nil {
		return err
	}
	defer db.Close()
	unlock, err := db.Lock()
	if errors.Is(err, store.ErrLocked) {
		return exitError{exitLocked, err}
	}
	if err != nil {
		return err
	}
	defer unlock()
	id, err := db.StartRun(ctx, command, st, time.Now())
	if err != nil {
		return err
	}
	report, err := work(db, st)
	var exit exitError
	if err != nil && !errors.As(err, &exit) {
		return err // the run did not come to its end
	}
	return errors.Join(finished(db, id, report), err)
}

// withStore opens the store for a command that reads. A file that is not
// there is not created.
func (s *settings) withStore(ctx context.Context, work func(*store.DB, news.Story) error) error {
	st, err := s.loadStory()
	if err != nil {
		return err
	}
	if _, err := os.Stat(s.db); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such database; 'dateline run', 'demo' and 'import' make one", s.db)
	}
	db, err := store.Open(ctx, s.db)
	if err != nil {
		return err
	}
	defer db.Close()
	return work(db, st)
}
