// Reads the exports in the folders named on the command line with readers that
// others wrote, and tells of each one that is not taken whole.
//
//	node check.mjs DIR...
//
// A file's reader goes by the end of its name; see readers below. With no file to
// read, or a file that nobody reads, the check fails.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import Ajv from "ajv";
import formats from "ajv-formats";
import edtf from "edtf";
import ICAL from "ical.js";
import jsonld from "jsonld";
import wtf from "wtf_wikipedia";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseOpml } from "feedsmith";

const require = createRequire(import.meta.url);
const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);
const jsonFeedSchema = ajv.compile(require("jsonfeed-schema/v1.1"));

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const steers = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function need(holds, what) {
	if (!holds) throw new Error(what);
}

function unique(list, what) {
	need(new Set(list).size === list.length, `${what} is not unique`);
}

function webAddress(s) {
	need(/^https?:$/.test(new URL(s).protocol), `address ${s}`);
}

// An EDTF date is one that the reference parser takes, of level 1 at most, and it
// means the days that the event says.
function date(e) {
	if (e.date === "") return;
	const parsed = edtf(e.date, { level: 1 });
	const day = (ms) => new Date(ms).toISOString().slice(0, 10);
	if (!/^\d{4}-2[1-4]/.test(e.date)) { // a season has no days that all agree on
		need(day(parsed.min) === e.from, `EDTF ${e.date} begins on ${day(parsed.min)}, the event on ${e.from}`);
		const after = new Date(`${day(parsed.max)}T00:00:00Z`).getTime() + 86400000;
		need(day(after) === e.to, `EDTF ${e.date} ends before ${day(after)}, the event before ${e.to}`);
	}
}

function jsonFeed(text) {
	const feed = JSON.parse(text);
	need(jsonFeedSchema(feed), ajv.errorsText(jsonFeedSchema.errors));
	parseJsonFeed(text);
	// What the schema does not say, but https://www.jsonfeed.org/version/1.1/ does.
	need(feed.version === "https://jsonfeed.org/version/1.1", `version ${feed.version}`);
	unique(feed.items.map((i) => i.id), "an item's id");
	need(!feed.next_url || feed.next_url !== feed.feed_url, "next_url leads to the feed itself");
	for (const extension of [feed, ...feed.items].flatMap((o) => Object.entries(o).filter(([k]) => k.startsWith("_")))) {
		need(typeof extension[1] === "object" && !Object.keys(extension[1]).some((k) => /[._]/.test(k[0]) || k.includes(".")), `extension ${extension[0]}`);
	}
	need(feed._dateline.about, "the extension says nowhere what it is about");
	for (const item of feed.items) {
		need(item.title && item.content_text, `${item.id}: no title or no text`);
		for (const key of ["date_published", "date_modified"]) need(item[key] === undefined || rfc3339.test(item[key]), `${item.id}: ${key} ${item[key]}`);
		for (const key of ["url", "external_url"]) if (item[key] !== undefined) webAddress(item[key]);
		need(!steers.test(item.title + item.content_text + (item.summary ?? "")), `${item.id}: a control or bidi mark`);
		date(item._dateline);
	}
	return feed.items.length;
}

function events(text) {
	const list = text.startsWith("[") ? JSON.parse(text) : text.trimEnd().split("\n").map((l) => JSON.parse(l));
	unique(list.map((e) => e.id), "an event's id");
	list.forEach(date);
	return list.length;
}

// The readers of XML formats forgive what a strict one does not.
function wellFormed(text) {
	const verdict = XMLValidator.validate(text);
	need(verdict === true, `not well-formed: ${verdict.err?.msg}`);
}

function atom(text) {
	wellFormed(text);
	const feed = parseAtomFeed(text);
	need(feed.id && feed.title && feed.updated && feed.authors?.length, "id, title, updated or author is missing");
	need((feed.links ?? []).filter((l) => l.rel === "self").length <= 1, "more than one self link");
	unique((feed.entries ?? []).map((e) => e.id), "an entry's id");
	for (const e of feed.entries ?? []) {
		need(e.id && e.title && rfc3339.test(e.updated), `${e.id}: id, title or updated`);
		need((e.links ?? []).filter((l) => l.rel === "alternate").length <= 1, `${e.id}: two alternate links`);
		for (const l of e.links ?? []) webAddress(l.href);
	}
	return feed.entries?.length ?? 0;
}

function calendar(text) {
	need(!/[^\r]\n|\r[^\n]/.test(text), "a line ends otherwise than in CRLF");
	for (const l of text.split("\r\n")) need(Buffer.byteLength(l) <= 75, `a line of ${Buffer.byteLength(l)} octets`);
	const found = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents();
	unique(found.map((c) => c.getFirstPropertyValue("uid")), "a UID");
	for (const c of found) {
		need(c.name === "vevent", `component ${c.name}`);
		const e = new ICAL.Event(c);
		need(e.summary && e.startDate.isDate && e.endDate.compare(e.startDate) > 0, `${e.uid}: SUMMARY, DTSTART or DTEND`);
		need(c.getFirstPropertyValue("dtstamp").isDate === false, `${e.uid}: DTSTAMP`);
		const url = c.getFirstPropertyValue("url");
		if (url) webAddress(url);
	}
	return found.length;
}

