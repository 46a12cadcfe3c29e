//go:build !race

package extract

const slower = 1
