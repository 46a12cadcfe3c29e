package statement_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

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
		"ByteDance sued over the ban of TikTok on 17 September 2020.\n\nByteDance, the company that agreed to a sale of TikTok, was the talk of a trade fair on 16 September 2020.",
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
		[]string{"2020-09-17 The Senate"}},
	{"that of an order has", "en",
		"President Trump signed an order on 17 September 2020 that forces ByteDance to sell TikTok within 90 days.",
		[]string{"2020-09-17 President Trump", "2020-12-16 President Trump"}},
	{"a date that is said again is one", "zh",
		"两个月前，即2020年8月6日，特朗普签署了针对TikTok母公司字节跳动的行政令。",
		[]string{"2020-08-06 两个月前"}},
}

// published is the day on which the texts of the tests were.
var published = time.Date(2020, 9, 18, 0, 0, 0, 0, time.UTC)

// read reads the statements of a text of the story that ships.
func read(t *testing.T, language, text string) []statement.Statement {
	t.Helper()
	return readAs(shipped(t), language, text)
}

func shipped(t *testing.T) news.Story {
	t.Helper()
	st, err := story.Load("tiktok-sale")
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func readAs(st news.Story, language, text string) []statement.Statement {
	a := news.Article{ID: 1, URL: "https://a.example/1", Publisher: "a.example", Language: language, Text: text,
		Published: news.DCT{Time: published, Grain: news.GrainDay}}
	annotated, _ := timeline.NewReader(st).Article(a, 0)
	return statement.Read(st, annotated)
}

func TestWhichSentencesGetADay(t *testing.T) {
	for _, test := range datedTests {
		var got []string
		for _, s := range read(t, test.language, test.text) {
			got = append(got, s.When.EDTF+" "+s.Quote)
		}
		slices.Sort(got)
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

func TestTheWeightOfATopicDecidesBetweenTopicsAlone(t *testing.T) {
	told := func(weight float64) (out []string) {
		st := shipped(t)
		for i := range st.Topics {
			if st.Topics[i].Key == "lawsuit" {
				st.Topics[i].Weight = weight
			}
		}
		for _, text := range []string{
			"ByteDance sued on 17 September 2020. A user of TikTok sued in a court on 16 September 2020.",
			"TikTok was sued by ByteDance's rival Oracle on 15 September 2020. The judge ruled on Monday.",
		} {
			for _, s := range readAs(st, "en", text) {
				out = append(out, fmt.Sprintf("%s %s by %q, firm %.1f", s.When.EDTF, s.Status, s.By, s.Score))
			}
		}
		return out
	}
	want := told(0)
	if !slices.ContainsFunc(want, func(s string) bool { return strings.Contains(s, `by "bytedance"`) }) {
		t.Fatalf("statements = %q, want some that name who sued", want)
	}
	for _, weight := range []float64{0.5, 0.79, 0.8, 1, 3} {
		if got := told(weight); !slices.Equal(got, want) {
			t.Errorf("at weight %v: %q, want %q", weight, got, want)
		}
	}
}
