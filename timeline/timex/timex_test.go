package timex_test

import (
	"strings"
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
	{"weekday of the week before, in German", "de", "2020-08-24", "Am Dienstag der Vorwoche lobte er den Plan.", "Dienstag der Vorwoche", "2020-08-18"},
	{"last week in German", "de", "2020-08-19", "Das geschah in der letzten Woche.", "der letzten Woche", "2020-W33"},
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
	{"traditional characters", "zh-Hant", "2020-08-19", "白宮發言人於當地時間下個月15號下午6點說。", "下個月15號下午6點", "2020-09-15T18"},
	{"the day of an order is past", "en", "2020-12-08", "Under the order of August 14, the firm should sell.", "August 14", "2020-08-14"},
	{"the day of an order is past, in German", "de", "2020-12-08", "Nach der Verfügung vom 14. August wird die Firma verkaufen.", "14. August", "2020-08-14"},
	{"the day of an order is past, in Chinese", "zh", "2020-12-08", "公司将遵守8月14日的行政令。", "8月14日", "2020-08-14"},
	{"what will be done once lies ahead", "en", "2020-08-19", "The buyer will be announced in about two weeks.", "about two weeks", "2020-W36"},
	{"what lasts does not", "en", "2020-08-19", "The review would last two weeks.", "two weeks", "P2W"},
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

func TestBothDaysOfAMoveAreOfTheMonthNamedLast(t *testing.T) {
	got := tagAt(t, "de", "2020-09-28", "Das Ministerium hatte den Stichtag vom 20. auf den 27. September verlegt.", timex.News)
	if len(got) != 2 || got[0].Value != "2020-09-20" || got[1].Value != "2020-09-27" {
		t.Errorf("Tag = %+v, want 20 and 27 September", got)
	}
}

func TestWhoHasSoLongHasATerm(t *testing.T) {
	for lang, text := range map[string]string{
		"en": "The firm has an initial 90 days to sell.", "de": "Der Konzern hat nun 90 Tage Zeit.", "zh": "公司有90天时间出售业务。",
	} {
		got := tagAt(t, lang, "2020-08-14", text, timex.News)
		if len(got) != 1 || got[0].Value != "P90D" || !got[0].Deadline || got[0].When.EDTF != "2020-11-12" {
			t.Errorf("Tag(%q) = %+v, want 90 days that end on 12 November", text, got)
		}
	}
}

func TestUnknownDCTLeavesRelativeExpressionsUnresolved(t *testing.T) {
	for _, text := range []string{"The board met on Friday.", "It fell last week.", "She left two days ago.", "It began in May."} {
		for _, e := range tagAt(t, "en", "", text, timex.News) {
			if e.When.Known() || e.Anchor != "" || !strings.HasSuffix(e.Rule, " unresolved") {
				t.Errorf("Tag(%q, no dct) = %+v, want it unresolved", text, e)
			}
		}
	}
}

// A derived interval is what the timeline needs of an expression whose value
// alone names no day.
var whenTests = []struct {
	name, lang, dct, text, span, value, edtf, anchor string
	deadline                                         bool
}{
	{"a term counts from the event, not from publication", "de", "2020-08-19", "Am 3. Juli 2020 erging der Bescheid. Binnen drei Monaten muss sie liefern.", "drei Monaten", "P3M", "2020-10-03", "event", true},
	{"a term does not count from a deadline", "en", "2020-08-31", "The order of 6 August 2020 is suspended until mid-September 2020. The firm must sell within 90 days.", "90 days", "P90D", "2020-11-04", "event", true},
	{"a Chinese term", "zh", "2020-08-19", "7月3日公司收到通知，须在三个月内交付。", "三个月", "P3M", "2020-10-03", "event", true},
	{"a term with nothing told before counts from publication", "en", "2020-08-19", "The firm must reply within 45 days.", "45 days", "P45D", "2020-10-03", "dct", true},
	{"a term does not count from the year a firm was founded", "en", "2020-08-19", "The firm was founded in 2012 in Oslo. It has grown since. It must sell within three months.", "three months", "P3M", "2020-11-19", "dct", true},
	{"some days later is a window", "de", "2020-08-31", "Anfang August sprach er. Einige Tage später unterschrieb er.", "Einige Tage später", "2020-08-XX", "2020-08-04/2020-08-19", "event", false},
	{"two days later is a day", "en", "2020-08-19", "On 3 July 2020 the strike began. Two days later it ended.", "Two days later", "2020-07-05", "2020-07-05", "event", false},
	{"two days later in Chinese", "zh", "2020-08-19", "7月3日罢工开始，两天后结束。", "两天后", "2020-07-05", "2020-07-05", "event", false},
	{"by a date is a deadline", "en", "2020-08-19", "The parties must agree by Friday.", "Friday", "2020-08-21", "2020-08-21", "dct", true},
	{"bis a part of a month is a deadline", "de", "2020-08-31", "Der Vollzug ist bis Mitte September 2020 ausgesetzt.", "Mitte September 2020", "2020-09", "2020-09-11/2020-09-20", "explicit", true},
	{"before a Chinese date is a deadline", "zh", "2020-08-19", "工程将于本月底前完成。", "本月底", "2020-08", "2020-08-25/2020-08-31", "dct", true},
	{"a deadline of a date", "en", "2020-08-31", "The firm faces a deadline of September 15.", "September 15", "2020-09-15", "2020-09-15", "dct", true},
	{"before a date to come", "en", "2020-08-31", "The firm must sell before September 15.", "September 15", "2020-09-15", "2020-09-15", "dct", true},
	{"before in French", "fr", "2020-08-31", "Le groupe doit vendre avant le 15 septembre.", "15 septembre", "2020-09-15", "2020-09-15", "dct", true},
	{"until in French", "fr", "2020-08-31", "Le décret est suspendu jusqu'au 15 septembre.", "15 septembre", "2020-09-15", "2020-09-15", "dct", true},
	{"before in Spanish", "es", "2020-08-31", "La empresa debe vender antes del 15 de septiembre.", "15 de septiembre", "2020-09-15", "2020-09-15", "dct", true},
	{"by in Italian", "it", "2020-08-31", "La società deve vendere entro il 15 settembre.", "15 settembre", "2020-09-15", "2020-09-15", "dct", true},
	{"bis zum", "de", "2020-08-31", "Die Firma muss bis zum 15. September verkaufen.", "15. September", "2020-09-15", "2020-09-15", "dct", true},
	{"the latest in Chinese", "zh", "2020-08-31", "公司须最迟9月15日出售业务。", "9月15日", "2020-09-15", "2020-09-15", "dct", true},
	{"the second weekday of a range comes after the first", "en", "2020-08-17", "It rained from Monday to Friday.", "Friday", "2020-08-21", "2020-08-21", "dct", false},
	{"a month goes on in the year that was told", "en", "2020-08-19", "In May 2016 he founded the firm. In October he sold it.", "October", "2016-10", "2016-10", "previous", false},
	{"the start of a month", "en", "2020-08-31", "It began in early August.", "early August", "2020-08", "2020-08-01/2020-08-10", "dct", false},
	{"ago in German is a length with a place", "de", "2020-08-19", "Er kam vor zwei Jahren.", "zwei Jahren", "P2Y", "2018", "dct", false},
	{"the past weeks are a window", "en", "2020-08-19", "It rose over the past two weeks.", "the past two weeks", "P2W", "2020-08-05/2020-08-19", "dct", false},
	{"a quarter is three months", "en", "2020-08-19", "It lost money in the second quarter of 2020.", "the second quarter of 2020", "2020-Q2", "2020-04/2020-06", "explicit", false},
	{"a decade", "en", "2020-08-19", "It was built in the 1990s.", "the 1990s", "199", "199X", "explicit", false},
	{"a week is its days", "en", "2020-08-19", "It happened last week.", "last week", "2020-W33", "2020-08-10/2020-08-16", "dct", false},
	{"the dateline's day is what a report counts from", "en", "2020-09-03", "WASHINGTON, Sept 1 (Wire) - The firm sued the state today.", "today", "2020-09-01", "2020-09-01", "dct", false},
	{"a German dateline", "de", "2020-09-03", "BERLIN, 1. September (dpa) - Das Haus hat gestern entschieden.", "gestern", "2020-08-31", "2020-08-31", "dct", false},
	{"a Chinese dateline", "zh", "2020-09-03", "新华社北京9月1日电　会谈昨日结束。", "昨日", "2020-08-31", "2020-08-31", "dct", false},
	{"a report on a day is no dateline of one", "en", "2020-09-03", "The board met in Oslo on September 1. Today it goes on.", "Today", "2020-09-03", "2020-09-03", "dct", false},
	{"a digest's item counts from its own day", "zh", "2020-09-03", "第一条。\n\n第二条。\n\n第三条。\n\n第四条。\n\n9月1日消息，公司今日开业。", "今日", "2020-09-01", "2020-09-01", "dct", false},
	{"the item after it does not", "zh", "2020-09-03", "第一条。\n\n第二条。\n\n第三条。\n\n9月1日消息，公司开业。\n\n法院今日裁决。", "今日", "2020-09-03", "2020-09-03", "dct", false},
	{"a date in brackets tells which day was meant", "en", "2020-09-07", "The court ruled on Friday (28 August).", "Friday", "2020-08-28", "2020-08-28", "explicit", false},
	{"a date in brackets, in Chinese", "zh", "2020-09-03", "法院今天（9月1日）裁决。", "今天", "2020-09-01", "2020-09-01", "explicit", false},
	{"an extension counts from the term it extends", "en", "2020-08-31", "The deadline of September 20 was extended by 7 days.", "7 days", "P7D", "2020-09-27", "previous", true},
	{"an extension in German", "de", "2020-08-31", "Die Frist endet am 20. September. Sie wurde um 7 Tage verlängert.", "um 7 Tage", "P7D", "2020-09-27", "previous", true},
	{"an extension in Chinese", "zh", "2020-08-31", "在9月20日期限到来之前，法院宣布再次延长7天。", "7天", "P7D", "2020-09-27", "previous", true},
	{"an extension by Chinese days is no day of a month", "zh", "2020-08-31", "期限为9月20日，延长15日。", "15日", "P15D", "2020-10-05", "previous", true},
	{"how long it took to be extended is no extension", "en", "2020-08-31", "The deadline is September 20. It is the second extension in a fortnight.", "a fortnight", "P2W", "", "", false},
	{"an extension of nothing named is a length", "en", "2020-08-31", "The deadline was extended by 7 days.", "7 days", "P7D", "", "", false},
	{"a term from a date counts from it", "en", "2020-09-03", "The firm must sell within 45 days of August 6.", "45 days", "P45D", "2020-09-20", "event", true},
	{"a term from what has not happened has no day", "en", "2020-09-03", "The bill passed on Tuesday. The firm must sell within 45 days of the bill becoming law.", "45 days", "P45D", "", "", false},
	{"that day looks back", "en", "2020-08-19", "He resigned on 3 July 2020. That day the board met.", "That day", "2020-07-03", "2020-07-03", "previous", false},
}

func TestTagDerivesTheDays(t *testing.T) {
	for _, tt := range whenTests {
		t.Run(tt.name, func(t *testing.T) {
			for _, e := range tagAt(t, tt.lang, tt.dct, tt.text, timex.News) {
				if tt.text[e.Start:e.End] != tt.span {
					continue
				}
				if e.Value != tt.value || e.When.EDTF != tt.edtf || e.Anchor != tt.anchor || e.Deadline != tt.deadline {
					t.Errorf("Tag(%q, dct %s) = %+v, want %s %s against %s, deadline %v", tt.text, tt.dct, e, tt.value, tt.edtf, tt.anchor, tt.deadline)
				}
				return
			}
			t.Errorf("Tag(%q) has no %q", tt.text, tt.span)
		})
	}
}

func TestBoundedDCTGivesAnInterval(t *testing.T) {
	text := "The board met yesterday."
	opt := timex.Options{Lang: "en", DCT: news.DCT{
		Earliest: time.Date(2020, 8, 17, 0, 0, 0, 0, time.UTC), Latest: time.Date(2020, 8, 19, 0, 0, 0, 0, time.UTC)}}
	got := timex.Tag("", text, sentence.Split(text, "en"), opt)
	if len(got) != 1 || got[0].When.EDTF != "2020-08-16/2020-08-18" {
		t.Errorf("Tag(%q, published 17 to 19 August) = %+v, want 2020-08-16/2020-08-18", text, got)
	}
}

func TestZoneIsKept(t *testing.T) {
	for _, tt := range []struct{ lang, text, zone string }{
		{"en", "It starts at 3 p.m. EST on 3 March 2020.", "America/New_York"},
		{"zh", "北京时间3月4日凌晨2点比赛开始。", "Asia/Shanghai"},
		{"en", "It started on Tuesday.", ""},
	} {
		got := tagAt(t, tt.lang, "2020-08-19", tt.text, timex.News)
		if len(got) == 0 || got[0].When.Zone != tt.zone {
			t.Errorf("Tag(%q) = %+v, want zone %q", tt.text, got, tt.zone)
		}
	}
}

func TestHeadlineLiesInTheTitle(t *testing.T) {
	title, text := "Vote due on Friday", "Nobody came."
	sentences := append([]news.Sentence{{Span: news.Span{End: len(title)}}}, sentence.Split(text, "en")...)
	got := timex.Tag(title, text, sentences, timex.Options{Lang: "en", DCT: given(t, "2020-08-19")})
	if len(got) != 1 || got[0].Sentence != 0 || title[got[0].Start:got[0].End] != "Friday" || got[0].Value != "2020-08-21" {
		t.Errorf("Tag(%q, %q) = %+v, want Friday 2020-08-21 in sentence 0", title, text, got)
	}
}

func TestYearsBeyondFourDigitsHaveNoDays(t *testing.T) {
	for _, text := range []string{"The city fell in 480 BC.", "It will end in the year 9999, and 8000 years later nothing is left."} {
		for _, e := range tagAt(t, "en", "2020-08-19", text, timex.News) {
			if e.When.Known() && (e.When.From.Year() < 1 || e.When.To.Year() > 9999) {
				t.Errorf("Tag(%q) = %+v, want no days outside the years 1 to 9999", text, e)
			}
		}
	}
}
