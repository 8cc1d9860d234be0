// Keeps what the page knows, and shows it.
import { render } from "./lit/lit-html.js";
import * as api from "./api.js";
import * as editor from "./editor.js";
import { page } from "./views.js";
import { ROW, columns, layOut, reveal, step } from "./timeline.js";

const MAX_ROWS = 10000;
const MAX_LINES = 500;
const MAX_FAILURES = 100;
const TABLES_PAUSE = 400;

const root = document.getElementById("page");

const state = {
	run: null, functions: [], chosen: null, samples: [], sample: null, message: "", pending: false, lines: [],
	shown: null, rows: [], reloads: [], tables: [], failures: [],
	timeline: { rows: [], top: 0, height: 400, selected: null, scrolled, key, choose: show }
};

let frame = null;

function refresh() {
	if (frame === null) {
		frame = requestAnimationFrame(() => {
			frame = null;
			const shift = newRows();
			state.timeline.rows = state.rows;
			render(page(state, actions), root);
			layOut(root);
			if (shift) {
				document.getElementById("timeline").scrollTop = state.timeline.top;
			}
		});
	}
}

// --- the time line

let newest = 0;

// Who has scrolled down goes on looking at the same rows
function newRows() {
	const last = state.rows.at(-1)?.[columns.number] ?? 0;
	const shift = newest > 0 && state.timeline.top > 0 ? Math.max(0, last - newest) * ROW : 0;
	newest = last;
	state.timeline.top += shift;
	return shift;
}

function scrolled(event) {
	state.timeline.top = event.target.scrollTop;
	state.timeline.height = event.target.clientHeight;
	refresh();
}

function key(event) {
	const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW) - 1);
	const next = step(event.key, state.rows, state.timeline.selected, page);
	if (next) {
		event.preventDefault();
		reveal(event.currentTarget, next.index);
		show(next.number);
	}
}

async function show(number) {
	state.timeline.selected = number;
	refresh();
	const found = await api.loadInvocation(number);
	if (state.timeline.selected === number && !state.pending) {
		state.shown = found ?? { gone: number };
		refresh();
	}
}

function addRow(row) {
	const last = state.rows.at(-1)?.[columns.number] ?? 0;
	if (row[columns.number] <= last) {
		return true;
	}
	state.rows.push(row);
	if (state.rows.length > MAX_ROWS) {
		state.rows.splice(0, state.rows.length - MAX_ROWS);
	}
	return row[columns.number] === last + 1;
}

// A record that fails in a queue is told twice: by the answer, and by what becomes of it
function addFailure(failure) {
	state.failures = [failure, ...state.failures.filter((other) => other.key !== failure.key)].slice(0, MAX_FAILURES);
}

// --- tables: what has changed since the last look at them was changed by the last call

let tablesTimer = null;
let known = null;

function lookAtTables() {
	tablesTimer ??= setTimeout(async () => {
		const tables = await api.loadTables().catch(() => null);
		tablesTimer = null;
		if (tables) {
			state.tables = tables.map(compared);
			known = new Map(tables.filter((table) => table.items).map((table) => [table.name, index(table)]));
			refresh();
		}
	}, TABLES_PAUSE);
}

const identity = (table, item) => JSON.stringify(table.keys.map((name) => item[name]));

const index = (table) => new Map(table.items.map((item) => [identity(table, item), item]));

function compared(table) {
	if (!table.items) {
		return table;
	}
	const before = known?.get(table.name);
	const items = table.items.map((values) => {
		const earlier = before?.get(identity(table, values));
		const mark = !known ? "" : !earlier ? "new" : JSON.stringify(earlier) !== JSON.stringify(values) ? "changed" : "";
		return { values, mark };
	});
	const now = index(table);
	for (const [id, values] of before ?? []) {
		if (!now.has(id) && !table.more) {
			items.push({ values, mark: "deleted" });
		}
	}
	// what the last call did comes first
	items.sort((one, other) => (one.mark === "") - (other.mark === ""));
	return { ...table, items, count: table.items.length };
}

// --- functions and events

async function choose(name, wanted) {
	state.chosen = name;
	const events = await api.loadEvents(name);
	if (state.chosen === name) {
		state.samples = events ?? [];
		sample(state.samples.some((event) => event.id === wanted) ? wanted : state.samples[0]?.id);
	}
}

