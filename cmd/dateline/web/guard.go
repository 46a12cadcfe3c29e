package web

import (
	"net"
	"net/http"
	"runtime/debug"
	"strings"
)

// headers stand on every answer. No script or style in a page runs, nothing is
// loaded from elsewhere, no site learns which page a link was followed from.
var headers = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
}

// guard rejects writes, and requests whose Host is not ours, and keeps
// the panic of one request from ending the others.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for k, v := range headers {
			w.Header().Set(k, v)
		}
		defer func() {
			if p := recover(); p != nil {
				s.Log.Error("page", "url", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				s.fail(w, r, &problem{Status: http.StatusInternalServerError})
			}
		}()
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			s.fail(w, r, &problem{Status: http.StatusMethodNotAllowed, Detail: "the pages are for reading: GET and HEAD only"})
		case s.Loopback && !s.knows(r.Host):
			s.fail(w, r, &problem{Status: http.StatusMisdirectedRequest, Detail: "this server answers on this machine alone, as localhost; " +
				"behind a proxy start it with --public-url"})
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// knows reports whether a Host header names this machine. A name that a stranger
// lets point to 127.0.0.1 (DNS rebinding) does not.
func (s *server) knows(host string) bool {
	if s.Public != nil && strings.EqualFold(host, s.Public.Host) {
		return true
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}
