package extract

import (
	"regexp"
	"strings"
)

var (
	price  = regexp.MustCompile(`(?i)(?:[€$£¥]|\b(?:eur|euro|usd|chf|gbp|hk\$|kr|zł))\s?\d|\d\s?(?:€|£|元|円|\b(?:euro?|cent|usd|dollars?|chf|franken|kr|zł)\b)|99p\b|\b(?:kostenlos|gratis|free|免费|無料)`)
	period = regexp.MustCompile(`(?i)\b(?:pro|per|im|a|an|je|par|al|/)\s?(?:monat|woche|jahr|month|week|year|mois|mes|mese)\b`)
	sells  = regexp.MustCompile(`(?i)\b(?:monatlich|mtl|monthly|weekly|wochen lang|monate lang|months? for|weeks? for|first (?:month|year)|jederzeit kündbar|cancel any ?time|testen sie|jetzt testen|abo\b|abonn|subscri|unlimited access)`)
	locked = regexp.MustCompile(`(?i)weiterlesen mit|möchten diesen artikel lesen|jetzt weiterlesen|nur für abonnent|plus-artikel|exklusiv für abonnent|this (?:article|story|content) is (?:only |exclusively )?for (?:our )?(?:subscribers|members)|to (?:continue|keep) reading|to read (?:the (?:full|rest)|this)|already a subscriber|subscribe to (?:read|continue|unlock)|réservé aux abonnés|il vous reste|para suscriptores|per gli abbonati|有料会員|会員限定|付费|订阅后`)
)

// longestOffer bounds an offer in bytes, and longestPrice one that is only a
// price and a term: a sentence of a story has both as well, "$30 billion a year".
const (
	longestOffer = 400
	longestPrice = 120
)

func isOffer(text string) bool {
	return price.MatchString(text) && (sells.MatchString(text) || period.MatchString(text) && len(text) <= longestPrice)
}

// dropOffers drops what sells a subscription at the end of a text, and tells
// whether it bars the rest of the article. Money and months in a story are text:
// an offer is short, near the end, names a price or that it is free, and a term.
func dropOffers(bs []block) (kept []block, barred bool) {
	for i, b := range bs {
		if i < len(bs)-2*tailBlocks || len(b.text) > longestOffer {
			kept = append(kept, b)
			continue
		}
		isLock := locked.MatchString(b.text)
		if !isLock && !isOffer(b.text) {
			kept = append(kept, b)
			continue
		}
		barred = barred || isLock || i > 0 && isCut(bs[i-1].text)
	}
	return trimTail(kept), barred && len(kept) > 0
}

// isStub reports whether a text stops before its end.
func isStub(bs []block) bool {
	return len(bs) > 0 && isCut(strings.TrimRight(bs[len(bs)-1].text, " "))
}
