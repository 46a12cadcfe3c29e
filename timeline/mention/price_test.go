package mention_test

import (
	"strconv"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

func TestASumTellsWhatItIsOf(t *testing.T) {
	for _, tt := range []struct{ sentence, lang, want string }{
		{"Triller offered $20 billion for the business.", "en", "bid"},
		{"Analysts say it could be worth $30 billion.", "en", "valuation"},
		{"ByteDance is seeking a valuation of $60bn for the new company.", "en", "valuation"},
		{"Die Preisvorstellung liegt bei 30 Milliarden Dollar.", "de", "asking"},
		{"Das Unternehmen wird mit 60 Milliarden Dollar bewertet.", "de", "valuation"},
		{"公司估值600亿美元。", "zh", "valuation"},
		{"监管机构对其罚款500万欧元。", "zh", "fine"},
		{"It has $3 billion in the bank.", "en", ""},
		{"The bid failed, and the firm has $3 billion in the bank.", "en", ""},
	} {
		got := mention.Amounts(tt.sentence, tt.lang)
		if len(got) != 1 || got[0].Of != tt.want {
			t.Errorf("Amounts(%q) = %+v, want one of a %q", tt.sentence, got, tt.want)
		}
	}
}

func TestSharesAreOfACompany(t *testing.T) {
	for _, tt := range []struct {
		sentence, lang string
		want           float64 // 0: none
	}{
		{"The new firm will be an 80 per cent subsidiary of ByteDance.", "en", 80},
		{"Oracle nimmt einen Anteil von 12,5 Prozent.", "de", 12.5},
		{"字节跳动将持有80%的股份。", "zh", 80},
		{"Walmart and Oracle will have total control.", "en", 100},
		{"甲骨文将完全控制新公司。", "zh", 100},
		{"The share price fell 12 per cent.", "en", 0},
		{"About 40% of users are young.", "en", 0},
	} {
		got := mention.Shares(tt.sentence, tt.lang)
		if tt.want == 0 && len(got) > 0 || tt.want > 0 && (len(got) != 1 || got[0].Percent != tt.want) {
			t.Errorf("Shares(%q) = %+v, want %v", tt.sentence, got, tt.want)
		}
	}
}

func TestWordsOfSumsAreRead(t *testing.T) {
	for _, l := range language.All() {
		for _, g := range l.Money.Scales {
			by, err := strconv.ParseFloat(g.Key, 64)
			if err != nil {
				t.Errorf("%s: scale %q: %v", l.Code, g.Key, err)
				continue
			}
			for _, w := range g.Words {
				text := "It cost $3 " + w + "."
				if got := mention.Amounts(text, l.Code); len(got) != 1 || got[0].Value != 3*by {
					t.Errorf("%s: Amounts(%q) = %+v, want %v", l.Code, text, got, 3*by)
				}
			}
		}
		for _, g := range l.Money.Currencies {
			for _, w := range g.Words {
				text := "3 " + w
				if got := mention.Amounts(text, l.Code); len(got) != 1 || got[0].Currency != g.Key {
					t.Errorf("%s: Amounts(%q) = %+v, want %s", l.Code, text, got, g.Key)
				}
			}
		}
	}
}
