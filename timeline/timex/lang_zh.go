package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var chineseLexicon = []table{
	{unitC, int(second), "秒 秒钟 秒鐘"}, {unitC, int(minute), "分钟 分鐘"}, {unitC, int(hour), "小时 小時 钟头 鐘頭 个小时 個小時 个钟头"},
	{unitC, int(dayUnit), "天 日 昼夜 天时间 个工作日 工作日 个交易日 交易日 个自然日"}, {unitC, int(week), "周 星期 礼拜 週 个星期 个礼拜 個星期 周时间"},
	{unitC, int(month), "个月 個月 月 个月时间 個月时间"}, {unitC, int(quarter), "季度 个季度 個季度"}, {unitC, int(year), "年 年时间 周年 个年头 個年頭 载"}, {unitC, int(half), "个半年"},
	{unitC, int(decade), "个年代"}, {unitC, int(century), "世纪 世紀 个世纪 個世紀"},
	{relUnitC, relUnit(0, year), "今年 本年 本年度 今年度 这一年"}, {relUnitC, relUnit(-1, year), "去年 上年 上一年 昨年 去年度"}, {relUnitC, relUnit(-2, year), "前年"}, {relUnitC, relUnit(-3, year), "大前年"},
	{relUnitC, relUnit(1, year), "明年 来年 下一年 來年 明年度"}, {relUnitC, relUnit(2, year), "后年 後年"},
	{relUnitC, relUnit(0, month), "本月 这个月 这月 這個月 本月份 这一个月"}, {relUnitC, relUnit(-1, month), "上月 上个月 上個月 上月份"}, {relUnitC, relUnit(-2, month), "上上月 上上个月 上上個月"},
	{relUnitC, relUnit(1, month), "下月 下个月 下個月 下月份"}, {relUnitC, relUnit(2, month), "下下月 下下个月"},
	{relUnitC, relUnit(0, quarter), "本季度 本季 这个季度"}, {relUnitC, relUnit(-1, quarter), "上季度 上个季度 上一季度 上季"}, {relUnitC, relUnit(1, quarter), "下季度 下个季度 下一季度 下季"},
	{relUnitC, relUnit(0, century), "本世纪 本世紀"}, {relUnitC, relUnit(-1, century), "上世纪 上个世纪 上世紀 上個世紀"},
	{relUnitC, relUnit(0, weekend), "本周末 这周末 这个周末 周末 週末"}, {relUnitC, relUnit(-1, weekend), "上周末 上个周末 上週末"}, {relUnitC, relUnit(1, weekend), "下周末 下个周末 下週末"},
	{offsetC, 0, "今天 今日 今儿 本日 今"}, {offsetC, -1, "昨天 昨日 昨儿 昨"}, {offsetC, -2, "前天 前日"}, {offsetC, -3, "大前天"}, {offsetC, 1, "明天 明日 明儿 隔天"}, {offsetC, 2, "后天 後天"}, {offsetC, 3, "大后天 大後天"}, {offsetC, 4, "大大后天"},
	{partRefC, offsetPart(0, morning), "今晨 今早 今天早上"}, {partRefC, offsetPart(0, evening), "今晚 今夜"}, {partRefC, offsetPart(-1, evening), "昨晚 昨夜"}, {partRefC, offsetPart(1, morning), "明早 明晨"}, {partRefC, offsetPart(1, evening), "明晚"}, {partRefC, offsetPart(-1, morning), "昨晨 昨早"}, {partRefC, offsetPart(-2, evening), "前晚"},
	{partC, morning, "早上 上午 早晨 清晨 清早 早间 凌晨 黎明 拂晓 晨 早 一早 午前"}, {partC, midday, "中午 正午 午间"}, {partC, afternoon, "下午 午后 午後"}, {partC, evening, "晚上 晚间 傍晚 晚 黄昏 夜晚 晚間"}, {partC, night, "夜间 深夜 夜里 午夜 半夜 夜 当夜"}, {partC, daytime, "白天 日间"},
	{thatC, 0, "当天 当日 同日 同一天 當天 當日 这天 这一天 那天 即日"},
	{seasonC, 1, "春天 春季 开春 春"}, {seasonC, 2, "夏天 夏季 夏"}, {seasonC, 3, "秋天 秋季 秋"}, {seasonC, 4, "冬天 冬季 冬"},
	{halfyearC, 1, "上半年 前半年"}, {halfyearC, 2, "下半年 后半年 後半年"},
	{partOfC, modStart, "初 初期 上旬 年初 月初 初头 早期 前期"}, {partOfC, modMid, "中旬 中期 中 年中 月中"}, {partOfC, modEnd, "底 末 下旬 末期 年底 年末 月底 月末 后期 晚期 底部"},
	{approxC, modApprox, "约 大约 大概 近 左右 上下 约为 許"}, {approxC, modMore, "超过 逾 多"}, {approxC, modAtLeast, "至少"}, {approxC, modAtMost, "至多 最多 不超过"},
	{rangeC, 0, "至 到 - – — —— ~ ～ － 和 与 或 及 、 ， 并"}, {andC, 0, "零 又"}, {halfC, 5, "半"},
	{vagueC, vague, "几 数 若干 幾 好几 数十 几十 十几 多少 數 多"},
	{eachC, 0, "每 每个 每一 每個 每隔 每逢"}, {byC, 0, "前 之前 以前 为止 截止 止"},
	{refC, present, "目前 现在 当前 如今 现时 眼下 现今 眼前 此刻 当下 現在 當前 时下"}, {refC, past, "近日 近期 最近 日前 此前 近来 刚刚 不久前 先前 早前 以往 过去 曾经 前不久 昔日 稍早 当年 当时 前段时间 近几年 历史上 從前 从前 古代"},
	{refC, future, "今后 未来 将来 不久后 不久 日后 今後 未來 將來 即将"},
	{freqC, int(dayUnit), "天天 日均"}, {freqC, int(month), "月均"}, {freqC, int(year), "年均"},
	{zoneC, beijing, "北京时间 北京時間"}, {zoneC, localTime, "当地时间 當地時間 当地"}, {zoneC, easternTime, "美东时间 美国东部时间 美東時間"}, {zoneC, pacificTime, "美西时间 太平洋时间"}, {zoneC, utcZone, "世界协调时"}, {zoneC, gmtZone, "格林尼治时间 格林威治时间"}, {zoneC, tokyo, "东京时间"}, {zoneC, moscow, "莫斯科时间"}, {zoneC, london, "伦敦时间"}, {zoneC, hongKong, "香港时间"},
	{eraC, 0, "公元前 西元前"}, {adC, 0, "公元 西元"}, {lunarC, 0, "农历 阴历 農曆 旧历"},
	{holidayC, springFestival, "春节 大年初一 新春 春節 正月初一"}, {holidayC, lunarEve, "除夕 大年三十 年三十"}, {holidayC, lantern, "元宵节 元宵 元宵節"}, {holidayC, dragonBoat, "端午节 端午"}, {holidayC, midAutumn, "中秋节 中秋 中秋節"}, {holidayC, doubleNinth, "重阳节 重阳"}, {holidayC, qixi, "七夕"},
	{holidayC, nationalCN, "国庆 国庆节 國慶"}, {holidayC, newYear, "元旦"}, {holidayC, labour, "劳动节 五一劳动节 五一"}, {holidayC, womensDay, "妇女节"}, {holidayC, childrensDay, "儿童节 六一儿童节"}, {holidayC, armyCN, "建军节"}, {holidayC, qingming, "清明节 清明"}, {holidayC, christmas, "圣诞节 圣诞"}, {holidayC, thanksgiving, "感恩节"}, {holidayC, christmasEve, "平安夜"}, {holidayC, halloween, "万圣节"}, {holidayC, valentine, "情人节"}, {holidayC, mothersDay, "母亲节"}, {holidayC, fathersDay, "父亲节"}, {holidayC, easterSunday, "复活节"},
	// Words that only hold a sign of time.
	{blockC, 0, "日本 日元 日报 日常 日益 日子 日程 日志 日內瓦 日内瓦 生日 节日 假日 工作日程 月亮 月球 月饼 年轻 年轻人 年龄 年级 年青 年代感 周边 周围 周期 周到 周岁 号码 号召 号称 分别 分析 分成 分布 点评 点击 时间 时期 时候 时代 时报 日期 天气 天然 天空 天津 天下 天使 天才 天文 秒杀 年报 季报 月报 周报 周刊 一些 一样 一起 一定 一直 一般 一边 一致 统一 唯一 单一 进一步 一方面 一旦 一切 一共 之一 十分 万一 两岸 三星 四川 九江 百度 千万别 初步 初中 中国 中央 中心 中方 中美 中新网 中新社 中共 中间 中小 中华 末尾 底线 春运 夏普 秋波 冬奥会 冬奥 早已 早就 晚报 晨报 夜市 多数 多家 多个 多名 多次 多种 多位 多项 多方 多国 几乎 前往 前提 前景 前进 前后 目的 前者 前总统 前任 前锋 到底 达到 到达 得到 到了 到位 到来 和平 与会 以及 及其 及时 普及 或者 或许 至于 甚至 以至 半导体 半岛 半数 数据 数字 数量 数码 数百 过去了 号线 多月 新华社 新华网 今天凌晨 晚会 早餐 午餐 晚餐 春秋 年会 年度 月份 日电 周恩来 近似 接近 附近"},
	{markC, 0, "年 月 日 号 號 时 時 点 點 分 刻 整 内 內 以内 之内 后 後 之后 以后 起 开始 以来 以來 来 前 个 第 年代 份 时分 钟 半 多 当地 上午 世纪 初 夜里 间 之间"},
}

