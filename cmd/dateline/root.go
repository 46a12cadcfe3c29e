package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// The exit codes of the command. They are a contract.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2  // wrong flags, wrong config
	exitSomeFailed  = 3  // finished, but some sources failed
	exitLocked      = 4  // another run holds the lock
	exitNothing     = 5  // timeline, search, show: nothing matched
	exitChanged     = 10 // diff --exit-code: something changed
	exitInterrupted = 130
)

// An exitError carries the exit code that an error stands for.
type exitError struct {
	code int
	err  error // nil: nothing more to say
}

func (e exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e exitError) Unwrap() error { return e.err }

// usageErrorf is an error in what the user asked for.
func usageErrorf(format string, args ...any) error {
	return exitError{exitUsage, fmt.Errorf(format, args...)}
}

// settings are the flags that every command shares.
type settings struct {
	db, story, format, lang, logFormat string
	quiet, verbose                     bool
	log                                *slog.Logger

	// dial replaces the crawler's dialer; tests refuse all addresses with it.
	dial func(ctx context.Context, network, addr string) (net.Conn, error)
}

// run executes one command line and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	return execute(ctx, &settings{}, args, stdin, stdout, stderr)
}

func execute(ctx context.Context, s *settings, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var exit exitError
	code := exitFailed
	switch {
	case errors.As(err, &exit):
		code = exit.code
	case ctx.Err() != nil: // the error may be the cause that the signal left
		code = exitInterrupted
		err = errors.New("interrupted; run the same command again to continue")
	}
	if msg := err.Error(); msg != "" {
		fmt.Fprintln(stderr, "dateline:", msg)
	}
	return code
}

func newRoot(s *settings) *cobra.Command {
	root := &cobra.Command{
		Use:           "dateline",
		Short:         "Follow a news story as a timeline of dated, quoted events",
		Long:          "Follow a news story as a timeline of dated, quoted events.\n\n\"dateline help\" lists longer texts: on dates, searching, the story file, feeds, ...",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return s.prepare(cmd.ErrOrStderr())
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageErrorf("%w; see '%s --help'", err, cmd.CommandPath())
	})
	f := root.PersistentFlags()
	f.StringVar(&s.db, "db", "dateline.db", "the SQLite file; pages lie beside it in FILE.pages")
	f.StringVar(&s.story, "story", "tiktok-sale", "the story: a name that ships, or a YAML file")
	f.StringVar(&s.format, "format", "table", "output: table, json, ndjson, csv or md")
	f.StringVar(&s.lang, "lang", "", "preferred language of headlines and summaries, such as de")
	f.StringVar(&s.logFormat, "log-format", "text", "log lines on stderr: text or json")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "errors only")
	f.BoolVarP(&s.verbose, "verbose", "v", false, "say more")
	cobra.EnableCommandSorting = false // the order is ours: what comes first in use comes first
	addCommands(root, s)
	root.SetHelpCommand(newHelpCommand(root))
	checkArgs(root)
	addCompletions(s, root)
	return root
}

// checkArgs gives a command and all below it the errors of usageArgs.
func checkArgs(cmd *cobra.Command) {
	cmd.Args = usageArgs(cmd.Args)
	for _, c := range cmd.Commands() {
		checkArgs(c)
	}
}

// nearCommands names the commands below cmd that args[0] may have meant.
func nearCommands(cmd *cobra.Command, args []string) string {
	if len(args) == 0 || !cmd.HasSubCommands() {
		return ""
	}
	return strings.Join(cmd.SuggestionsFor(args[0]), " or ")
}

// usageArgs gives the errors of an argument check the exit code of wrong usage.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		err := check(cmd, args)
		var exit exitError
		if err == nil || errors.As(err, &exit) {
			return err
		}
		if near := nearCommands(cmd, args); near != "" {
			return usageErrorf("%w; did you mean %s?", err, near)
		}
		return usageErrorf("%w; see '%s --help'", err, cmd.CommandPath())
	}
}

func (s *settings) prepare(stderr io.Writer) error {
	level := slog.LevelInfo
	switch {
	case s.quiet:
		level = slog.LevelError
	case s.verbose:
		level = slog.LevelDebug
	}
	opts := &slog.HandlerOptions{Level: level}
	switch s.logFormat {
	case "text":
		s.log = slog.New(slog.NewTextHandler(stderr, opts))
	case "json":
		s.log = slog.New(slog.NewJSONHandler(stderr, opts))
	default:
		return usageErrorf("--log-format %q: want text or json", s.logFormat)
	}
	return nil
}

// say prints a line for people to stderr, unless --quiet.
func (s *settings) say(stderr io.Writer, format string, args ...any) {
	if !s.quiet {
		fmt.Fprintf(stderr, format+"\n", args...)
	}
}

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

// finished notes the end of a run even when the context is over.
func finished(db *store.DB, id int64, report string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return db.FinishRun(ctx, id, report, time.Now())
}
