package timex

import (
	"slices"
	"strings"
	"unicode/utf8"
)

var chineseLexicon = []table{
	{unitC, int(second), "秒 秒钟 秒鐘"}, {unitC, int(minute), "分钟 分鐘"}, {unitC, int(hour), "小时 小時 钟头 鐘頭 个小时 個小時 个钟头"},
	{unitC, int(dayUnit), "天 日 昼夜 天时间 个工作日 工作日 个交易日 交易日 个自然日"}, {unitC, int(week), "周 星期 礼拜 週 个星期 个礼拜 個星期 周时间"},
	{unitC, int(month), "个月 個月 月 个月时间 個月时间"}, {unitC, int(quarter), "季度 个季度 個季度"}, {unitC, int(year), "年 年时间 周年 个年头 個年頭 载"}, {unitC, int(half), "个半年"},
	{unitC, int(decade), "个年代"}, {unitC, int(century), "世纪 世紀 个世纪 個世紀"},
	{relUnitC, relUnit(0, year), "今年 本年 本年度 今年度 这一年 全年 年内"}, {relUnitC, relUnit(-1, year), "去年 上年 上一年 昨年 去年度"}, {relUnitC, relUnit(-2, year), "前年"}, {relUnitC, relUnit(-3, year), "大前年"},
	{relUnitC, relUnit(1, year), "明年 来年 下一年 來年 明年度"}, {relUnitC, relUnit(2, year), "后年 後年"}, {relUnitC, relUnit(3, year), "大后年"},
	{relUnitC, relUnit(0, month), "本月 月内 这个月 这月 這個月 本月份 这一个月"}, {relUnitC, relUnit(-1, month), "上月 上个月 上個月 上月份 上一个月"}, {relUnitC, relUnit(-2, month), "上上月 上上个月 上上個月"},
	{relUnitC, relUnit(1, month), "下月 下个月 下個月 下月份 下一个月"}, {relUnitC, relUnit(2, month), "下下月 下下个月"},
	{relUnitC, relUnit(0, quarter), "本季度 本季 这个季度"}, {relUnitC, relUnit(-1, quarter), "上季度 上个季度 上一季度 上季"}, {relUnitC, relUnit(1, quarter), "下季度 下个季度 下一季度 下季"},
	{relUnitC, relUnit(0, century), "本世纪 本世紀"}, {relUnitC, relUnit(-1, century), "上世纪 上个世纪 上世紀 上個世紀"},
	{relUnitC, relUnit(0, week), "周内"}, {relUnitC, relUnit(0, weekend), "本周末 这周末 这个周末 周末 週末"}, {relUnitC, relUnit(-1, weekend), "上周末 上个周末 上週末"}, {relUnitC, relUnit(1, weekend), "下周末 下个周末 下週末"},
	{offsetC, 0, "今天 今日 今儿 本日"}, {offsetC, -1, "昨天 昨日 昨儿"}, {offsetC, -2, "前天 前日"}, {offsetC, -3, "大前天"}, {offsetC, 1, "明天 明日 明儿 隔天"}, {offsetC, 2, "后天 後天"}, {offsetC, 3, "大后天 大後天"}, {offsetC, 4, "大大后天"},
	{partRefC, offsetPart(0, morning), "今晨 今早"}, {partRefC, offsetPart(0, evening), "今晚 今夜"}, {partRefC, offsetPart(-1, evening), "昨晚 昨夜"}, {partRefC, offsetPart(1, morning), "明早 明晨"}, {partRefC, offsetPart(1, evening), "明晚"}, {partRefC, offsetPart(-1, morning), "昨晨 昨早"}, {partRefC, offsetPart(-2, evening), "前晚"},
	{partC, morning, "早上 上午 早晨 清晨 清早 早间 凌晨 黎明 拂晓 晨 早 一早 午前"}, {partC, midday, "中午 正午 午间"}, {partC, afternoon, "下午 午后 午後"}, {partC, evening, "晚上 晚间 傍晚 晚 黄昏 夜晚 晚間"}, {partC, night, "夜间 深夜 夜里 午夜 半夜 夜 当夜"}, {partC, daytime, "白天 日间"},
	{thatC, 0, "当天 当日 同日 同一天 當天 當日 这天 这一天 那天 即日"},
	{seasonC, 1, "春天 春季 开春 春"}, {seasonC, 2, "夏天 夏季 夏"}, {seasonC, 3, "秋天 秋季 秋"}, {seasonC, 4, "冬天 冬季 冬"},
	{halfyearC, 1, "上半年 前半年"}, {halfyearC, 2, "下半年 后半年 後半年"},
	{partOfC, modStart + narrow, "初 年初 月初 初头"}, {partOfC, modStart, "初期 上旬 早期 前期"}, {partOfC, modMid, "中旬 中期"}, {partOfC, modMid + narrow, "中 年中 月中"}, {partOfC, modEnd + narrow, "底 末 年底 年末 月底 月末 底部"}, {partOfC, modEnd, "末期 下旬 后期 晚期"},
	{approxC, modApprox, "约 大约 大概 近 左右 上下 约为 許"}, {approxC, modMore, "超过 逾 多"}, {approxC, modAtLeast, "至少"}, {approxC, modAtMost, "至多 最多 不超过"},
	{rangeC, 0, "至 到 - – — —— ~ ～ － 和 与 或 及 、 ， 并"}, {andC, 0, "零 又"}, {halfC, 5, "半"},
	{vagueC, vague, "几 数 若干 幾 好几 数十 几十 十几 多少 數 多"},
	{eachC, 0, "每 每个 每一 每個 每隔 每逢"}, {byC, 0, "前 之前 以前 为止 截止 止 最迟 最晚 不迟于 不晚于 截止日期为 截止日期是 最后期限为 最后期限是 期限为 期限是"},
	{refC, present, "目前 现在 当前 如今 现时 眼下 现今 眼前 此刻 当下 現在 當前 时下"}, {refC, past, "近日 近期 最近 日前 此前 近来 刚刚 不久前 先前 早前 以往 过去 曾经 前不久 昔日 稍早 当年 当时 前段时间 近几年 历史上 從前 从前 古代"},
	{refC, future, "今后 未来 将来 不久后 不久 日后 今後 未來 將來 即将"},
	{freqC, int(dayUnit), "天天 日均"}, {freqC, int(month), "月均"}, {freqC, int(year), "年均"},
	{zoneC, beijing, "北京时间 北京時間"}, {zoneC, localTime, "当地时间 當地時間 当地"}, {zoneC, easternTime, "美东时间 美国东部时间 美東時間"}, {zoneC, pacificTime, "美西时间 太平洋时间"}, {zoneC, utcZone, "世界协调时"}, {zoneC, gmtZone, "格林尼治时间 格林威治时间"}, {zoneC, tokyo, "东京时间"}, {zoneC, moscow, "莫斯科时间"}, {zoneC, london, "伦敦时间"}, {zoneC, hongKong, "香港时间"},
	{quarterC, 1, "Q1"}, {quarterC, 2, "Q2"}, {quarterC, 3, "Q3"}, {quarterC, 4, "Q4"}, {ampmC, 1, "am AM"}, {ampmC, 2, "pm PM"},
	{eraC, 0, "公元前 西元前"}, {adC, 0, "公元 西元"}, {lunarC, 0, "农历 阴历 農曆 旧历"},
	{windowC, 1, "未来 今后 接下来 未來 今後 此后 后 未来的 往后"}, {windowC, -1, "过去 过去的 近 最近 前 此前 最近的 近来 過去 刚过去的 头 上 这"},
	{emperorC, 1912, "民国 民國"}, {emperorC, 1644, "顺治"}, {emperorC, 1662, "康熙"}, {emperorC, 1723, "雍正"}, {emperorC, 1736, "乾隆"}, {emperorC, 1796, "嘉庆"}, {emperorC, 1821, "道光"}, {emperorC, 1851, "咸丰"}, {emperorC, 1862, "同治"}, {emperorC, 1875, "光绪"}, {emperorC, 1909, "宣统"}, {emperorC, 627, "贞观"}, {emperorC, 713, "开元"}, {emperorC, 1368, "洪武"}, {emperorC, 1403, "永乐"}, {emperorC, 1573, "万历"}, {emperorC, 705, "神龙"}, {emperorC, 1868, "明治"}, {emperorC, 1912, "大正"}, {emperorC, 1926, "昭和"}, {emperorC, 1989, "平成"}, {emperorC, 2019, "令和"},
	{holidayC, springFestival, "春节 大年初一 新春 春節 正月初一"}, {holidayC, lunarEve, "除夕 大年三十 年三十"}, {holidayC, lantern, "元宵节 元宵 元宵節"}, {holidayC, dragonBoat, "端午节 端午"}, {holidayC, midAutumn, "中秋节 中秋 中秋節"}, {holidayC, doubleNinth, "重阳节 重阳"}, {holidayC, qixi, "七夕"},
	{holidayC, nationalCN, "国庆 国庆节 國慶"}, {holidayC, newYear, "元旦"}, {holidayC, labour, "劳动节 五一劳动节 五一"}, {holidayC, womensDay, "妇女节"}, {holidayC, childrensDay, "儿童节 六一儿童节"}, {holidayC, armyCN, "建军节"}, {holidayC, qingming, "清明节 清明"}, {holidayC, christmas, "圣诞节 圣诞"}, {holidayC, thanksgiving, "感恩节"}, {holidayC, christmasEve, "平安夜"}, {holidayC, halloween, "万圣节"}, {holidayC, valentine, "情人节"}, {holidayC, mothersDay, "母亲节"}, {holidayC, fathersDay, "父亲节"}, {holidayC, easterSunday, "复活节"},
	// Words that only hold a sign of time.
	{blockC, 0, "日本 日元 日报 日常 日益 日子 日程 日志 日內瓦 日内瓦 生日 节日 假日 工作日程 月亮 月球 月饼 年轻 年轻人 年龄 年级 年青 年代感 周边 周围 周期 周到 号码 号召 号称 分别 分析 分成 分布 点评 点击 时间 时期 时候 时代 时报 日期 天气 天然 天空 天津 天使 最近一次 前天津 每日经济新闻 每日邮报 每日电讯报 每日新闻 每日人物 每日镜报 今日俄罗斯 明日科技 周末画报 经济报道 世纪互联 世纪华通 纽约 条约 合约 协约 公约 签约 违约 预约 北约 契约 制约 节约 履约 邀约 要约 相约 简约 赴约 约翰 约定 约束 约旦 约会 钟声 冬季奥运会 夏季奥运会 冬季运动会 夏季运动会 今明 踏上 登上 送上 月面 天才 天文 秒杀 年报 季报 月报 周报 周刊 一些 一样 一起 一定 一直 一般 一边 一致 统一 唯一 单一 进一步 一方面 一旦 一切 一共 之一 十分 万一 两岸 三星 四川 九江 百度 千万别 初步 初中 中国 中央 中心 中方 中美 中新网 中新社 中共 中间 中小 中华 末尾 底线 春运 夏普 秋波 冬奥会 冬奥 早已 早就 晚报 晨报 夜市 多数 多家 多个 多名 多次 多种 多位 多项 多方 多国 几乎 前往 前提 前景 前进 前后 目的 前者 前总统 前任 前锋 到底 达到 到达 得到 到了 到位 到来 和平 与会 以及 及其 及时 普及 或者 或许 至于 甚至 以至 半导体 半岛 半数 数据 数字 数量 数码 数百 过去了 号线 新华社 新华网 今天凌晨 晚会 早餐 午餐 晚餐 春秋 年会 年度 日电 周恩来 近似 接近 附近"},
	{markC, 0, "年 月 日 号 號 周岁 岁 年代 份 月份 年度 余 加 又 零 冬月 腊月 正月 今日头条 明日之后 今日美国 明日之星 时 時 点 點 分 刻 整 内 內 以内 之内 后 後 之后 以后 起 开始 以来 以來 来 前 个 第 年代 份 时分 钟 钟整 半 多 世纪 初 夜里 间 之间"},
}