var chineseRels = []struct {
	rel   int
	words string
}{{-1, "上 上个 上個 上一"}, {-2, "上上 上上个 上上個"}, {0, "本 这 这个 這 這個 此"}, {1, "下 下个 下個 下一"}, {2, "下下 下下个"}}

func chinese() *language {
	l := newLanguage("zh")
	l.segment = segmentChinese
	l.byAfter = true
	l.add(chineseLexicon...)
	weeks := strings.Fields("周 星期 礼拜 週 禮拜")
	days := strings.Fields("一|1 二|2 三|3 四|4 五|5 六|6 日|天")
	for _, w := range weeks {
		for n, names := range days {
			for _, d := range strings.Split(names, "|") {
				l.add(table{weekdayC, n + 1, w + d})
				for _, r := range chineseRels {
					for _, rw := range strings.Fields(r.words) {
						l.add(table{relDayC, relDay(r.rel, n+1), rw + w + d})
					}
				}
			}
		}
		for _, r := range chineseRels {
			for _, rw := range strings.Fields(r.words) {
				l.add(table{relUnitC, relUnit(r.rel, week), rw + w})
			}
		}
	}
	for _, u := range []table{{0, int(minute), "分钟"}, {0, int(hour), "小时"}} {
		l.add(table{unitC, u.val, "个" + u.words})
	}
	l.tenses(futureTense, "将 将于 将在 将会 也会 就会 都会 还会 拟 计划 预计 有望 即将 打算 准备 定于 將 可能 或将 必须 应")
	l.tenses(pastTense, "了 已 已经 曾 日前 说 表示 报道 宣布 发布 称")
	l.clauseTense = chineseTense
	l.compile(append(chineseRules, numericRules...))
	for w := range l.words {
		_, n := utf8.DecodeRuneInString(w)
		l.reach(w[:n], len(w))
	}
	return l
}

