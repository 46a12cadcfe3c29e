package timex_test

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// tagAt tags text as an article published on a day; "" is an unknown day.
func tagAt(t testing.TB, lang, dct, text string, mode timex.Mode) []news.TimeExpression {
	t.Helper()
	opt := timex.Options{Lang: lang, Mode: mode, DCT: given(t, dct)}
	return timex.Tag("", text, sentence.Split(text, lang), opt)
}

// given is the DCT that a day stands for.
func given(t testing.TB, dct string) news.DCT {
	t.Helper()
	if dct == "" {
		return news.DCT{}
	}
	day, err := time.Parse(time.DateOnly, dct)
	if err != nil {
		t.Fatal(err)
	}
	return news.DCT{Time: day, Grain: news.GrainDay, Method: "given"}
}

var tagTests = []struct{ name, lang, dct, text, span, value string }{
	{"weekday with a past tense looks back", "en", "2020-08-19", "The board met on Friday.", "Friday", "2020-08-14"},
	{"weekday with a future tense looks ahead", "en", "2020-08-19", "The board will meet on Friday.", "Friday", "2020-08-21"},
	{"weekday of the day of publication is that day", "en", "2020-08-21", "The firm said Friday that it lost money.", "Friday", "2020-08-21"},
	{"German weekday, past", "de", "2020-08-19", "Am Freitag stellte sie den Plan vor.", "Freitag", "2020-08-14"},
	{"German weekday, future", "de", "2020-08-19", "Am Freitag wird das Haus abstimmen.", "Freitag", "2020-08-21"},
	{"Chinese weekday, past", "zh", "2020-08-19", "法院周五作出了裁决。", "周五", "2020-08-14"},
	{"month in the past of January is that of the year before", "de", "2020-01-10", "Im Dezember trat er zurück.", "Dezember", "2019-12"},
	{"ordinal dots do not end sentences", "de", "2020-08-19", "Das Treffen am 3. Juli 2020 dauerte lange.", "3. Juli 2020", "2020-07-03"},
	{"Chinese date", "zh", "2020-08-29", "商务部8月28日发布了通知。", "8月28日", "2020-08-28"},
	{"Spanish date", "es", "2020-08-19", "La ley entró en vigor el 3 de julio de 2020.", "3 de julio de 2020", "2020-07-03"},
	{"Spanish weekday, past", "es", "2020-08-19", "La empresa anunció el viernes el cierre.", "viernes", "2020-08-14"},
	{"Spanish weekday, future", "es", "2020-08-19", "El tribunal decidirá el viernes.", "viernes", "2020-08-21"},
	{"Spanish week", "es", "2020-08-19", "Perdió dinero la semana pasada.", "la semana pasada", "2020-W33"},
	{"Spanish shift", "es", "2020-08-19", "Murió hace dos semanas.", "hace dos semanas", "2020-W32"},
	{"French date", "fr", "2020-08-19", "La loi est entrée en vigueur le 1er juillet 2020.", "1er juillet 2020", "2020-07-01"},
	{"French weekday, future", "fr", "2020-08-19", "Le tribunal décidera vendredi.", "vendredi", "2020-08-21"},
	{"French shift", "fr", "2020-08-19", "Il est mort il y a deux jours.", "il y a deux jours", "2020-08-17"},
	{"French end of a year", "fr", "2020-08-19", "Le chantier a pris fin en mars 2019.", "mars 2019", "2019-03"},
	{"French week", "fr", "2020-08-19", "Le groupe a perdu la semaine dernière.", "la semaine dernière", "2020-W33"},
	{"Italian date", "it", "2020-08-19", "La legge è entrata in vigore il 3 luglio 2020.", "3 luglio 2020", "2020-07-03"},
	{"Italian weekday, future", "it", "2020-08-19", "Il tribunale deciderà venerdì.", "venerdì", "2020-08-21"},
	{"Italian shift", "it", "2020-08-19", "È morto due giorni fa.", "due giorni fa", "2020-08-17"},
	{"Italian month", "it", "2020-08-19", "Ha chiuso il mese scorso.", "il mese scorso", "2020-07"},
	{"bare day in Chinese", "zh", "2020-08-31", "29日上午，部长会见了代表。", "29日上午", "2020-08-29TMO"},
}

func TestTagFindsAndResolves(t *testing.T) {
	for _, tt := range tagTests {
		t.Run(tt.name, func(t *testing.T) {
			got := tagAt(t, tt.lang, tt.dct, tt.text, timex.News)
			if len(got) != 1 {
				t.Fatalf("Tag(%q, dct %s) = %+v, want one %s", tt.text, tt.dct, got, tt.value)
			}
			if span := tt.text[got[0].Start:got[0].End]; span != tt.span || got[0].Value != tt.value {
				t.Errorf("Tag(%q, dct %s) = %q %s by %s, want %q %s", tt.text, tt.dct, span, got[0].Value, got[0].Rule, tt.span, tt.value)
			}
		})
	}
}

func TestUnknownDCTLeavesRelativeExpressionsUnresolved(t *testing.T) {
	for _, text := range []string{"The board met on Friday.", "It fell last week.", "She left two days ago.", "It began in May."} {
		for _, e := range tagAt(t, "en", "", text, timex.News) {
			if e.When.Known() || e.Anchor != "" {
				t.Errorf("Tag(%q, no dct) = %+v, want it unresolved", text, e)
			}
		}
	}
}