function slides(text) {
	const { events: list } = JSON.parse(text);
	unique(list.map((s) => s.unique_id), "a unique_id");
	for (const s of list) {
		need(/^[a-z]/.test(s.unique_id) && s.text.headline, `${s.unique_id}: id or headline`);
		for (const d of [s.start_date, s.end_date].filter(Boolean)) {
			const given = new Date(Date.UTC(d.year, (d.month ?? 1) - 1, d.day ?? 1));
			need(given.getUTCMonth() === (d.month ?? 1) - 1 && (d.month || !d.day), `${s.unique_id}: date ${JSON.stringify(d)}`);
		}
	}
	need(!/[<>&]/.test(text), "it cannot stand in a script element");
	return list.length;
}

// The terms of schema.org that we use, with the types that it gives them. There
// is no @vocab: a term that is not here, or misspelt, is dropped, and safe mode
// makes an error of it.
const iri = (id) => ({ "@id": `https://schema.org/${id}`, "@type": "@id" });
const typed = (id, type) => ({ "@id": `https://schema.org/${id}`, "@type": `https://schema.org/${type}` });
const terms = ["Claim", "Event", "ItemList", "ListItem", "NewsArticle", "Organization", "appearance", "description", "disambiguatingDescription",
	"firstAppearance", "headline", "identifier", "inLanguage", "item", "itemListElement", "name", "numberOfItems", "position", "publisher", "subjectOf",
	"temporalCoverage"];
const context = Object.fromEntries(terms.map((t) => [t, `https://schema.org/${t}`]));
Object.assign(context, { url: iri("url"), eventStatus: iri("eventStatus"), startDate: typed("startDate", "Date"), endDate: typed("endDate", "Date"),
	previousStartDate: typed("previousStartDate", "Date"), datePublished: typed("datePublished", "Date") });

async function linkedData(text) {
	const documentLoader = async (url) => {
		need(/^https:\/\/schema\.org\/?$/.test(url), `context ${url}`);
		return { documentUrl: url, document: { "@context": context } };
	};
	const [list] = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
	const items = list["https://schema.org/itemListElement"] ?? [];
	need(items.length === list["https://schema.org/numberOfItems"][0]["@value"], "numberOfItems");
	for (const i of items) {
		const status = i["https://schema.org/item"][0]["https://schema.org/eventStatus"];
		if (status) need(/^https:\/\/schema\.org\/Event(Scheduled|Rescheduled|Cancelled)$/.test(status[0]["@id"]), "eventStatus");
	}
	need(!/[<>&]/.test(text), "it cannot stand in a script element");
	return items.length;
}

// Those of the names in the schema of CSL-JSON 1.0 that a newspaper article can
// have here; the reader keeps any other without a word.
const cslNames = new Set(["id", "type", "title", "author", "container-title", "source", "issued", "accessed", "URL", "language", "note"]);

function cslItems(text) {
	const given = JSON.parse(text);
	const read = new Cite(given).data;
	need(read.length === given.length, `${read.length} of ${given.length} items were read`);
	read.forEach((r, i) => {
		for (const key of Object.keys(given[i])) need(cslNames.has(key) && key in r, `${r.id}: ${key} is no name, or was dropped`);
		need(r.type === "article-newspaper" && r.title && (!r.issued || r.issued["date-parts"][0].length === 3), `${r.id}: type, title or issued`);
		if (r.URL) webAddress(r.URL);
	});
	return read.length;
}

function ris(text) {
	const read = new Cite(text, { forceType: "@ris/file" }).data;
	const given = text.match(/^TY {2}- NEWS\r$/gm).length;
	need(read.length === given, `${read.length} of ${given} records were read`);
	need(text.match(/^ER {2}- \r$/gm)?.length === given, "a record has no end");
	for (const r of read) need(r.type === "article-newspaper" && r.title, `${r.id}: type or title`);
	return read.length;
}

function wikitext(text) {
	const lines = text.trimEnd().split("\n");
	for (const l of lines) {
		const found = wtf(`<ref>${l}</ref>`).references();
		need(found.length === 1, `${found.length} citations in ${l}`);
		const c = found[0].json();
		need(c.template === "citation" && c.title && c.quote, `no title or quote was read in ${l}`);
		if (c.url) webAddress(c.url);
	}
	return lines.length;
}

function subscriptions(text) {
	wellFormed(text);
	const { body } = parseOpml(text);
	for (const o of body.outlines) {
		need(o.type === "rss" && o.text && o.xmlUrl, `outline ${JSON.stringify(o)}`);
		webAddress(o.xmlUrl);
	}
	return body.outlines.length;
}

const readers = [
	[/\.jsonfeed\.json$|feed(-\d+)?\.json$/, jsonFeed],
	[/\.timelinejs\.json$/, slides],
	[/\.jsonld\.json$/, linkedData],
	[/\.csl\.json$/, cslItems],
	[/\.(json|ndjson)$/, events],
	[/\.atom$/, atom],
	[/\.ics$/, calendar],
	[/\.ris$/, ris],
	[/\.wikipedia$/, wikitext],
	[/\.opml$/, subscriptions],
];

async function check(path) {
	const [, read] = readers.find(([name]) => name.test(path)) ?? [];
	need(read, "no reader for such a name");
	const text = readFileSync(path, "utf8");
	need(!text.includes("\ufffd") || path.includes("hostile"), "it is not UTF-8");
	return read(text);
}

let files = 0, failed = 0;
for (const dir of process.argv.slice(2)) {
	for (const name of readdirSync(dir).sort()) {
		files++;
		try {
			console.log(`ok   ${name}: ${await check(join(dir, name))}`);
		} catch (err) {
			failed++;
			console.log(`FAIL ${name}: ${err.message.split("\n")[0]}`);
		}
	}
}
if (files === 0) console.log("FAIL no file to read");
process.exitCode = failed > 0 || files === 0 ? 1 : 0;