// chineseRels are last, this and next before a week or a weekday.
var chineseRels = []struct {
	rel   int
	words string
}{{-1, "上 上个 上個 上一 上一个"}, {-2, "上上 上上个 上上個"}, {0, "本 这 这个 這 這個 此 这一"}, {1, "下 下个 下個 下一 下一个"}, {2, "下下 下下个"}}

func chinese() *language {
	l := newLanguage("zh")
	l.segment = segmentChinese
	l.byAfter, l.hourAlone, l.zoneBefore = true, true, true
	l.add(chineseLexicon...)
	weeks := strings.Fields("周 星期 礼拜 週 禮拜")
	days := strings.Fields("一|1 二|2 三|3 四|4 五|5 六|6 日|天")
	for _, w := range weeks {
		for n, names := range days {
			for _, d := range strings.Split(names, "|") {
				l.add(table{weekdayC, n + 1, w + d + " 个" + w + d})
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
	l.tenses(futureTense, "将 将于 将在 将会 也会 就会 都会 还会 拟 计划 预计 有望 可望 可以在 即将 打算 准备 定于 將 可能 或将 必须 应")
	l.tenses(pastTense, "了 已 已经 曾 日前 说 表示 报道 宣布 发布 称")
	l.clauseTense = chineseTense
	l.compile(slices.Concat(chineseRules, chains(), numericRules))
	l.traditional()
	for r := range chineseDigits {
		l.reach(string(r), utf8.RuneLen(r))
	}
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

// The pieces that most Chinese patterns are made of.
const (
	zhYear  = "<year>|<yy2> 年 "
	zhMonth = "<monthnum> 月|月份 "
	zhDay   = "<day> 日|号|號 "
	zhBase  = "weekday|relday|offset|that "
)

var chineseRules = []rule{
	// Dates.
	{kind: pointKind, name: "date", pattern: zhYear + zhMonth + zhDay + "part?"},
	{kind: pointKind, name: "date", pattern: zhYear + zhMonth + zhDay + "，? weekday part?"},
	{kind: pointKind, name: "date", pattern: zhYear + zhMonth + zhDay + "(|（ weekday )|） part?"},
	{kind: pointKind, name: "date-clock", pattern: zhYear + zhMonth + zhDay + "weekday? part? <clockzh>"},
	{kind: pointKind, name: "month-day", pattern: "relunit? 的? " + zhMonth + zhDay + "part?"},
	{kind: pointKind, name: "month-day", pattern: "relunit? 的? " + zhMonth + zhDay + "，? weekday part?"},
	{kind: pointKind, name: "month-day", pattern: "relunit? " + zhMonth + zhDay + "(|（ weekday )|） part?"},
	{kind: pointKind, name: "month-day-clock", pattern: "relunit? " + zhMonth + zhDay + "weekday? part? <clockzh>"},
	{kind: pointKind, name: "month-day", pattern: zhMonth + "<digitday>"},
	{kind: pointKind, name: "month", pattern: "ad? " + zhYear + zhMonth + "partof?"},
	{kind: pointKind, name: "month-digits", pattern: "<yearmonth>", when: notAnAmount},
	{kind: pointKind, name: "month-digits", pattern: "( <yearmonth> ) range ( <yearmonth> )"},
	{kind: pointKind, name: "month", pattern: "relunit 的? " + zhMonth + "partof?"},
	{kind: pointKind, name: "month", pattern: zhMonth + "partof?"},
	{kind: pointKind, name: "day", pattern: "relunit 的? " + zhDay + "part?"},
	{kind: pointKind, name: "day", pattern: zhDay + "part?", when: notWithin},
	{kind: pointKind, name: "day-clock", pattern: "relunit? " + zhDay + "part? <clockzh>"},
	{kind: pointKind, name: "date-digits", pattern: "<date> part?"},
	{kind: pointKind, name: "date-digits-clock", pattern: "<date> -? part? <clockzh>"},
	// The lunar calendar.
	{kind: pointKind, name: "lunar", pattern: "lunar? " + zhYear + "lunar? <lmonth> <lday>", set: lunar},
	{kind: pointKind, name: "lunar", pattern: "relunit? lunar? <lmonth> <lday>", set: lunar},
	{kind: pointKind, name: "lunar-month", pattern: "lunar <lmonth>", set: lunar},
	// Ranges and lists that share what one side leaves out.
	{kind: pointKind, name: "day-range", pattern: "( <year>? 年? " + zhMonth + "<day> 日|号? ) range range? ( " + zhDay + ")"},
	{kind: pointKind, name: "day-range", pattern: "( <year>? 年? " + zhMonth + "<day> 日|号? ) range range? ( <year>? 年? " + zhMonth + "<day> 日|号? )"},
	{kind: pointKind, name: "day-range", pattern: "( relunit " + zhMonth + "<day> 日|号? ) range range? ( " + zhMonth + "? <day> 日|号? )"},
	{kind: pointKind, name: "month-range", pattern: "( <year>? 年? <monthnum> 月? ) range range? ( <year>? 年? " + zhMonth + ")"},
	{kind: pointKind, name: "month-range", pattern: "( relunit? <monthnum> 月? ) range range? ( " + zhMonth + ")"},
	{kind: pointKind, name: "month-range", pattern: "( relunit? <monthnum> 月 ) range range? ( relunit <monthnum> 月 )"},
	{kind: pointKind, name: "day-range", pattern: "( <day> 日? ) range range? ( " + zhDay + ")"},
	{kind: pointKind, name: "year-range", pattern: "( <year> 年? ) range range? ( <year> 年 )"},
	{kind: pointKind, name: "clock-range", pattern: "( weekday|relday|offset|partref|that? part? <clockzh> ) range range? ( part? <clockzh> )"},
	{kind: pointKind, name: "clock-range", pattern: "( " + zhDay + "part? <clockzh> ) range range? ( part? <clockzh> )"},
	// A unit counted within a longer one.
	{kind: pointKind, name: "nth-of", pattern: zhYear + "的? 第 <nth> 个? unit|weekday part? <clockzh>?"},
	{kind: pointKind, name: "nth-of", pattern: "relunit 的? 第 <nth> 个? unit|weekday"},
	{kind: pointKind, name: "nth-of", pattern: "relunit? " + zhMonth + "的? 第 <nth> 个? unit|weekday"},
	{kind: pointKind, name: "nth-of", pattern: zhYear + zhMonth + "的? 第 <nth> 个? unit|weekday"},
	// Years and longer.
	{kind: pointKind, name: "year", pattern: "ad? " + zhYear + "partof?"},
	{kind: pointKind, name: "year", pattern: "ad? <year> 年度"},
	{kind: pointKind, name: "year-era", pattern: "era <bigyear> 年"},
	{kind: pointKind, name: "year-ad", pattern: "ad <bigyear> 年"},
	{kind: pointKind, name: "reign", pattern: "emperor <num>|元 年", set: reign},
	{kind: pointKind, name: "reign", pattern: "emperor <num>|元 年 " + zhMonth, set: reign},
	{kind: pointKind, name: "half-year", pattern: zhYear + "的? halfyear"},
	{kind: pointKind, name: "half-year", pattern: "relunit? 的? halfyear", set: thisYear},
	{kind: pointKind, name: "quarter", pattern: zhYear + "的? 第? <nth> 季度|季 partof?", set: quarters},
	{kind: pointKind, name: "quarter", pattern: "relunit 的? 第? <nth> 季度|季 partof?", set: quarters},
	{kind: pointKind, name: "quarter", pattern: "第? <nth> 季度 partof?", set: quarters},
	{kind: pointKind, name: "q-year", pattern: "quarter 季度?"},
	{kind: pointKind, name: "q-year", pattern: zhYear + "quarter 季度?"},
	{kind: pointKind, name: "season", pattern: zhYear + "的? season"},
	{kind: pointKind, name: "season", pattern: "relunit 的? season"},
	{kind: pointKind, name: "season", pattern: "season", when: twoSigns},
	{kind: pointKind, name: "rel-unit", pattern: "relunit partof?"},
	{kind: pointKind, name: "unit-part", pattern: "partof", when: yearPart, set: func(m *meaning) { m.unit = year }},
	{kind: pointKind, name: "unit-part", pattern: "partof", when: monthPart, set: func(m *meaning) { m.unit = month }},
	{kind: pointKind, name: "decade", pattern: "<decade2> 年代 partof?"},
	{kind: pointKind, name: "decade", pattern: "<nth> 世纪|世紀 <decade2> 年代 partof?", set: centuries},
	{kind: pointKind, name: "decade", pattern: "relunit <decade2> 年代 partof?", set: relCentury},
	{kind: pointKind, name: "century", pattern: "第? <nth> 世纪|世紀 partof?", set: centuries},
	{kind: ignoreKind, name: "paper", pattern: "<nth> 世纪 经济报道"},
	// Days and weeks.
	{kind: pointKind, name: "day-name", pattern: zhBase + "part?"},
	{kind: pointKind, name: "day-name-clock", pattern: zhBase + "part? <clockzh>"},
	{kind: pointKind, name: "part-ref", pattern: "partref"},
	{kind: pointKind, name: "part-ref-clock", pattern: "partref <clockzh>"},
	{kind: pointKind, name: "day-name", pattern: "relunit weekday part? <clockzh>?"},
	{kind: pointKind, name: "nth-day", pattern: "第 <nth> 天|日 part? <clockzh>?", set: func(m *meaning) { m.unit = dayUnit }},
	{kind: pointKind, name: "same-part", pattern: "当晚|當晚", set: func(m *meaning) { m.that, m.part = true, evening }},
	{kind: pointKind, name: "same-part-clock", pattern: "当晚|當晚 <clockzh>", set: func(m *meaning) { m.that, m.part = true, evening }},
	{kind: pointKind, name: "same-year", pattern: "同年 <monthnum>? 月? <day>? 日|号?", set: func(m *meaning) { m.that, m.unit = true, year }},
	{kind: pointKind, name: "same-year", pattern: "当年 <monthnum> 月 <day>? 日|号?", set: func(m *meaning) { m.that, m.unit = true, year }},
	{kind: pointKind, name: "weekday-range", pattern: "( weekday ) 至|到|-|— ( weekday )"},
	{kind: pointKind, name: "same-month", pattern: "同月|当月 <day>? 日|号?", set: func(m *meaning) { m.that, m.unit = true, month }},
	{kind: pointKind, name: "all-day", pattern: "全天", set: func(m *meaning) { m.offset = 0 }},
	{kind: pointKind, name: "clock", pattern: "part <clockzh>"},
	{kind: pointKind, name: "clock-ampm", pattern: "<clock> ampm"},
	{kind: pointKind, name: "clock", pattern: "<clockzh>", when: clockAlone},
	{kind: pointKind, name: "part", pattern: "part", when: twoSigns},
	{kind: pointKind, name: "holiday", pattern: "relunit? 的? holiday part? <clockzh>?"},
	{kind: pointKind, name: "holiday", pattern: zhYear + "的? holiday"},
	// So long before or after.
	{kind: shiftKind, name: "ago", pattern: "approx? <num> 多? unit 多? 前|之前|以前", set: back, when: chineseCount},
	{kind: shiftKind, name: "later", pattern: "approx? <num> 多? unit 后|後|之后|以后", set: forward, when: chineseCount},
	{kind: shiftKind, name: "later-half", pattern: "<num> unit 半 后|後|之后|以后", set: forwardHalf, when: chineseCount},
	{kind: shiftKind, name: "ago-half", pattern: "<num> unit 半 前|之前|以前", set: backHalf, when: chineseCount},
	{kind: shiftKind, name: "next-day", pattern: "次日|翌日|第二天|隔天 part? <clockzh>?", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m) }},
	{kind: shiftKind, name: "day-before", pattern: "前一天|前一日", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: shiftKind, name: "next-year", pattern: "次年|翌年|第二年", set: func(m *meaning) { m.unit = year; nextEvent(m) }},
	{kind: shiftKind, name: "next-month", pattern: "次月", set: func(m *meaning) { m.unit = month; nextEvent(m) }},
	// Durations.
	{kind: durationKind, name: "term", pattern: "( <num> unit ) 内|內|以内|之内|期限", set: termed, when: chineseCount},
	{kind: durationKind, name: "term-to", pattern: "有 ( <num> unit ) 来|來|完成|出售|剥离|剝離", set: termed, when: chineseCount},
	{kind: durationKind, name: "window", pattern: "window 的? <num> unit", when: chineseCount},
	{kind: durationKind, name: "duration", pattern: "approx? <num> 多? unit", when: chineseCount},
	{kind: durationKind, name: "duration-half", pattern: "<num> unit 半", set: plusHalf, when: chineseCount},
	{kind: durationKind, name: "duration-half", pattern: "<num> 个|個 半 unit", set: plusHalf},
	{kind: durationKind, name: "duration", pattern: "<num> 个|個 多 unit"},
	{kind: durationKind, name: "num-to-num", pattern: "<num> range <num> unit", set: firstNumber, when: chineseSpan},
	{kind: pointKind, name: "last-of", pattern: zhYear + "的? 最后|最後 <one> unit", set: lastOf},
	{kind: pointKind, name: "last-of", pattern: "relunit 的? 最后|最後 <one> unit", set: lastOf},
	{kind: pointKind, name: "last-of", pattern: "relunit? " + zhMonth + "的? 最后|最後 <one> unit", set: lastOf},
	{kind: durationKind, name: "half", pattern: "半 unit", set: onlyHalf},
	{kind: shiftKind, name: "half-ago", pattern: "半 unit 前|之前|以前", set: func(m *meaning) { onlyHalf(m); back(m) }},
	{kind: shiftKind, name: "half-ago", pattern: "<num> 个|個 半 unit 前|之前|以前", set: backHalf},
	{kind: shiftKind, name: "half-later", pattern: "半 unit 后|後|之后|以后", set: func(m *meaning) { onlyHalf(m); forward(m) }},
	{kind: durationKind, name: "head-of", pattern: zhYear + "的? 前|头 <num> 个? unit", set: func(m *meaning) { m.head = 1 }},
	{kind: durationKind, name: "head-of", pattern: "relunit 的? 前|头 <num> 个? unit", set: func(m *meaning) { m.head = 1 }},
	{kind: durationKind, name: "tail-of", pattern: zhYear + "的? 最后|最後|后 <num> 个? unit", set: func(m *meaning) { m.head = -1 }},
	{kind: durationKind, name: "tail-of", pattern: "relunit 的? 最后|最後|后 <num> 个? unit", set: func(m *meaning) { m.head = -1 }},
	// Repeated times.
	{kind: setKind, name: "each", pattern: "each <num>? unit|weekday|season|part"},
	{kind: setKind, name: "each-part", pattern: "each weekday|unit part"},
	{kind: setKind, name: "each-clock", pattern: "each weekday|unit part? <clockzh>"},
	{kind: setKind, name: "each-day-of-month", pattern: "each 月|个月 <day> 日|号"},
	{kind: setKind, name: "each-date", pattern: "each 年 " + zhMonth + "<day>? 日|号?", set: nil},
	{kind: setKind, name: "freq", pattern: "freq"},
	// Vague references.
	{kind: refKind, name: "ref", pattern: "ref"},
}

// chains are the rules for durations of several units: 8天20小时, 一年又一个月21天.
func chains() []rule {
	const link = "多|余? 零|又|加? <num> 多? unit "
	pattern := "<num> unit "
	var out []rule
	for range maxParts {
		pattern += link
		out = append(out, rule{kind: durationKind, name: "duration-chain", pattern: pattern + "余?", when: falling})
	}
	return out
}

// maxParts is how many further units a duration may have.
const maxParts = 6
