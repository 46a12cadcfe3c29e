package crawler

import (
	"net/http"
	"testing"
)

func TestOptOut(t *testing.T) {
	for _, tt := range []struct{ name, tag, tdm, body, want string }{
		{"nothing", "", "", "<html><head><meta name=robots content='index, follow'>", ""},
		{"header for all", "noarchive, nosnippet", "", "", "X-Robots-Tag: noarchive"},
		{"header for another agent", "otherbot: noindex", "", "", ""},
		{"header for us", "dateline: noindex", "", "", "X-Robots-Tag: noindex"},
		{"a date with colons is no agent", "unavailable_after: 25 Jun 2027 15:00:00 PST", "", "", ""},
		{"TDM header", "", "1", "", "tdm-reservation: 1"},
		{"TDM not reserved", "", "0", "", ""},
		{"meta", "", "", "<head><META NAME=Robots CONTENT='NOINDEX,follow'><meta name='tdm-reservation' content=1></head>", "meta robots: noindex, meta tdm-reservation: 1"},
		{"words in the text are no signal", "", "", "<body><meta name=robots content=noindex>", ""},
	} {
		h := http.Header{}
		if tt.tag != "" {
			h.Set("X-Robots-Tag", tt.tag)
		}
		if tt.tdm != "" {
			h.Set("TDM-Reservation", tt.tdm)
		}
		if got := optOut(h, []byte(tt.body)); got != tt.want {
			t.Errorf("%s: optOut = %q, want %q", tt.name, got, tt.want)
		}
	}
}