function sample(id) {
	state.sample = id;
	state.message = "";
	editor.setText(state.samples.find((event) => event.id === id)?.json ?? "{}");
	refresh();
}

async function send() {
	if (state.pending || !state.chosen) {
		return;
	}
	const text = editor.text();
	Object.assign(state, { pending: true, lines: [], message: "" });
	refresh();
	const answer = await api.send(state.chosen, text);
	state.pending = false;
	if (answer.error) {
		state.message = answer.line ? `Line ${answer.line}: ${answer.error}` : answer.error;
		if (answer.line) {
			editor.mark(answer.line, answer.column, answer.error);
		}
	}
	else {
		state.shown = { ...answer, sent: true };
		state.timeline.selected = answer.row[columns.number];
		addRow(answer.row);
		lookAtTables();
	}
	refresh();
}

function take(text) {
	editor.setText(text);
	document.getElementById("editor").scrollIntoView({ block: "nearest" });
}

const actions = { choose, sample, send, take };

// --- what the server tells

async function reload() {
	const loaded = await api.loadState();
	if (state.run && loaded.run !== state.run) {
		// another Lambda, whose page has another token
		keep();
		location.reload();
		return;
	}
	Object.assign(state, { run: loaded.run, functions: loaded.functions, reloads: loaded.reloads, rows: [], failures: [] });
	loaded.failures.forEach(addFailure);
	loaded.invocations.forEach(addRow);
	if (!state.functions.some((fn) => fn.name === state.chosen) && state.functions.length) {
		await choose(state.functions[0].name);
	}
	lookAtTables();
	refresh();
}

// More may be known of the functions: what hasn't been edited is filled anew
async function lookAtFunctions() {
	state.functions = await api.loadFunctions();
	const chosen = state.functions.find((fn) => fn.name === state.chosen) ?? state.functions[0];
	const untouched = editor.text() === (state.samples.find((event) => event.id === state.sample)?.json ?? "");
	if (chosen && (chosen.name !== state.chosen || untouched)) {
		await choose(chosen.name, state.sample);
	}
	refresh();
}

let greeted = false;

const handlers = {
	hello: (value) => {
		if (value.run !== state.run || greeted) {
			// what has happened meanwhile wasn't told
			reload();
		}
		else {
			lookAtFunctions();
		}
		greeted = true;
	},
	functions: lookAtFunctions,
	failure: addFailure,
	reload: (value) => state.reloads.push(value),
	log: ([name, line]) => {
		if (state.pending && name === state.chosen) {
			state.lines.push(line);
			state.lines.splice(0, state.lines.length - MAX_LINES);
		}
	}
};

function update(batch) {
	let complete = true;
	let called = false;
	for (const { kind, value } of batch) {
		if (kind === "invocation") {
			complete &= addRow(value);
			called = true;
		}
		else {
			handlers[kind]?.(value);
		}
	}
	if (called) {
		lookAtTables();
	}
	if (!complete) {
		api.loadInvocations().then((rows) => {
			state.rows = [];
			rows.forEach(addRow);
			refresh();
		});
	}
	refresh();
}

function connection(open) {
	const element = document.getElementById("connection");
	element.textContent = open ? "live" : "the local Lambda isn't there";
	element.className = open ? "live" : "lost";
}

// --- what stays when the page is loaded anew

function keep() {
	sessionStorage.setItem("event", JSON.stringify({ chosen: state.chosen, text: editor.text() }));
}

async function restore() {
	const kept = JSON.parse(sessionStorage.getItem("event") ?? "null");
	sessionStorage.removeItem("event");
	if (kept && state.functions.some((fn) => fn.name === kept.chosen)) {
		await choose(kept.chosen);
		editor.setText(kept.text);
	}
}

const theme = document.getElementById("theme");
theme.value = localStorage.getItem("theme") ?? "";
const dress = () => {
	document.documentElement.dataset.theme = theme.value;
	localStorage.setItem("theme", theme.value);
};
theme.addEventListener("change", dress);
dress();

document.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
		event.preventDefault();
		send();
	}
});
addEventListener("pagehide", keep);

await reload();
await restore();
api.follow(update, connection);
requestAnimationFrame(() => setTimeout(() => editor.openEditor(document.getElementById("editor"), {
	changed: () => {
		if (state.message) {
			state.message = "";
			refresh();
		}
	},
	send
}).catch((problem) => {
	state.message = String(problem.message);
	refresh();
})));
