package crawler

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// ErrPrivate is wrapped by the error for an address that only a machine inside
// our own network should reach.
var ErrPrivate = errors.New("private address refused")

// special are the blocks of the IANA special-purpose registries that are not
// the public internet and that netip has no name for.
var special = parsePrefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "fec0::/10",
)

// translated are the blocks that carry an IPv4 address: NAT64 in the last four
// bytes, 6to4 after the first two.
var nat64, sixToFour = netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("2002::/16")

func parsePrefixes(list ...string) (out []netip.Prefix) {
	for _, s := range list {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

// public reports whether an address is on the public internet.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	bytes := a.As16()
	switch {
	case nat64.Contains(a):
		return public(netip.AddrFrom4([4]byte(bytes[12:16])))
	case sixToFour.Contains(a):
		return public(netip.AddrFrom4([4]byte(bytes[2:6])))
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsGlobalUnicast() && !a.IsPrivate()
}

// refuse is the error for an address that must not be dialled.
func refuse(addr string) error {
	ap, err := netip.ParseAddrPort(addr)
	if err != nil {
		return fmt.Errorf("dial %s: %w", addr, err)
	}
	if !public(ap.Addr()) {
		return fmt.Errorf("dial %s: %w", addr, ErrPrivate)
	}
	return nil
}

// dialer returns the dial function. The check stands after DNS, at the socket,
// so that no answer of a name server, first or second, gets around it.
func dialer(c Config) func(ctx context.Context, network, addr string) (net.Conn, error) {
	d := &net.Dialer{Timeout: c.Connect, KeepAlive: 30 * time.Second}
	if !c.AllowPrivate {
		d.Control = func(_, addr string, _ syscall.RawConn) error { return refuse(addr) }
	}
	if c.Dial == nil {
		return d.DialContext
	}
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		// A dialer that was given to us knows names. An address that stands in
		// the URL itself is checked here.
		if _, err := netip.ParseAddrPort(addr); err == nil && !c.AllowPrivate {
			if err := refuse(addr); err != nil {
				return nil, err
			}
		}
		return c.Dial(ctx, network, addr)
	}
}

// route sends a request directly or, where one is set for it, through the
// proxy. A proxy resolves names itself: of what it is asked for, only an
// address in the URL and the name of this machine can be refused here.
func route(c Config, direct, proxied http.RoundTripper) roundTrip {
	return func(r *http.Request) (*http.Response, error) {
		if c.Proxy == nil {
			return direct.RoundTrip(r)
		}
		via, err := c.Proxy(r)
		if err != nil {
			return nil, fmt.Errorf("proxy: %w", err)
		}
		if via == nil {
			return direct.RoundTrip(r)
		}
		host := strings.TrimSuffix(strings.ToLower(r.URL.Hostname()), ".")
		addr, err := netip.ParseAddr(host)
		if !c.AllowPrivate && (err == nil && !public(addr) || host == "localhost" || strings.HasSuffix(host, ".localhost")) {
			return nil, fmt.Errorf("%s: %w", host, ErrPrivate)
		}
		return proxied.RoundTrip(r)
	}
}
