package mention

// The cues of status: what a statement says about its own truth. Closed lists,
// by language; "*" at the end matches any ending.
const (
	CueFuture      = "future"      // it is to happen
	CueModal       = "modal"       // it may happen
	CueHearsay     = "hearsay"     // unnamed people, "reportedly"
	CueReport      = "report"      // a verb of reporting
	CueNegation    = "negation"    // it did not
	CueConditional = "conditional" // if
	CueDenied      = "denied"      // somebody says it is not so
	CueMoved       = "moved"       // a date was put off
	CueCancelled   = "cancelled"   // called off, revoked
	CueMissed      = "missed"      // a date passed
	CueDeadline    = "deadline"    // a term is spoken of
	CueOngoing     = "ongoing"     // a state that holds now
)

var statusCues = map[string]map[string][]string{
	"en": {
		CueFuture:      {"will", "will be", "is due", "are due", "due to", "is set to", "are set to", "set to", "is to", "are to", "is expected", "are expected", "expected to", "plans to", "planned to", "planning to", "plan to", "scheduled", "intends to", "intend to", "slated", "would be", "aims to", "upcoming", "vowed to", "about to", "must", "has to", "have to", "going to", "wants to", "pledged to", "to take effect", "shall"},
		CueModal:       {"could", "may", "might", "would", "should", "possibly", "potentially", "can", "considering", "consider*", "weigh*", "threaten*"},
		CueHearsay:     {"reportedly", "allegedly", "rumoured", "rumored", "is said to", "are said to", "was said to", "said to be", "people familiar", "person familiar", "sources familiar", "source familiar", "familiar with the matter", "sources said", "sources say", "source said", "one person said", "a person said", "people said", "person briefed", "people briefed", "according to sources", "according to people", "according to reports", "reports say", "reports said", "anonymous*", "unnamed", "not been made public", "according to media reports", "media reported", "it was reported", "reports that", "reported that", "speculation"},
		CueReport:      {"reported", "reports", "according to", "first reported", "told", "cited", "citing", "wrote", "said", "report by"},
		CueNegation:    {"not", "n't", "didn t", "doesn t", "hasn t", "haven t", "wasn t", "isn t", "won t", "never", "no longer", "failed to", "without", "refused to", "declined to"},
		CueConditional: {"if", "unless", "provided that", "in case", "otherwise", "should it", "were to"},
		CueDenied:      {"denied", "denies", "deny", "rejected", "rejects", "dismissed", "refuted", "turned down", "disputed", "disputes"},
		CueMoved:       {"postponed", "postpones", "delayed", "pushed back", "extended", "extends", "extension", "extending", "moved to", "moved the", "moved its", "was moved", "was then moved", "been moved", "put off", "deferred", "another 90 days", "additional 75 days", "additional 90 days", "new deadline", "deadline was moved", "prolonged"},
		CueCancelled:   {"cancelled", "canceled", "called off", "withdrew", "withdrawn", "abandoned", "revoked", "revokes", "revoking", "rescinded", "dropped", "scrapped", "overturned", "lifted"},
		CueMissed:      {"missed", "expired", "lapsed", "passed without", "elapsed", "ran out"},
		CueDeadline:    {"deadline", "deadlines", "no later than", "time limit", "grace period", "ultimatum", "due date"},
		CueOngoing:     {"currently", "at present", "at the moment", "still", "so far", "is negotiating", "are negotiating", "in talks"},
	},
	"de": {
		CueFuture:      {"wird", "werden", "soll", "sollen", "plant", "planen", "geplant", "will", "wollen", "beabsichtigt", "voraussichtlich", "demnächst", "künftig", "muss", "müssen", "müsse", "erwartet", "ansteht", "bevorsteht", "kündigte an", "angekündigt", "vorgesehen", "steht an", "in Kraft treten"},
		CueModal:       {"könnte", "könnten", "dürfte", "dürften", "würde", "würden", "möglicherweise", "womöglich", "vielleicht", "sollte", "sollten", "wohl", "müssten", "erwägt", "erwägen", "droht*"},
		CueHearsay:     {"angeblich", "laut Medienberichten", "Medienberichten zufolge", "laut einem Bericht", "einem Bericht zufolge", "Berichten zufolge", "laut Berichten", "Insider*", "mit der Sache vertraut*", "mit der Angelegenheit vertraut*", "aus Verhandlungskreisen", "Verhandlungskreise", "Kreisen zufolge", "aus Kreisen", "soll angeblich", "heißt es", "dem Vernehmen nach", "Gerüchte*", "Gerüchten zufolge", "offenbar"},
		CueReport:      {"berichtete", "berichtet", "berichteten", "laut", "zufolge", "schrieb", "schreibt", "sagte", "meldete", "meldet", "unter Berufung"},
		CueNegation:    {"nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "ohne", "weder"},
		CueConditional: {"falls", "wenn", "sofern", "andernfalls", "sonst", "es sei denn"},
		CueDenied:      {"dementiert*", "bestreitet", "bestritt", "zurückgewiesen", "wies zurück", "weist zurück", "abgelehnt", "lehnte ab", "lehnt ab"},
		CueMoved:       {"verschoben", "verschiebt", "verlängert*", "verlängerte", "Verlängerung", "Aufschub", "aufgeschoben", "hinausgezögert", "vertagt", "neue Frist", "hinausgeschoben", "verlegt", "verschob"},
		CueCancelled:   {"abgesagt", "widerrufen", "widerrief", "zurückgezogen", "aufgehoben", "hob auf", "zurückgenommen", "fallengelassen", "geplatzt"},
		CueMissed:      {"verstrichen", "verstrich", "abgelaufen", "lief ab", "versäumt", "verpasst"},
		CueDeadline:    {"Frist", "Fristen", "Ultimatum", "Stichtag", "spätestens"},
		CueOngoing:     {"aktuell", "derzeit", "momentan", "zurzeit", "gegenwärtig", "zugleich", "bisher", "bislang", "weiterhin", "verhandelt", "verhandeln"},
	},
	"zh": {
		CueFuture:      {"将", "將", "将于", "將於", "计划", "計劃", "拟", "擬", "预计", "預計", "打算", "有望", "即将", "即將", "必须", "必須", "须", "须在", "准备", "準備", "要求"},
		CueModal:       {"可能", "或将", "或將", "或许", "或許", "也许", "恐", "考虑", "考慮", "威胁", "威脅"},
		CueHearsay:     {"据报道", "據報道", "据报", "據報", "据悉", "據悉", "据称", "據稱", "传闻", "傳聞", "消息人士", "知情人士", "消息称", "消息稱", "有消息", "据传", "媒体报道", "媒體報道", "透露"},
		CueReport:      {"报道", "報道", "报导", "報導", "表示", "称", "稱", "指出", "援引", "说", "說"},
		CueNegation:    {"没有", "沒有", "未", "不会", "不會", "并未", "並未", "尚未", "不再", "无法", "無法", "拒绝"},
		CueConditional: {"如果", "若", "假如", "除非", "一旦", "否则", "否則", "倘若"},
		CueDenied:      {"否认", "否認", "驳斥", "駁斥", "反驳", "反駁"},
		CueMoved:       {"推迟", "推遲", "延长", "延長", "延期", "延后", "延後", "延至", "宽限", "寬限", "顺延"},
		CueCancelled:   {"取消", "撤销", "撤銷", "撤回", "作废", "废除", "废止", "中止", "解除"},
		CueMissed:      {"到期", "过期", "過期", "逾期", "已过"},
		CueDeadline:    {"期限", "最后期限", "最後期限", "截止", "大限", "宽限期", "寬限期"},
		CueOngoing:     {"目前", "正在", "正与", "正和", "现在", "現在", "当前", "當前", "至今", "迄今", "仍"},
	},
	"it": {
		CueFuture:      {"sarà", "dovrà", "previsto", "prevista", "intende", "entrerà"},
		CueModal:       {"potrebbe", "potrebbero", "sarebbe", "dovrebbe", "forse"},
		CueHearsay:     {"secondo indiscrezioni", "secondo fonti", "secondo quanto riferito", "pare che", "fonti vicine"},
		CueReport:      {"secondo", "riferisce", "ha riferito", "ha detto", "riporta"},
		CueNegation:    {"non", "mai", "senza"},
		CueConditional: {"se", "qualora", "a meno che"},
		CueMoved:       {"rinviato", "prorogato", "proroga", "slittato"},
		CueCancelled:   {"annullato", "revocato", "ritirato"},
		CueDeadline:    {"scadenza"},
		CueOngoing:     {"attualmente", "ora", "adesso", "ancora"},
	},
}