// reach notes the longest word that begins with a character.
func (l *language) reach(first string, n int) {
	if l.longest == nil {
		l.longest = map[string]int{}
	}
	l.longest[first] = max(l.longest[first], n)
}

// segmentChinese takes the longest word of the lexicon, a run of numerals, or
// one character. Beside a number the signs of time stand alone: in "29日本报"
// the day comes first.
func segmentChinese(l *language, text string, i, to int) token {
	r, n := utf8.DecodeRuneInString(text[i:to])
	if unicode.IsSpace(r) {
		return token{start: i, end: i}
	}
	if r < utf8.RuneSelf {
		return latinWord(text, i, to)
	}
	if c := text[i : i+n]; afterNumber(text, i) && (c == "日" || c == "年" || c == "月" || c == "时" || c == "点" || c == "分" || c == "周" || c == "号" || c == "天") {
		if e := l.words[c]; e != nil {
			return token{start: i, end: i + n, entry: e}
		}
	}
	for end := min(i+l.longest[text[i:i+n]], to); end > i+n; end-- {
		if end < to && !utf8.RuneStart(text[end]) {
			continue
		}
		if e := l.words[text[i:end]]; e != nil {
			return token{start: i, end: end, entry: e}
		}
	}
	if t, ok := chineseNumber(text, i, to); ok {
		return t
	}
	return token{start: i, end: i + n, entry: l.words[text[i:i+n]]}
}

