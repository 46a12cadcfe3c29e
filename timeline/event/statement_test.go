package event_test

import (
	"slices"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

// told lists the evidence of all events: its day, its actors' event and the
// start of its quote.
func told(events []news.Event) (out []string) {
	for _, e := range events {
		for _, v := range e.Evidence {
			out = append(out, v.Date+" "+v.Quote)
		}
	}
	slices.Sort(out)
	return out
}

func TestAPronounIsThePersonNamedLast(t *testing.T) {
	for language, text := range map[string]string{
		"en": "Steven Mnuchin met reporters. On 17 September 2020 he said that CFIUS would review the sale of TikTok.",
		"zh": "姆努钦会见了记者。2020年9月17日，他表示美国外国投资委员会将审查TikTok的出售。",
	} {
		events, _ := build(t, nil, item{host: "a.example", published: "2020-09-18", language: language, text: text})
		if len(events) != 1 || !slices.Contains(events[0].Actors, "mnuchin") {
			t.Errorf("%s: events = %+v, want one of Mnuchin", language, events)
		}
	}
}

func TestAnOrderIsToldByItsTitleAndItsSigner(t *testing.T) {
	order := item{host: "gov.example", published: "2020-08-14", language: "en", title: "Order on the Acquisition of Musical.ly by ByteDance",
		text: "By the authority vested in me, it is hereby ordered:\n\nThe sale of TikTok by ByteDance shall be completed.\n\nI determined the risks on 6 August 2020, when TikTok was banned by order.\n\nDONALD J. TRUMP\n\nTHE WHITE HOUSE,\n\nAugust 14, 2020."}
	events, _ := build(t, nil, order)
	i := slices.IndexFunc(events, func(e news.Event) bool { return e.When.EDTF == "2020-08-14" })
	if i < 0 {
		t.Fatalf("events = %v, want the order of 14 August", briefs(events))
	}
	if e := events[i]; e.Headline != order.title || !slices.Contains(e.Actors, "trump") || e.Status != news.Happened || e.Topic != "executive-order" {
		t.Errorf("event = %s by %v, %q, want the signed order under its title", brief(e), e.Actors, e.Headline)
	}
	if j := slices.IndexFunc(events, func(e news.Event) bool { return e.When.EDTF == "2020-08-06" }); j < 0 || !slices.Contains(events[j].Actors, "trump") {
		t.Errorf("events = %+v, want that of 6 August by who says \"I\"", events)
	}
}

func TestATermSetForAProductNamesItsOwner(t *testing.T) {
	events, _ := build(t, nil, en("a.example", "2020-08-31", "President Trump ordered that TikTok be sold by 12 November 2020."))
	if len(events) != 1 || !slices.Contains(events[0].Actors, "bytedance") {
		t.Errorf("events = %+v, want a deadline that binds ByteDance", events)
	}
}

func TestLittleInCommonDoesNotMergeLanguages(t *testing.T) {
	events, _ := build(t, nil,
		en("a.example", "2020-09-18", "TikTok filed a lawsuit over its ban on 17 September 2020, against the order."),
		item{host: "b.example", published: "2020-09-18", language: "zh", text: "TikTok用户2020年9月17日就禁令提起诉讼。"},
		en("c.example", "2020-09-18", "Oracle bid for the software company Cerner on 1 September 2020 beside its talks over TikTok."))
	for _, e := range events {
		if e.Articles > 1 {
			t.Errorf("%s merged %q", brief(e), told([]news.Event{e}))
		}
	}
}

func TestAStatementOfTwoTopicsJoinsEither(t *testing.T) {
	events, _ := build(t, nil,
		item{host: "a.example", published: "2020-08-03", language: "de", text: "Microsoft hatte am 2. August 2020 bestätigt, dass Konzernchef Satya Nadella mit Trump gesprochen hat und die Verhandlungen über Tiktok weitergehen."},
		item{host: "b.example", published: "2020-08-03", language: "zh", text: "微软公司2020年8月2日发表声明说，纳德拉与特朗普谈过，将继续就收购TikTok在美业务进行谈判。"})
	if len(events) != 1 || events[0].Articles != 2 {
		t.Errorf("events = %v, want one", briefs(events))
	}
}
