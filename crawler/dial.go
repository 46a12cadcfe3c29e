package crawler

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
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

// public tells whether an address is on the public internet.
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
	if !c.AllowPrivate && c.Proxy == nil {
		d.Control = func(_, addr string, _ syscall.RawConn) error { return refuse(addr) }
	}
	dial := c.Dial
	if dial == nil {
		dial = d.DialContext
	}
	if c.AllowPrivate {
		return dial
	}
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		// An address in the URL itself is checked here as well: a dialer that was
		// given to us knows names, and a proxy dials where it is told.
		if _, err := netip.ParseAddrPort(addr); err == nil && c.Proxy == nil {
			if err := refuse(addr); err != nil {
				return nil, err
			}
		}
		return dial(ctx, network, addr)
	}
}
