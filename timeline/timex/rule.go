package timex

import (
	"fmt"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/language"
)

var kindNames = map[string]kind{"point": pointKind, "shift": shiftKind, "duration": durationKind, "set": setKind, "ref": refKind, "ignore": ignoreKind}

// parseRules reads the lines of a grammar, "KIND NAME: PATTERN => SETTINGS".
func (g *grammar) parseRules(src *language.Grammar) ([]rule, error) {
	var pairs []string
	for _, line := range src.Shorthands {
		name, pattern, ok := strings.Cut(line.Text, " = ")
		if !ok {
			return nil, fmt.Errorf("%d: want NAME = PATTERN", line.Number)
		}
		pairs = append(pairs, "{"+name+"}", strings.NewReplacer(pairs...).Replace(pattern))
	}
	shorthands := strings.NewReplacer(pairs...)
	rules := make([]rule, 0, len(src.Rules))
	for _, line := range src.Rules {
		r, err := g.parseRule(shorthands.Replace(line.Text))
		if err != nil {
			return nil, fmt.Errorf("%d: %w", line.Number, err)
		}
		r.line = line.Number
		rules = append(rules, r)
	}
	return rules, nil
}

func (g *grammar) parseRule(text string) (r rule, err error) {
	head, rest, ok := strings.Cut(text, ": ")
	name, rule, spaced := strings.Cut(head, " ")
	k, known := kindNames[name]
	if !ok || !spaced || !known {
		return r, fmt.Errorf("%q: want KIND NAME: PATTERN => SETTINGS, where KIND is point, shift, duration, set, ref or ignore", text)
	}
	pattern, tail, _ := strings.Cut(rest, " => ")
	r.kind, r.name, r.pattern = k, rule, pattern
	for _, s := range strings.Fields(tail) {
		if c, ok := strings.CutPrefix(s, "when="); ok {
			f := conditions[c]
			if f == nil {
				return r, fmt.Errorf("no condition %s", c)
			}
			r.when = append(r.when, f)
			continue
		}
		f, err := g.parseSetting(s)
		if err != nil {
			return r, err
		}
		r.set = append(r.set, f)
	}
	return r, nil
}

// holds reports whether the conditions of a rule hold of tokens i to j.
func (r *rule) holds(p *parser, i, j int) bool {
	for _, c := range r.when {
		if !c(p, i, j) {
			return false
		}
	}
	return true
}
