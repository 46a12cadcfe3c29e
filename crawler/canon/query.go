package canon

import (
	"slices"
	"strings"
)

// foldQuery drops the parameters that do not choose what the page shows and
// sorts the rest by name. Values of one name keep their order, which may mean
// something; bytes stay as they are, since "%20" and "+" differ to a server.
func foldQuery(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		// A link copied out of HTML source carries "&amp;".
		for strings.HasPrefix(part, "amp;") {
			part = part[len("amp;"):]
		}
		name, value, _ := strings.Cut(part, "=")
		if part != "" && !dropped(strings.ToLower(name), strings.ToLower(value)) {
			kept = append(kept, part)
		}
	}
	slices.SortStableFunc(kept, func(a, b string) int {
		an, _, _ := strings.Cut(a, "=")
		bn, _, _ := strings.Cut(b, "=")
		return strings.Compare(an, bn)
	})
	return strings.Join(kept, "&")
}

func dropped(name, value string) bool {
	if dropNames[name] {
		return true
	}
	for _, p := range dropPrefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	values, ok := dropPairs[name]
	return ok && slices.Contains(values, value)
}

// dropPrefixes begin the names of tracking parameters and session ids.
var dropPrefixes = []string{
	"utm_",                   // Urchin and Google Analytics
	"pk_", "mtm_", "matomo_", // Matomo
	"hsa_", "_hs", // HubSpot
	"ns_",        // comScore
	"at_",        // Piano, once AT Internet
	"wt_", "wt.", // Webtrends, Webtrekk
	"fb_",                           // Facebook
	"guce_",                         // Yahoo consent redirect
	"aspsessionid", "amp_js", "ga_", // ASP; AMP viewer; Google Analytics
}

// dropNames are tracking parameters, session ids and switches between
// variants of one page, whatever their value.
var dropNames = set(
	// Click identifiers of ad networks and social sites.
	"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
	"igshid", "igsh", "li_fat_id", "epik", "s_kwcid", "ef_id", "obclid", "tblci", "tbclid", "dicbo", "irclickid",
	"wickedid", "srsltid", "zanpid", "rb_clickid", "__twitter_impression",
	// Newsletters and marketing tools.
	"mc_cid", "mc_eid", "mkt_tok", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "hss_channel", "__hssc",
	"__hstc", "__hsfp", "sc_campaign", "sc_channel", "sc_content", "sc_country", "sc_medium", "ml_subscriber",
	"ml_subscriber_hash", "bsft_clkid", "bsft_eid", "et_rid", "nl_id", "nlid", "newsletterid",
	// Analytics of publishers.
	"_ga", "_gl", "cmpid", "cmp", "icid", "ocid", "ncid", "ftag", "xtor", "ito", "smid", "smtyp", "sr_share",
	"taid", "spm", "scm", "trk", "trkcampaign", "soc_src", "soc_trk", "guccounter", "wtrid", "wkey", "ref_src",
	"ref_url", "referrer", "share", "sharetype", "share_id", "shareid", "mbid", "intcid", "intcmp",
	"internal_source", "snr", "s_cid", "reloaded", "__source", "__tn__", "cvid",
	"traffic_source", "xing_share", "wa_share", "oref", "via",
	// Session ids.
	"phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "cfid", "cftoken", "oscsid", "zenid", "sid_sess",
	// Variants: AMP and print.
	"amp", "isamp", "is_amp", "amp_gsa", "usqp", "print", "printable", "printview", "print_view", "printversion",
	"druckversion", "druckansicht",
)

// dropPairs are parameters that mean a variant or a campaign only with
// certain values, and the article's address with others.
var dropPairs = map[string][]string{
	"output":     {"amp", "print"},
	"outputtype": {"amp", "valid_amp", "print"},
	"view":       {"amp", "print", "printview", "mobile"},
	"mode":       {"print", "amp"},
	"format":     {"amp", "print"},
	"layout":     {"print", "amp"},
	"tmpl":       {"print"},
	"m":          {"1"}, // Blogger's mobile switch
	"mobile":     {"1", "true", "yes"},
	"service":    {"print", "amp"},
	"source":     {"rss", "feed", "twitter", "facebook", "newsletter"},
	"ref":        {"rss", "feed", "twitter", "facebook", "newsletter", "share", "hp", "home", "homepage"},
	"partner":    {"rss", "rssnyt", "feed"},
	"from":       {"rss", "feed", "timeline", "singlemessage", "groupmessage"}, // the last three: WeChat
	"feature":    {"share", "youtu.be"},
	"cid":        {"rss"},
	"rss":        {"1", "true", "yes", ""},
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}
