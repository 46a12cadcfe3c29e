package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fetchPages is how many pages each client of the fetch board fetches.
var fetchPages = 20_000

//go:embed scrapy.py
var scrapySpider []byte

// A cost is what a client needed for its pages.
type cost struct {
	done
	cpu float64 // ms a page, of the client alone
}

// measureFetch has every client fetch the same pages from a server in a
// process of its own, one client after the other.
func measureFetch(string) ([]row, error) {
	dir, err := os.MkdirTemp("", "scoreboard")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	port, stop, err := startSite(fetchPages)
	if err != nil {
		fmt.Fprintf(os.Stderr, "scoreboard: no row on fetching: %v\n", err) // no 127.0.7.x outside of Linux
		return nil, nil
	}
	defer stop()
	f := &fetchBoard{dir: dir, port: port}
	bare := f.client("bare")
	colly := f.client("colly")
	step, sections, kept := f.client("step"), f.client("sections"), f.client("kept")
	if f.err != nil {
		return nil, f.err
	}
	corpus := fmt.Sprintf("%d pages of %d KB, %d hosts", fetchPages, pageSize/1000, siteHosts)
	add := func(measure string, value float64, unit string, peer float64, by, note string) {
		f.rows = append(f.rows, row{Board: "speed", Corpus: corpus, Measure: measure, Value: value, Unit: unit, Peer: peer, PeerBy: by, Note: note})
	}
	add("bare net/http and gunzip", bare.cpu, "ms CPU/page", 0, "", "what the others are measured by")
	for _, x := range []struct {
		name string
		cost
	}{
		{"fetch step: gate, robots, ledger, one parse", step},
		{"the same, on section pages: tokenizer", sections},
		{"the same, every page kept", kept},
	} {
		add(x.name, x.cpu/bare.cpu, "x bare", colly.cpu/bare.cpu, "colly, title and links", fmt.Sprintf("%.2f ms CPU/page, %d links a page", x.cpu, x.Links/max(x.Pages, 1)))
	}
	add("fetch step, rate", step.rate(), "pages/s", colly.rate(), "colly", fmt.Sprintf("%.2f times it", step.rate()/colly.rate()))
	if s, err := f.scrapy(); err == nil {
		add("fetch step, rate", step.rate(), "pages/s", s.rate(), "Scrapy", fmt.Sprintf("%.2f times it; Scrapy needs %.2f ms CPU/page, %.0f MB", step.rate()/s.rate(), s.cpu, megabytes(s.Peak)))
	} else {
		fmt.Fprintf(os.Stderr, "scoreboard: no row on Scrapy: %v\n", err)
	}
	add("memory, every page kept", megabytes(kept.Peak), "MB at most", megabytes(colly.Peak), "colly", fmt.Sprintf("%d addresses queued", fetchPages))
	return f.rows, f.queue(add)
}

type fetchBoard struct {
	dir  string
	port int
	rows []row
	err  error // the first one
}

func (c cost) rate() float64 { return float64(c.Pages) / c.Seconds }

func megabytes(bytes int64) float64 { return float64(bytes) / (1 << 20) }

// queue compares the memory of a crawl with few and with many addresses waiting.
func (f *fetchBoard) queue(add func(string, float64, string, float64, string, string)) error {
	const visited = 2000
	var peaks []float64
	for _, n := range []int{20_000, 1_000_000} {
		dir, err := os.MkdirTemp(f.dir, "queue")
		if err != nil {
			return err
		}
		if _, err := f.run(job{"fill", n, f.port, dir}); err != nil {
			return err
		}
		c, err := f.run(job{"queued", visited, f.port, dir})
		if err != nil {
			return err
		}
		peaks = append(peaks, megabytes(c.Peak))
		add(fmt.Sprintf("memory, %d addresses queued", n), megabytes(c.Peak), "MB at most", 0, "", fmt.Sprintf("%d visited", c.Pages))
		os.RemoveAll(dir)
	}
	add("memory that 1,000,000 queued need more than 20,000", peaks[1]-peaks[0], "MB", 0, "", "")
	return nil
}

func (f *fetchBoard) client(kind string) (c cost) {
	if f.err == nil {
		c, f.err = f.run(job{kind, fetchPages, f.port, f.dir})
		if f.err == nil && c.Pages != int64(fetchPages) {
			f.err = fmt.Errorf("%s: %d pages, want %d", kind, c.Pages, fetchPages)
		}
	}
	return c
}

// run does a job in a process of its own.
func (f *fetchBoard) run(j job) (cost, error) {
	raw, err := json.Marshal(j)
	if err != nil {
		return cost{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return cost{}, err
	}
	return costOf(exec.Command(self, "-job", string(raw)))
}

func costOf(cmd *exec.Cmd) (c cost, err error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return c, fmt.Errorf("%w: %s", err, strings.TrimSpace(stderr.String()))
	}
	if err := json.Unmarshal(out, &c.done); err != nil {
		return c, err
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.cpu = 1000 * cpu.Seconds() / float64(max(c.Pages, 1))
	return c, nil
}

// startSite starts the server and returns its port.
func startSite(pages int) (port int, stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return 0, nil, err
	}
	raw, err := json.Marshal(job{Kind: "serve", Pages: pages})
	if err != nil {
		return 0, nil, err
	}
	cmd := exec.Command(self, "-job", string(raw))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, nil, err
	}
	if err := cmd.Start(); err != nil {
		return 0, nil, err
	}
	stop = func() {
		in.Close()
		cmd.Wait()
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err == nil {
		_, err = fmt.Sscan(line, &port)
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("the made site could not be served")
	}
	if err != nil {
		stop()
	}
	return port, stop, err
}

// scrapy measures Scrapy where it is installed.
func (f *fetchBoard) scrapy() (c cost, err error) {
	python := ""
	for _, p := range []string{"/usr/bin/python3", "python3"} { // the system's first: another may hide it
		if exec.Command(p, "-c", "import scrapy").Run() == nil {
			python = p
		}
	}
	if python == "" {
		return c, errors.New("python3 has no scrapy (Debian: python3-scrapy)")
	}
	spider, list := filepath.Join(f.dir, "spider.py"), filepath.Join(f.dir, "urls")
	if err := os.WriteFile(spider, scrapySpider, 0o600); err != nil {
		return c, err
	}
	n := min(fetchPages, 3000) // the rate is the same after a few hundred
	if err := os.WriteFile(list, []byte(strings.Join(siteURLs(n, f.port), "\n")), 0o600); err != nil {
		return c, err
	}
	c, err = costOf(exec.Command(python, spider, list, fmt.Sprint(siteParallel)))
	if err == nil && c.Pages != int64(n) {
		err = fmt.Errorf("scrapy: %d pages, want %d", c.Pages, n)
	}
	return c, err
}
