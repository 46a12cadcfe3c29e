// Keys and copying. Every page does without this file.
"use strict";

const entries = () => [...document.querySelectorAll("a.open")].filter((a) => a.checkVisibility());
const entryOf = (a) => a.closest("article.event, article.change, article.hit, figure.quote") || a;
let current = null;

function choose(step) {
	const list = entries();
	if (list.length === 0) return;
	const at = list.indexOf(current);
	current = list[Math.min(Math.max(at + step, 0), list.length - 1)];
	document.querySelectorAll(".at").forEach((e) => e.classList.remove("at"));
	entryOf(current).classList.add("at");
	current.focus({ preventScroll: true });
	entryOf(current).scrollIntoView({ block: "nearest" });
}

function say(text) {
	const said = document.getElementById("said");
	said.textContent = text;
	clearTimeout(say.timer);
	say.timer = setTimeout(() => (said.textContent = ""), 2500);
}

async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
		say("Copied");
	} catch {
		say("The browser does not let the page copy; select the text instead");
	}
}

// What is copied of an entry: its words, who says them, and where it is.
function cited() {
	const cite = document.getElementById("cite");
	if (!current) return cite ? cite.textContent.trim() : document.title + "\n" + location.href;
	const entry = entryOf(current);
	const words = entry.querySelector("mark, h3") || current;
	const parts = [entry.querySelector(".when"), entry.querySelector("figcaption, .by")];
	const about = parts.filter(Boolean).map((p) => p.innerText.trim().replace(/\s+/g, " "));
	return ["“" + words.textContent.trim() + "”", ...about, current.href].join("\n");
}

const pages = { t: "/timeline", d: "/deadlines", n: "/new" };

function search() {
	const field = document.querySelector("[data-search]");
	if (!field) return location.assign("/search");
	const hidden = field.closest("details");
	if (hidden) hidden.open = true;
	field.focus();
	field.select();
}

document.addEventListener("keydown", (e) => {
	if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
	if (e.target.closest("input, select, textarea, dialog[open]")) return;
	switch (e.key) {
	case "j": choose(1); break;
	case "k": choose(-1); break;
	case "o": if (current) location.assign(current.href); break;
	case "c": copy(cited()); break;
	case "/": search(); break;
	case "?": document.getElementById("help").showModal(); break;
	default:
		if (!(e.key in pages)) return;
		location.assign(pages[e.key]);
	}
	e.preventDefault();
});

document.addEventListener("focusin", (e) => {
	if (e.target.matches("a.open")) current = e.target;
});

document.querySelectorAll("button[data-copy]").forEach((b) => {
	b.hidden = false;
	b.addEventListener("click", () => copy(document.getElementById(b.dataset.copy).textContent.trim()));
});

// On a narrow screen the filters begin folded.
const filters = document.querySelector("details.filters");
if (filters && matchMedia("(max-width: 60rem)").matches) filters.open = false;

// Empty fields are left out of the address.
document.querySelectorAll("form[method=get]").forEach((f) =>
	f.addEventListener("submit", () => [...f.elements].forEach((x) => { if (x.name && x.value === "") x.disabled = true; })));
