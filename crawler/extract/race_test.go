//go:build race

package extract

// slower is how much longer the race detector lets a test take.
const slower = 20
