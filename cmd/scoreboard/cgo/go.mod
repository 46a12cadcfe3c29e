module github.com/seed-7461731f/dateline/cmd/scoreboard/cgo

go 1.26.0

require github.com/mattn/go-sqlite3 v1.14.53
