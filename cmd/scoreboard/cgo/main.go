// Command cgo runs a load of SQL on the C SQLite, through cgo: the peer that the
// scoreboard measures the store's driver by. It lies in a module of its own, so
// that the product stays free of cgo.
//
//	cgo LOAD.json FILE.db
//
// It prints the seconds that the load took.
package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"time"

	_ "github.com/mattn/go-sqlite3"
)

// A load is what to run: the schema, statements, and batches of them, each a
// transaction.
type load struct {
	Schema     []string
	Statements []string
	Batches    [][]step
}

// A step is one statement by its index, and its arguments: texts and integers.
type step struct {
	Statement int
	Texts     []string
	Integers  []int64
	Order     string // "t" or "i" an argument
}

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(loadFile, path string) error {
	data, err := os.ReadFile(loadFile)
	if err != nil {
		return err
	}
	var l load
	if err := json.Unmarshal(data, &l); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=NORMAL&_txlock=immediate&_cache_size=-16384")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range l.Schema {
		if _, err := db.Exec(s); err != nil {
			return err
		}
	}
	start := time.Now()
	for _, b := range l.Batches {
		if err := transact(db, l.Statements, b); err != nil {
			return err
		}
	}
	_, err = fmt.Println(time.Since(start).Seconds())
	return err
}

func transact(db *sql.DB, statements []string, batch []step) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	prepared := make([]*sql.Stmt, len(statements))
	for i, s := range statements {
		if prepared[i], err = tx.Prepare(s); err != nil {
			return err
		}
	}
	for _, s := range batch {
		var args []any
		for _, kind := range s.Order {
			if kind == 't' {
				args, s.Texts = append(args, s.Texts[0]), s.Texts[1:]
			} else {
				args, s.Integers = append(args, s.Integers[0]), s.Integers[1:]
			}
		}
		if _, err := prepared[s.Statement].Exec(args...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
