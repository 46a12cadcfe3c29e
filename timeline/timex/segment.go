package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// traditional gives the words of the lexicon their traditional form, too.
func (l *language) traditional() {
	forms := strings.NewReplacer(traditionalForms...)
	words := make([]string, 0, len(l.words))
	for w := range l.words {
		words = append(words, w)
	}
	for _, w := range words {
		if t := forms.Replace(w); l.words[t] == nil {
			l.words[t] = l.words[w]
		}
	}
}

// traditionalForms are the characters of the lexicon that have another form.
var traditionalForms = strings.Fields(`个 個 后 後 内 內 时 時 点 點 号 號 来 來 这 這 间 間 钟 鐘 礼 禮 几 幾 数 數 过 過 开 開 为 為 纪 紀 国 國 节 節 当 當
	发 發 现 現 将 將 预 預 计 計 划 劃 会 會 于 於 准 準 备 備 从 從 刚 剛 届 屆 东 東 历 曆 农 農 阴 陰 旧 舊 圣 聖 诞 誕 劳 勞 动 動 儿 兒 万 萬 岁 歲
	载 載 约 約 报 報 华 華 长 長 战 戰 说 說 称 稱 宣 宣 应 應 须 須 军 軍 复 復 妇 婦 阳 陽 图 圖 晓 曉 远 遠 关 關 伦 倫 标 標 边 邊 轻 輕 龄 齡 级 級 围 圍`)

// segmentChinese takes the longest word of the lexicon, a run of numerals, or
// one character. Behind a number only a unit may be longer than its sign: in
// "29日本报" the day comes first.
func segmentChinese(l *language, text string, i, to int, counted bool) token {
	r, n := utf8.DecodeRuneInString(text[i:to])
	if unicode.IsSpace(r) {
		return token{start: i, end: i}
	}
	if r < utf8.RuneSelf {
		return latinWord(text, i, to)
	}
	longest, known := l.longest[text[i:i+n]]
	if !known {
		return token{start: i, end: i + n}
	}
	for end := min(i+longest, to); end > i+n; end-- {
		if end < to && !utf8.RuneStart(text[end]) {
			continue
		}
		if e := l.words[text[i:end]]; e != nil && (!counted || e.countable() || l.words[text[i:i+n]] == nil) {
			return token{start: i, end: end, entry: e}
		}
	}
	if t, ok := chineseNumber(text, i, to); ok {
		return t
	}
	return token{start: i, end: i + n, entry: l.words[text[i:i+n]]}
}

// countable tells whether a word may follow a number as one: a unit, or a word
// that holds one.
func (e *entry) countable() bool {
	_, unit := e.sense(unitC)
	_, mark := e.sense(markC)
	return unit || mark || len(e.senses) == 0 || strings.HasPrefix(e.word, "个")
}

func latinWord(text string, i, to int) token {
	j := i
	for j < to && text[j] < utf8.RuneSelf && (isLetter(text[j]) || j > i && text[j]-'0' < 10) {
		j++
	}
	return token{start: i, end: max(j, i+1), upper: true}
}

// chineseDigits are the numerals; 十 百 千 万 亿 multiply what stands before.
var chineseDigits = map[rune]int{'〇': 0, '○': 0, '零': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '仨': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'十': 10, '百': 100, '千': 1000, '万': 10000, '萬': 10000, '亿': 100000000, '廿': 20, '元': 1, '正': 1,
	'０': 0, '１': 1, '２': 2, '３': 3, '４': 4, '５': 5, '６': 6, '７': 7, '８': 8, '９': 9}

// chineseNumber reads a run of numerals: by position (二〇二〇) or with
// multipliers (三十一).
func chineseNumber(text string, i, to int) (token, bool) {
	t := token{start: i, end: i, kind: numberToken}
	total, section, digit, multiplied := 0, 0, 0, false
	for t.end < to {
		r, n := utf8.DecodeRuneInString(text[t.end:to])
		v, ok := chineseDigits[r]
		if r == '零' && t.end == i && isDigit(text, i+n, to) {
			break // the link of 3个月零5天
		}
		if !ok || t.digits >= maxDigits || r == '元' || r == '正' {
			break
		}
		switch {
		case v < 10:
			t.digits++
			t.num = t.num*10 + v
			digit = v
		case v == 20:
			section, multiplied = section+20, true
		case v >= 10000:
			total, section, digit, multiplied = total+(section+max(digit, 0))*v, 0, 0, true
		default:
			section, digit, multiplied = section+max(digit, 1)*v, 0, true
		}
		t.end += n
	}
	if t.end == i {
		return t, false
	}
	if multiplied {
		t.num = total + section + digit
		t.digits = len(itoa(t.num))
		if t.num > 999 {
			t.digits = maxDigits
		}
	}
	return t, true
}

func itoa(n int) string {
	if n < 10 {
		return "1"
	}
	return "1" + itoa(n/10)
}
