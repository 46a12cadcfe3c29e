package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
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
