package event_test

import (
	"slices"
	"strings"
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

// Each text is published on 18 September 2020; want are the days and openings of
// the statements it makes, in order.
var datedTests = []struct {
	name, language, text string
	want                 []string
}{
	{"narration goes on from the day told", "en",
		"The Commerce Department banned TikTok from app stores on 17 September 2020. ByteDance and Oracle answered with a new offer.",
		[]string{"2020-09-17 ByteDance and Oracle", "2020-09-17 The Commerce"}},
	{"a state does not", "en",
		"The Commerce Department banned TikTok from app stores on 17 September 2020. Oracle is one of the companies that want it from ByteDance.",
		[]string{"2020-09-17 The Commerce"}},
	{"nor does what was before", "en",
		"The Commerce Department banned TikTok from app stores on 17 September 2020. Microsoft had already offered to buy it from ByteDance.",
		[]string{"2020-09-17 The Commerce"}},
	{"nor its Chinese form", "zh",
		"美国商务部2020年9月17日宣布将TikTok从应用商店下架。字节跳动此前已经宣布与甲骨文达成协议。",
		[]string{"2020-09-17 美国商务部"}},
	{"a quoted present is another's", "en",
		"The Commerce Department banned TikTok from app stores on 17 September 2020. \"It is a ban,\" ByteDance told Oracle, and sued over the order.",
		[]string{"2020-09-17 \"It is a ban", "2020-09-17 The Commerce"}},
	{"a lead tells what is new", "en",
		"ByteDance sued the Trump administration over the ban of TikTok.",
		[]string{"2020-09-18 ByteDance sued"}},
	{"a lead of a state tells nothing", "en",
		"The long-sought deal over the sale of TikTok remains out of reach for ByteDance.", nil},
	{"a condition further on only limits it", "en",
		"Lawmakers introduced a bill to ban TikTok unless ByteDance sells it.",
		[]string{"2020-09-18 Lawmakers introduced"}},
	{"a caption tells no event", "en",
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nPresident Trump signs an order on TikTok at the White House on August 6, 2020.\n\nJane Roe | Getty Images\n\nOracle declined to comment.",
		[]string{"2020-09-17 ByteDance sued"}},
	{"a date tells of its own clause", "en",
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nByteDance, the company that agreed to a sale of TikTok, launched a video model on 16 September 2020.",
		[]string{"2020-09-17 ByteDance sued"}},
	{"and so does one in an aside", "en",
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nThe ban of TikTok, which took effect on 16 September 2020, had been announced by President Trump.",
		[]string{"2020-09-16 The ban", "2020-09-17 ByteDance sued"}},
	{"odd months date no event", "en",
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nIn the past few months Oracle and Microsoft bid for TikTok in talks with ByteDance.",
		[]string{"2020-09-17 ByteDance sued"}},
	{"a rule refers to a past day", "en",
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nThe Commerce Department shall not enforce the order of August 6, 2020 against TikTok.",
		[]string{"2020-09-17 ByteDance sued"}},
	{"the term of a bill has no day", "en",
		"The Senate voted for a bill on 17 September 2020 that would force ByteDance to sell TikTok within 180 days.",
		nil},
	{"that of an order has", "en",
		"President Trump signed an order on 17 September 2020 that forces ByteDance to sell TikTok within 90 days.",
		[]string{"2020-09-17 President Trump", "2020-12-16 President Trump"}},
	{"a date that is said again is one", "zh",
		"两个月前，即2020年8月6日，特朗普签署了针对TikTok母公司字节跳动的行政令。",
		[]string{"2020-08-06 两个月前"}},
}

func TestWhichSentencesGetADay(t *testing.T) {
	for _, test := range datedTests {
		events, _ := build(t, nil, item{host: "a.example", published: "2020-09-18", language: test.language, text: test.text})
		got := told(events)
		if len(got) != len(test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
			continue
		}
		for i, want := range test.want {
			if !strings.HasPrefix(got[i], want) {
				t.Errorf("%s: %q, want %q", test.name, got[i], want)
			}
		}
	}
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
