package timex_test

import (
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// The texts of the benchmark repeat ordinary news prose to 2 KB, with about as
// many dates as news has: one in forty words.
var benchTexts = map[string]string{
	"en": "The company said on Tuesday that it would close two of its plants in the north after sales had fallen by a tenth over the last three months. " +
		"A spokesman for the union called the plan a breach of the agreement that both sides had signed in March 2019 and asked the government to step in. " +
		"The minister answered that talks with the owners, who had bought the works from the state, were going on and that no decision had been taken so far. ",
	"de": "Das Unternehmen teilte am Dienstag mit, es werde zwei seiner Werke im Norden schließen, nachdem der Absatz in den vergangenen drei Monaten um ein Zehntel gefallen war. " +
		"Ein Sprecher der Gewerkschaft nannte den Plan einen Bruch der Vereinbarung, die beide Seiten im März 2019 unterzeichnet hatten, und bat die Regierung um Hilfe. " +
		"Die Ministerin antwortete, die Gespräche mit den Eigentümern, die das Werk vom Staat gekauft hatten, liefen noch, und es sei bisher nichts entschieden worden. ",
	"zh": "该公司周二表示，由于过去三个月的销售额下降了十分之一，公司将关闭其在北方的两家工厂。" +
		"工会发言人称，这一计划违反了双方在2019年3月签署的协议，并要求政府出面干预。" +
		"部长回应说，与从国家手中购买这些工厂的业主的谈判仍在进行，迄今尚未作出任何决定。",
}

func BenchmarkTag(b *testing.B) {
	for _, lang := range []string{"en", "de", "zh"} {
		b.Run(lang, func(b *testing.B) {
			text := strings.Repeat(benchTexts[lang], 1+2048/len(benchTexts[lang]))[:2048]
			text = strings.ToValidUTF8(text, "")
			opt := timex.Options{Lang: lang, DCT: given(b, "2020-08-19")}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				timex.Tag("", text, sentence.Split(text, lang), opt)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
