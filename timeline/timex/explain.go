package timex

import "github.com/seed-7461731f/dateline/store/news"

// An Explanation says why an expression was given its days.
type Explanation struct {
	Frame    string    // what in the clause says where it looks: "appointed", "verb"; "" when nothing does
	Tense    string    // where that is: "past", "told", "done", "open", "present", "future", "due"; "" when nowhere
	Placed   string    // how it was placed: "weekday", "year-by-direction", "shift"
	Readings []Reading // the candidates, in the order they were looked at
}

// A Reading is a candidate with its cost, in days; the lowest counts.
type Reading struct {
	Name, Value string
	Cost        int
}

// Explain is Tag with an explanation of each expression, in the same order. Where
// only bounds of the DCT are known it returns no explanations, since what counts
// from it was resolved twice.
func Explain(title, text string, sentences []news.Sentence, opt Options) ([]news.TimeExpression, []Explanation) {
	if hasBounds(&opt.DCT) {
		return Tag(title, text, sentences, opt), nil
	}
	var why []Explanation
	return tagWith(title, text, sentences, opt, &why), why
}

var tenseText = [...]string{noTense: "", pastTense: "past", toldTense: "told", doneTense: "done", openTense: "open", presentTense: "present", futureTense: "future", dueTense: "due"}

func (r *resolver) explanation(h heading, res *result) Explanation {
	x := Explanation{Frame: h.by, Tense: tenseText[h.tense], Placed: res.placed}
	for _, c := range r.readings {
		x.Readings = append(x.Readings, Reading{c.name, c.at.value(), c.cost})
	}
	return x
}
