package mention_test

import (
	"testing"

	"github.com/seed-7461731f/dateline/timeline/mention"
)

func TestASumTellsWhatItIsOf(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"Triller offered $20 billion for the business.", "bid"},
		{"Analysts say it could be worth $30 billion.", "valuation"},
		{"ByteDance is seeking a valuation of $60bn for the new company.", "valuation"},
		{"Die Preisvorstellung liegt bei 30 Milliarden Dollar.", "asking"},
		{"Das Unternehmen wird mit 60 Milliarden Dollar bewertet.", "valuation"},
		{"公司估值600亿美元。", "valuation"},
		{"监管机构对其罚款500万欧元。", "fine"},
		{"It has $3 billion in the bank.", ""},
		{"The bid failed, and the firm has $3 billion in the bank.", ""},
	} {
		got := mention.Amounts(tt.sentence)
		if len(got) != 1 || got[0].Of != tt.want {
			t.Errorf("Amounts(%q) = %+v, want one of a %q", tt.sentence, got, tt.want)
		}
	}
}

func TestSharesAreOfACompany(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		want     float64 // 0: none
	}{
		{"The new firm will be an 80 per cent subsidiary of ByteDance.", 80},
		{"Oracle nimmt einen Anteil von 12,5 Prozent.", 12.5},
		{"字节跳动将持有80%的股份。", 80},
		{"Walmart and Oracle will have total control.", 100},
		{"甲骨文将完全控制新公司。", 100},
		{"The share price fell 12 per cent.", 0},
		{"About 40% of users are young.", 0},
	} {
		got := mention.Shares(tt.sentence)
		if tt.want == 0 && len(got) > 0 || tt.want > 0 && (len(got) != 1 || got[0].Percent != tt.want) {
			t.Errorf("Shares(%q) = %+v, want %v", tt.sentence, got, tt.want)
		}
	}
}
