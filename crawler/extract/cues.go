package extract

import (
	"regexp"
	"strings"
)

// longestCue bounds, in bytes, a line that may be dropped for how it begins; a
// longer one is a paragraph that happens to.
const longestCue = 160

// cueStarts begin a line that is furniture: a pointer to other articles, an
// advertisement, a request to sign up, share, comment or accept cookies. They
// are compared with the key of the line, so case, spaces and marks do not count.
var cueStarts = keys(
	// German
	"lesen sie auch", "lesen sie mehr", "lesen sie hier", "lesen sie dazu", "mehr zum thema", "mehr dazu", "mehr lesen", "weiterlesen", "auch interessant",
	"das könnte sie auch interessieren", "das könnte dich auch interessieren", "anzeige", "werbung", "hier klicken", "zum thema:", "newsletter",
	"jetzt abonnieren", "jetzt anmelden", "jetzt registrieren", "bitte aktivieren sie javascript", "an dieser stelle finden sie", "empfohlener externer inhalt",
	"empfohlener redaktioneller inhalt", "externer inhalt", "ich bin damit einverstanden, dass mir externe inhalte", "mit ihrer zustimmung", "diesen artikel teilen",
	"artikel teilen", "zur startseite", "teilen", "kommentare", "kommentieren", "bild:", "foto:", "quelle: ", "hören sie", "sehen sie", "video:", "lies auch", "stellenmarkt",
	"schlagwörter zu diesem artikel", "häufig gelesen",
	// English
	"the post", "minute read", "read more", "read also", "also read", "read next", "related:", "related articles", "related stories", "related topics", "more on this story", "more from", "more:", "see also", "recommended",
	"advertisement", "article continues below", "story continues below", "scroll to continue", "sign up", "subscribe", "share this", "follow us", "click here",
	"watch:", "listen:", "photo:", "image:", "image credit", "most read", "trending", "join our", "download our app", "save this article", "copy link", "this article was originally published",
	"recommended stories", "editor's picks", "don't miss", "get the latest", "you may also like", "you might also like", "comments", "leave a comment",
	"loading", "explore further",
	// French, Spanish, Portuguese, Italian, Dutch, Nordic, Polish
	"lire aussi", "à lire aussi", "lire la suite", "publicité", "voir aussi", "partager", "leer más", "lea también", "lee también", "te puede interesar", "publicidad", "ver más", "compartir",
	"leia também", "leia mais", "saiba mais", "publicidade", "leggi anche", "leggi tutto", "pubblicità", "approfondisci", "lees ook", "lees meer", "advertentie", "les også", "læs også", "läs också", "läs även", "annonse", "annonser", "annons",
	"czytaj też", "czytaj także", "czytaj więcej", "czytaj dalej", "zobacz także", "reklama", "čtěte také", "přečtěte si", "reklam",
	"читайте также", "реклама", "подписывайтесь",
)

// cueLines are furniture only when they are the whole line.
var cueLines = keySet(
	"anzeige", "werbung", "advert", "iklan", "embed", "player wird geladen", "weitere informationen", "auf dieser seite", "teilen", "mehr", "video", "audio", "foto", "galerie", "bildergalerie", "drucken", "merken", "kommentar", "quelle", "share", "print", "email", "facebook", "twitter", "whatsapp",
	"caption", "redaktion", "von redaktion", "by admin", "admin", "related", "gallery", "photos", "tags", "topics", "source", "ad", "ads", "close", "menu", "search", "home", "follow", "save", "reply", "like", "retweet", "back to top", "nach oben", "startseite", "login",
	"広告", "关闭", "分享", "打印", "责任编辑", "相关新闻", "相关阅读", "関連記事", "공유", "관련기사",
)

