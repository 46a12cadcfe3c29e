package crawler

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
	"time"
)

func TestOnlyPublicAddressesAreDialled(t *testing.T) {
	for _, tt := range []struct {
		addr string
		want bool
	}{
		{"93.184.216.34", true}, {"2606:2800:220:1::1", true}, {"64:ff9b::5db8:d822", true}, {"2002:5db8:d822::1", true},
		{"127.0.0.1", false}, {"::1", false}, {"10.1.2.3", false}, {"172.16.0.1", false}, {"192.168.1.1", false},
		{"169.254.169.254", false}, {"fe80::1%eth0", false}, {"fd00:ec2::254", false}, {"0.0.0.0", false}, {"::", false},
		{"100.64.0.1", false}, {"100.100.100.200", false}, {"198.18.0.1", false}, {"224.0.0.1", false}, {"255.255.255.255", false},
		{"::ffff:127.0.0.1", false}, {"::ffff:169.254.169.254", false}, {"64:ff9b::7f00:1", false}, {"2002:7f00:1::1", false},
		{"2001:db8::1", false}, {"ff02::1", false},
	} {
		if got := public(netip.MustParseAddr(tt.addr)); got != tt.want {
			t.Errorf("public(%s) = %t, want %t", tt.addr, got, tt.want)
		}
	}
}

// A name that resolves to loopback stands for every name that is made to: the
// check sees the address that the socket would connect to.
func TestDialerRefusesAfterDNS(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	_, port, _ := net.SplitHostPort(ln.Addr().String())
	accepted := make(chan struct{}, 1)
	go func() {
		if conn, err := ln.Accept(); err == nil {
			conn.Close()
			accepted <- struct{}{}
		}
	}()
	c := Config{Connect: time.Second}
	for _, host := range []string{"localhost", "127.0.0.1", "[::ffff:127.0.0.1]"} {
		if _, err := dialer(c)(t.Context(), "tcp", host+":"+port); !errors.Is(err, ErrPrivate) {
			t.Errorf("dial %s error %v, want ErrPrivate", host, err)
		}
	}
	select {
	case <-accepted:
		t.Error("a packet went out")
	case <-time.After(20 * time.Millisecond):
	}
	c.AllowPrivate = true
	conn, err := dialer(c)(t.Context(), "tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Fatalf("dial with AllowPrivate error %v", err)
	}
	conn.Close()
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2024, 3, 12, 8, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		value, date string
		want        time.Duration
	}{
		{"120", "", 2 * time.Minute},
		{" 5 ", "", 5 * time.Second},
		{"Tue, 12 Mar 2024 08:01:00 GMT", "", time.Minute},
		{"Tue, 12 Mar 2024 07:01:00 GMT", "", 0},
		{"Tue, 12 Mar 2024 09:01:00 GMT", "Tue, 12 Mar 2024 09:00:00 GMT", time.Minute}, // their clock is an hour ahead
		{"999999999999", "", maxRest},
		{"99999999999999999999999999", "", maxRest},
		{"-1", "", 0},
		{"soon", "", 0},
		{"", "", 0},
	} {
		h := http.Header{"Retry-After": {tt.value}}
		if tt.date != "" {
			h.Set("Date", tt.date)
		}
		if got := retryAfter(h, now); got != tt.want {
			t.Errorf("retryAfter(%q, Date %q) = %v, want %v", tt.value, tt.date, got, tt.want)
		}
	}
}

func TestTraps(t *testing.T) {
	for _, tt := range []struct {
		address string
		want    bool
	}{
		{"https://river.example/2024/03/12/dam-breaks", false},
		{"https://river.example/news/a/news/a/news/a", true},
		{"https://river.example/calendar?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9", true},
		{"https://river.example/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", true},
	} {
		if got := isTrap(tt.address); got != tt.want {
			t.Errorf("isTrap(%s) = %t, want %t", tt.address, got, tt.want)
		}
	}
}

func TestAProxyThatIsNotUsedOpensNothing(t *testing.T) {
	c := Config{Connect: time.Second, Proxy: func(r *http.Request) (*url.URL, error) {
		if r.URL.Hostname() == "localhost" {
			return nil, nil // direct
		}
		return url.Parse("http://127.0.0.1:9")
	}}
	o := newTransport(c, nil, newGate(c, nil))
	defer o.close()
	next := route(c, o.bases[0], o.bases[1])
	for _, address := range []string{"http://localhost:9/", "http://169.254.169.254/", "http://[::1]:9/", "http://a.localhost./"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := next(r); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s error %v, want ErrPrivate", address, err)
		}
	}
}

func TestHTTP2IsSpokenWhereItIsOffered(t *testing.T) {
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) }))
	srv.EnableHTTP2 = true
	srv.StartTLS()
	defer srv.Close()
	tr := newBase(Config{AllowPrivate: true, Connect: time.Second})
	tr.TLSClientConfig = srv.Client().Transport.(*http.Transport).TLSClientConfig // it trusts the test's certificate
	resp, err := (&http.Client{Transport: tr}).Get(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.ProtoMajor != 2 {
		t.Errorf("spoke %s, want HTTP/2", resp.Proto)
	}
}
