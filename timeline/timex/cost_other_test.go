//go:build !unix

package timex_test

import "time"

// processorTime is not asked for here: what it bounds is checked elsewhere.
func processorTime() time.Duration { return 0 }
