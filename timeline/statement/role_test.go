package statement_test

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// harbour is a small story of terms and actors alone.
const harbour = `
id: harbour
title: The new harbour
terms:
  - {text: harbour, weight: 1}
  - {text: Hafen*, weight: 1}
  - {text: port, weight: 1}
  - {text: 港口, weight: 1}
actors:
  - {key: board, kind: body, title: Board, names: {en: [Port Board], de: [Hafenrat], fr: [Conseil du port], zh: [港务局]}}
  - {key: marel, kind: company, title: Marel, names: {en: [Marel], de: [Marel], fr: [Marel], zh: [马雷尔]}}
  - {key: court, kind: body, title: Court, names: {en: [Sea Court], de: [Seegericht], fr: [Tribunal maritime], zh: [海事法院]}}
  - {key: lund, kind: person, title: Ida Lund, names: {en: [Ida Lund, Lund], de: [Ida Lund, Lund], fr: [Ida Lund, Lund], zh: [隆德]}}
`

var roleTests = []struct{ lang, text, act, by, whom string }{
	{"en", "The Port Board sued Marel over the harbour on 3 May 2024.", "sue", "board", "marel"},
	{"en", "Marel was sued by the Port Board over the harbour on 3 May 2024.", "sue", "board", "marel"},
	{"en", "On 3 May 2024 the Sea Court fined Marel for the harbour.", "fine", "court", "marel"},
	{"en", "The lawsuit of the Port Board against Marel over the harbour became known on 3 May 2024.", "sue", "board", "marel"},
	{"en", "Ida Lund stepped down from the harbour office on 3 May 2024.", "resign", "lund", ""},
	{"en", "Marel workers sued the Port Board over the harbour on 3 May 2024.", "sue", "", "board"},
	{"de", "Marel-Mitarbeiter verklagten den Hafenrat am 3. Mai 2024 im Hafen.", "sue", "", "board"},
	{"zh", "马雷尔员工2024年5月3日就港口起诉港务局。", "sue", "", "board"},
	{"de", "Am 3. Mai 2024 verklagte der Hafenrat Marel wegen des Hafens.", "sue", "board", "marel"},
	{"de", "Der Hafenrat hat Ida Lund am 3. Mai 2024 im Hafen entlassen.", "dismiss", "board", "lund"},
	{"de", "Marel wurde am 3. Mai 2024 vom Hafenrat wegen des Hafens verklagt.", "sue", "board", "marel"},
	{"de", "Ida Lund trat am 3. Mai 2024 im Hafen zurück.", "resign", "lund", ""},
	{"fr", "Le Conseil du port a attaqué Marel dans le port le 3 mai 2024.", "attack", "board", "marel"},
	{"fr", "Ida Lund a été limogée par le Conseil du port le 3 mai 2024.", "dismiss", "board", "lund"},
	{"zh", "港务局2024年5月3日就港口起诉马雷尔。", "sue", "board", "marel"},
	{"zh", "马雷尔2024年5月3日因港口被港务局起诉。", "sue", "board", "marel"},
	{"zh", "港务局2024年5月3日对马雷尔提起诉讼，涉及港口。", "sue", "board", "marel"},
}

func TestRolesComeFromTheVerbAndItsVoice(t *testing.T) {
	st, err := story.Parse([]byte(harbour), "harbour")
	if err != nil {
		t.Fatal(err)
	}
	reader := timeline.NewReader(st)
	for _, tt := range roleTests {
		a := news.Article{ID: 1, URL: "https://a.example/1", Publisher: "a.example", Language: tt.lang, Text: tt.text,
			Published: news.DCT{Time: time.Date(2024, 5, 4, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}}
		read, ok := reader.Article(a, 0)
		all := statement.Candidates(st, read)
		if !ok || len(all) != 1 {
			t.Errorf("%q has %d candidates, want 1", tt.text, len(all))
			continue
		}
		if s := all[0].Statement; s.Act != tt.act || s.By != tt.by || s.Whom != tt.whom {
			t.Errorf("%q: %s by %q to %q, want %s by %q to %q", tt.text, s.Act, s.By, s.Whom, tt.act, tt.by, tt.whom)
		}
	}
}