// beginsWith reports whether the words of a line begin with those of a key:
// "Video | The flood" with video, and "Videomaterial" not.
func beginsWith(line, k string) bool {
	for _, r := range line {
		if k == "" {
			return !isWordRune(r)
		}
		if first := key(string(r)); first != "" {
			rest, ok := strings.CutPrefix(k, first)
			if !ok {
				return false
			}
			k = rest
		}
	}
	return k == ""
}

func keys(list ...string) []string {
	var out []string
	for _, s := range list {
		out = append(out, key(s))
	}
	return out
}

func keySet(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, k := range keys(list...) {
		m[k] = true
	}
	return m
}

// isCue reports whether a line is furniture by its words.
func isCue(line string) bool {
	if len(line) > longestCue {
		return false
	}
	k := key(line)
	if cueLines[k] {
		return true
	}
	for _, c := range cueStarts {
		if strings.HasPrefix(k, c) && beginsWith(line, c) {
			// A sentence may begin like a cue ("Subscribers ..."); a cue that is
			// all of a short line, or ends in no full stop, is one.
			return len(k) == len(c) || !endsSentence(line) || strings.HasSuffix(line, ":") || words(line) <= 6
		}
	}
	return false
}

// publisherLine begins a sentence in which the publisher speaks of itself.
var publisherLine = regexp.MustCompile(`(?i)^(?:the )?(?:views|opinions|views and opinions) expressed (?:by|in|here|on)\b|^like this story\?|^chat with us (?:on|in)\b|^follow .{2,60} on (?:facebook|twitter|instagram)\b|^sign up (?:for|to) (?:our|the) .{0,60}newsletter|^(?:die hier|in diesem beitrag) geäußerten meinungen\b`)

// isPublisherLine reports whether a line is the publisher's own: a disclaimer, a request.
func isPublisherLine(line string) bool {
	return publisherLine.MatchString(line) && words(line) <= longestCredit
}

var (
	bylineStart = regexp.MustCompile(`^(?i:by|von|par|por|di|door|af|av|text|autor(?:in)?|author)[:\s]\s*\p{Lu}`)
	bylinePart  = regexp.MustCompile(`\b(?:By|Von|Par|Por|Di|Door|Af|Av)\s\p{Lu}[^|•·/,\d]{2,60}`)
	dateWords   = regexp.MustCompile(`(?i)^(?:published|updated|posted|last updated|last modified|first published|veröffentlicht|aktualisiert|stand|erstellt|zuletzt aktualisiert|publié|mis à jour|actualizado|publicado|pubblicato|aggiornato|gepubliceerd|publisert|opdateret|uppdaterad|dodano|opublikowano|発行|更新|发布时间)(?:[^\pL]|$)`)
)

// datedBy begins with a date and goes on with who published then.
var datedBy = regexp.MustCompile(`(?i)^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W+(?:publi\pL+|posted|veröffentlicht|geplaatst) `)

// isDateLine reports whether a line only says when the article was published.
func isDateLine(line string) bool {
	if len(line) > longestCue || words(line) > 14 {
		return false
	}
	if dateWords.MatchString(line) && strings.ContainsAny(line, "0123456789") || datedBy.MatchString(line) {
		return true
	}
	_, rest, ok := findDate(line, false)
	if !ok {
		return false
	}
	return words(clockOut.ReplaceAllString(rest, " ")) <= 4 && !strings.HasSuffix(line, ".")
}

var clockOut = regexp.MustCompile(`(?i)\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\b(?:uhr|h|cest|cet|gmt|utc|est|edt|[ap]m)\b`)

// isBylineText reports whether a line only says who wrote the article.
func isBylineText(line string, authors []string) bool {
	if len(line) > longestCue || words(line) > 16 {
		return false
	}
	_, _, dated := findDate(line, false)
	if bylineStart.MatchString(line) && (dated || !endsSentence(line)) {
		return true
	}
	k := key(line)
	for _, a := range authors {
		if ak := key(a); len(ak) > 3 && strings.Contains(k, ak) && len(k) < 2*len(ak)+20 && !endsSentence(line) {
			return true
		}
	}
	return false
}