func latinWord(text string, i, to int) token {
	j := i
	for j < to && text[j] < utf8.RuneSelf && (isLetter(text[j]) || j > i && text[j]-'0' < 10) {
		j++
	}
	return token{start: i, end: max(j, i+1), upper: true}
}

// afterNumber tells whether a digit or numeral stands right before i.
func afterNumber(text string, i int) bool {
	for i > 0 && text[i-1] == ' ' {
		i--
	}
	if i > 0 && text[i-1]-'0' < 10 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	_, ok := chineseDigits[r]
	return ok || r == '几' || r == '数'
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

var chineseRules = []rule{
	// Dates.
	{kind: pointKind, name: "date", pattern: "zone? ad? <year>|<yy2> 年 <monthnum> 月 <day> 日|号|號? ,|，|(|（? weekday? )|）? part?"},
	{kind: pointKind, name: "date-clock", pattern: "zone? <year>|<yy2>|relunit 年? <monthnum> 月 <day> 日|号|號? part? <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "month-day", pattern: "zone? relunit? <monthnum> 月 <day> 日|号|號 ，? weekday? part?"},
	{kind: pointKind, name: "month-day-clock", pattern: "zone? <monthnum> 月 <day> 日|号|號 part? <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "month-day-colon", pattern: "zone? <year>? 年? <monthnum> 月 <day> 日|号|號 part? <clock>"},
	{kind: pointKind, name: "month", pattern: "ad? <year>|<yy2> 年 <monthnum> 月|月份 partof?"},
	{kind: pointKind, name: "month", pattern: "relunit 的? <monthnum> 月|月份 partof?"},
	{kind: pointKind, name: "month", pattern: "<monthnum> 月|月份 partof?"},
	{kind: pointKind, name: "day", pattern: "zone? relunit <day> 日|号|號 part?"},
	{kind: pointKind, name: "day", pattern: "zone? <day> 日|号|號 part?"},
	{kind: pointKind, name: "day-clock", pattern: "zone? relunit? <day> 日|号|號 part? <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "day-clock", pattern: "zone? <day> 日|号|號 part? <clock>"},
	{kind: pointKind, name: "date-digits", pattern: "zone? <date> part?"},
	{kind: pointKind, name: "date-digits-clock", pattern: "zone? <date> part? <clock>"},
	{kind: pointKind, name: "date-digits-clock", pattern: "zone? <date> part? <hour> 时|時|点|點 <min>? 分?"},
	// Ranges and lists that share what one side leaves out.
	{kind: pointKind, name: "day-range", pattern: "( <year>? 年? <monthnum> 月 <day> 日|号? ) range ( <day> 日|号 )"},
	{kind: pointKind, name: "day-range", pattern: "( <year>? 年? <monthnum> 月 <day> 日|号? ) range ( <year>? 年? <monthnum> 月 <day> 日|号? )"},
	{kind: pointKind, name: "month-range", pattern: "( <year>? 年? <monthnum> 月? ) range ( <monthnum> 月 )"},
	{kind: pointKind, name: "month-range", pattern: "( relunit? <monthnum> 月? ) range ( <monthnum> 月 )"},
	{kind: pointKind, name: "day-range", pattern: "( <day> 日? ) range ( <day> 日 )"},
	{kind: pointKind, name: "year-range", pattern: "( <year> 年? ) range ( <year> 年 )"},
	// Years and longer.
	{kind: pointKind, name: "year", pattern: "ad? <year>|<yy2> 年 partof?"},
	{kind: pointKind, name: "year-era", pattern: "era <bigyear> 年"},
	{kind: pointKind, name: "half-year", pattern: "<year> 年 halfyear"},
	{kind: pointKind, name: "half-year", pattern: "relunit? halfyear", set: thisYear},
	{kind: pointKind, name: "quarter", pattern: "<year> 年 第? <nth> 季度|季", set: quarters},
	{kind: pointKind, name: "quarter", pattern: "relunit 第? <nth> 季度|季", set: quarters},
	{kind: pointKind, name: "quarter", pattern: "第? <nth> 季度", set: quarters},
	{kind: pointKind, name: "season", pattern: "<year> 年 season"},
	{kind: pointKind, name: "season", pattern: "relunit season"},
	{kind: pointKind, name: "rel-unit", pattern: "relunit partof?"},
	{kind: pointKind, name: "unit-part", pattern: "年初|年中|年底|年末", set: func(m *meaning) { m.unit = year }},
	{kind: pointKind, name: "unit-part", pattern: "partof", when: monthPart, set: func(m *meaning) { m.unit = month }},
	{kind: pointKind, name: "decade", pattern: "<decade2> 年代 partof?"},
	{kind: pointKind, name: "decade", pattern: "<nth> 世纪|世紀 <decade2> 年代 partof?", set: centuries},
	{kind: pointKind, name: "decade", pattern: "relunit <decade2> 年代 partof?", set: relCentury},
	{kind: pointKind, name: "century", pattern: "第? <nth> 世纪|世紀 partof?", set: centuries},
	// Days and weeks.
	{kind: pointKind, name: "weekday", pattern: "zone? weekday part?"},
	{kind: pointKind, name: "weekday-clock", pattern: "zone? weekday|relday|offset part? <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "weekday-clock", pattern: "zone? weekday|relday|offset part? <clock>"},
	{kind: pointKind, name: "rel-weekday", pattern: "zone? relday part?"},
	{kind: pointKind, name: "offset", pattern: "zone? offset part?"},
	{kind: pointKind, name: "part-ref", pattern: "zone? partref"},
	{kind: pointKind, name: "part-ref-clock", pattern: "partref <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "same-day", pattern: "zone? that part?"},
	{kind: pointKind, name: "same-day-clock", pattern: "zone? that part? <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "clock", pattern: "zone? part? <hour> 时|時|点|點 <min> 分"},
	{kind: pointKind, name: "clock", pattern: "part <hour> 时|時|点|點 <min>? 分?"},
	{kind: pointKind, name: "clock", pattern: "<hour> 时|時|点|點 半|整|钟?", when: clockAlone},
	{kind: pointKind, name: "clock-colon", pattern: "zone? part? <clock>"},
	{kind: pointKind, name: "part", pattern: "part", when: longPart},
	{kind: pointKind, name: "holiday", pattern: "relunit? holiday"},
	{kind: pointKind, name: "holiday", pattern: "<year> 年 holiday"},
	// So long before or after.
	{kind: shiftKind, name: "ago", pattern: "approx? <num> 多? unit 多? 前|之前|以前", set: back},
	{kind: shiftKind, name: "later", pattern: "<num> unit 半? 后|後|之后|以后", set: forward},
	{kind: shiftKind, name: "next-day", pattern: "zone? 次日|翌日|第二天", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m) }},
	{kind: shiftKind, name: "day-before", pattern: "前一天|前一日", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: shiftKind, name: "next-year", pattern: "次年|翌年", set: func(m *meaning) { m.unit = year; nextEvent(m) }},
	{kind: shiftKind, name: "next-month", pattern: "次月", set: func(m *meaning) { m.unit = month; nextEvent(m) }},
	// Durations.
	{kind: durationKind, name: "term", pattern: "( <num> unit ) 内|內|以内|之内", set: termed},
	{kind: durationKind, name: "duration", pattern: "approx? <num> 多? unit"},
	{kind: durationKind, name: "duration-half", pattern: "<num> unit 半", set: plusHalf},
	{kind: durationKind, name: "duration-half", pattern: "<int> 个 半 月|小时|星期|钟头", set: nil},
	{kind: durationKind, name: "duration-more", pattern: "<num> unit 多? 零|又? <num> unit 余?"},
	{kind: durationKind, name: "duration-three", pattern: "<num> unit <num> unit <num> unit"},
	// Repeated times.
	{kind: setKind, name: "each", pattern: "each <num>? unit|weekday|season|part"},
	{kind: setKind, name: "each-weekday-part", pattern: "each weekday part"},
	{kind: setKind, name: "each-night", pattern: "each 晚|晚上|早", set: nil},
	{kind: setKind, name: "freq", pattern: "freq"},
	// Vague references.
	{kind: refKind, name: "ref", pattern: "ref"},
}

// thisYear takes "上半年" for that of the current year.
func thisYear(m *meaning) {
	if m.rel == unset {
		m.rel, m.unit = 0, year
	}
}

func centuries(m *meaning) { m.century, m.ord, m.quarter = m.ord, 0, 0 }

// relCentury is "上世纪90年代": the century before that of the DCT.
func relCentury(m *meaning) { m.unit = century }

// forward counts from the last event told, as Chinese does without saying so.
func forward(m *meaning) { m.dir, m.anchor = 1, fromEvent }

func termed(m *meaning) { m.term = true }

func plusHalf(m *meaning) {
	if m.num > 0 {
		m.num += 0.5
	}
}

// monthPart tells whether a part stands for one of the month without its name.
func monthPart(p *parser, i, j int) bool {
	switch p.word(i) {
	case "月初", "月底", "月末", "月中", "上旬", "中旬", "下旬":
		return true
	}
	return false
}

// longPart refuses parts of the day in one character, which other words hold.
func longPart(p *parser, i, j int) bool {
	return p.toks[i].end-p.toks[i].start > 3
}

// clockAlone keeps "三点" (three points) from being an hour unless a word for
// time stands by it.
func clockAlone(p *parser, i, j int) bool {
	switch p.word(j - 1) {
	case "半", "整", "钟", "时", "時":
		return p.toks[i].num > 0 || p.word(j-1) != "时"
	}
	return p.toks[i].num > 4
}

func chineseTense(p *parser, f *found) tense {
	for d := 1; d < 40; d++ {
		if i := f.end - 1 + d; i < len(p.toks) {
			if e := p.toks[i].entry; e != nil && e.tense != noTense {
				return e.tense
			}
		}
		if i := f.start - d; i >= 0 && d < 12 {
			if e := p.toks[i].entry; e != nil && e.tense == futureTense {
				return e.tense
			}
		}
	}
	return noTense
}
