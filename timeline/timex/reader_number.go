package timex

// readNumber reads a count in digits or words: 5, twenty-three, a couple of,
// two and a half, several.
func readNumber(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if t.kind == numberToken {
		if t.parts.shape != noShape && t.parts.shape != dotShape && t.parts.shape != dayShape || t.suffix {
			return 0
		}
		n := 1
		v := float64(t.num) + t.frac
		if s, ok := p.sense(i+1, scaleC); ok && s >= 1000 {
			v, n = v*float64(s), 2
		}
		k, f := p.andHalf(i + n)
		if k == 0 && p.fraction(i+n) {
			k, f = 1, 0.5
		}
		p.pushNumber(v + f)
		return n + k
	}
	n := 0
	if p.is(i, detC) && (p.is(i+1, vagueC) || p.is(i+1, coupleC)) {
		n = 1 // a few, a couple
	}
	if v, ok := p.sense(i+n, vagueC); ok {
		p.pushNumber(float64(v))
		return n + 1
	}
	if v, ok := p.sense(i+n, coupleC); ok {
		p.pushNumber(float64(v))
		if p.is(i+n+1, ofC) {
			n++
		}
		return n + 1
	}
	return p.wordNumber(i)
}

// fraction reports whether token i is the half of "2 1/2".
func (p *parser) fraction(i int) bool {
	return p.word(i) == "½" || p.word(i) == "1/2"
}

// wordNumber reads a number in words.
func (p *parser) wordNumber(i int) int {
	if v, ok := p.sense(i, numC); ok && v == 1 && !p.is(i, halfC) { // ein halbes
		if h, ok := p.sense(i+1, halfC); ok && h == 5 && !p.is(i+2, detC) {
			p.pushNumber(0.5)
			return 2
		}
	}
	start, total, part, seen := i, 0, 0, false
	for i < len(p.toks) {
		e := p.toks[i].entry
		if v, ok := e.sense(numC); ok && (part == 0 || part%10 == 0 && v < 10 && part%100 != 10 || part%100 == 0) {
			part, seen = part+v, true
			i++
		} else if v, ok := e.sense(scaleC); ok && seen {
			if v == 100 {
				part *= 100
			} else {
				total, part = total+part*v, 0
			}
			i++
		} else if seen && i+1 < len(p.toks) && p.word(i) == "-" && p.is(i+1, numC) && part%10 == 0 && part > 0 {
			i++
		} else {
			break
		}
	}
	if !seen {
		return p.onlyHalf(i)
	}
	k, f := p.andHalf(i)
	p.pushNumber(float64(total+part) + f)
	return i - start + k
}

// andHalf reads "and a half" after a number.
func (p *parser) andHalf(i int) (n int, f float64) {
	if !p.is(i, andC) {
		return 0, 0
	}
	j := i + 1
	if p.is(j, detC) || p.is(j, numC) {
		j++
	}
	if v, ok := p.sense(j, halfC); ok {
		return j - i + 1, float64(v) / 10
	}
	return 0, 0
}

// onlyHalf reads "half a" and numbers that hold a half ("eineinhalb").
func (p *parser) onlyHalf(i int) int {
	v, ok := p.sense(i, halfC)
	if !ok {
		return 0
	}
	p.pushNumber(float64(v) / 10)
	if p.is(i+1, detC) && v == 5 {
		return 2
	}
	return 1
}

// readInt reads an integer in digits as a count.
func readInt(p *parser, i int) int {
	if !p.plainNumber(i, 6) || p.toks[i].suffix {
		return 0
	}
	p.pushNumber(float64(p.toks[i].num))
	return 1
}

// readOrdinal reads third, 3rd, "3."; twenty-first.
func readOrdinal(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if p.plainNumber(i, 3) && (t.suffix || p.lang.dotOrdinal && p.glued(i+1, ".")) {
		p.push(ordSlot, t.num)
		if t.suffix {
			return 1
		}
		return 2
	}
	if v, ok := t.entry.sense(ordC); ok {
		p.push(ordSlot, v)
		return 1
	}
	if v, ok := t.entry.sense(numC); ok && v >= 20 && v%10 == 0 && p.word(i+1) == "-" {
		if w, ok := p.sense(i+2, ordC); ok && w < 10 {
			p.push(ordSlot, v+w)
			return 3
		}
	}
	return 0
}

// readNth reads a number as an ordinal.
func readNth(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num > 0 {
		p.push(ordSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readOne reads the number one as a count.
func readOne(p *parser, i int) int {
	if !p.plainNumber(i, 1) || p.toks[i].num != 1 {
		return 0
	}
	p.pushNumber(1)
	return 1
}
