// What the page looks like for what it knows.
import { html, nothing } from "./lit/lit-html.js";
import { timeline, duration, columns } from "./timeline.js";

const short = (type) => type ? type.replace(/[\w$]+\./g, "").replaceAll("$", ".") : "";

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

function types(fn) {
	if (!fn.input && !fn.output) {
		return fn.event === "any" ? "" : fn.event;
	}
	return `${short(fn.input) || "nothing"} → ${short(fn.output) || "nothing"}`;
}

function functions(state, actions) {
	return html`<fieldset class="functions"><legend>Function</legend>
		${state.functions.map((fn) => html`<label title=${[fn.input, fn.output].filter(Boolean).join(" → ")}>
			<input type="radio" name="function" .checked=${fn.name === state.chosen} .value=${fn.name}
				@change=${() => actions.choose(fn.name)}>
			<span class="name">${fn.name}</span> <span class="types">${types(fn)}</span>
			${fn.event !== "any" ? html`<span class="kind">${fn.event}</span>` : nothing}
		</label>`)}
	</fieldset>
	${sources(state)}`;
}

function sources(state) {
	const chosen = state.functions.find((fn) => fn.name === state.chosen);
	const source = (what, value) => value ? html`<li>${what} <code>${value}</code></li>` : nothing;
	return chosen && (chosen.url || chosen.queue || chosen.table) ? html`<ul class="sources">
		${source("Function URL", chosen.url)}${source("Queue", chosen.queue)}${source("Changes of table", chosen.table)}</ul>` : nothing;
}

function samples(state, actions) {
	const option = (event) => html`<option value=${event.id} .selected=${event.id === state.sample}>${event.title}</option>`;
	const fitting = state.samples.filter((event) => event.fits);
	const others = state.samples.filter((event) => !event.fits);
	return html`<label class="sample">Event
		<select id="sample" @change=${(change) => actions.sample(change.target.value)}>
			${fitting.length ? html`<optgroup label="What it takes">${fitting.map(option)}</optgroup>` : nothing}
			<optgroup label="Other sources">${others.map(option)}</optgroup>
		</select></label>`;
}

function answer(state, actions) {
	const shown = state.shown;
	if (state.pending) {
		return html`<p class="state pending" role="status">Waiting for the answer…</p>
			<h3>Log</h3><pre class="log" tabindex="0">${state.lines.join("\n")}</pre>`;
	}
	if (!shown) {
		return html`<p class="empty">Send an event, or choose an invocation of the time line.</p>`;
	}
	if (shown.gone) {
		return html`<p class="empty">What invocation ${shown.gone} was about is no longer kept. Its values are in the time line.</p>`;
	}
	const row = shown.row;
	const status = row[columns.status];
	return html`<p class=${"state " + status} role="status">
			${{ ok: "Answered", error: "Failed", timeout: "Timed out", nocode: "No code to run" }[status]}
			<span class="which">invocation ${row[columns.number]} of ${row[columns.fn]}</span></p>
		<dl class="report">
			<div><dt>Duration</dt><dd>${duration(row[columns.duration])}</dd></div>
			<div><dt>Billed</dt><dd>${shown.billed} ms</dd></div>
			${row[columns.init] !== null ? html`<div class="cold"><dt>Init, cold start</dt><dd>${duration(row[columns.init])}</dd></div>` : nothing}
			<div><dt>Memory used</dt><dd>${row[columns.memory] || "?"} of ${shown.memorySize} MB</dd></div>
			<div class="wide"><dt>Request id</dt><dd>${shown.requestId}</dd></div>
		</dl>
		<h3>Answer</h3><pre id="answer" tabindex="0">${shown.answer === "" ? html`<i>nothing</i>` : shown.answer}</pre>
		${shown.failed.length ? html`<h3>Failed records</h3><ul class="failed">${shown.failed.map((record) => html`<li>
			<details><summary><code>${record.id}</code> ${record.reason ?? ""}</summary>
			<pre>${record.content ?? "The event has no record of this id."}</pre></details></li>`)}</ul>` : nothing}
		<h3>Log</h3><pre class="log" id="log" tabindex="0">${shown.log.join("\n")}</pre>
		${shown.sent ? nothing : html`<details class="event"><summary>Its event</summary><pre>${shown.event}</pre>
			<button type="button" @click=${() => actions.take(shown.event)}>Edit it</button></details>`}`;
}

function table(entry) {
	if (entry.problem) {
		return html`<section class="table"><h3>${entry.name}</h3><p class="empty">${entry.problem}</p></section>`;
	}
	const names = [...new Set(entry.items.flatMap((item) => Object.keys(item.values)))];
	return html`<section class="table"><h3>${entry.name} <span class="count">${entry.count}${entry.more ? "+" : ""} items</span></h3>
		${entry.items.length === 0 ? html`<p class="empty">Empty.</p>` : html`<div class="scroll" tabindex="0" role="group" aria-label=${"Items of " + entry.name}>
		<table><thead><tr><th scope="col"><span class="hidden">Last call</span></th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
		<tbody>${entry.items.map((item) => html`<tr class=${item.mark}><td>${item.mark}</td>
			${names.map((name) => html`<td>${item.values[name] ?? ""}</td>`)}</tr>`)}</tbody></table></div>`}</section>`;
}

function reloads(state) {
	return state.reloads.length === 0 ? html`<p class="empty">The code is the one that was there at the start.</p>`
		: html`<ol class="reloads" reversed>${[...state.reloads].reverse().map((entry) => html`<li class=${entry.problem ? "broken" : ""}>
			<time>${time.format(entry.time)}</time> ${entry.what}
			${entry.problem ? html`<details><summary>Why</summary><pre>${entry.problem}</pre></details>` : nothing}</li>`)}</ol>`;
}

function failures(state) {
	return state.failures.length === 0 ? html`<p class="empty">No record has failed.</p>`
		: html`<ul class="failed">${state.failures.map((failure) => html`<li>
			<details><summary>${failure.function}: <code>${failure.id}</code>
				${failure.fate ? html`<b>${failure.fate}</b>, attempt ${failure.attempt}` : nothing} ${failure.reason ?? ""}</summary>
			<pre>${failure.content ?? "The event has no record of this id."}</pre></details></li>`)}</ul>`;
}

export function page(state, actions) {
	const problem = state.reloads.at(-1)?.problem;
	return html`
		<div role="alert">${problem ? html`<section class="problem"><h2>No code to run</h2><pre tabindex="0">${problem}</pre></section>` : nothing}</div>
		<div class="bench">
			<section aria-labelledby="event-title"><h2 id="event-title">Event</h2>
				${functions(state, actions)}
				${samples(state, actions)}
				<div id="editor" class="editor"></div>
				<p class="hint">Enter edits, Esc leaves the editor.</p>
				<p class="message" id="message" role="alert">${state.message}</p>
				<p class="actions"><button type="button" id="send" class="primary" ?disabled=${state.pending || !state.chosen}
					@click=${actions.send}>Send</button> <kbd>Ctrl</kbd> <kbd>Enter</kbd></p>
			</section>
			<section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">Answer</h2>${answer(state, actions)}</section>
		</div>
		<section aria-labelledby="timeline-title"><h2 id="timeline-title">Time line <span class="count">${state.rows.length}</span></h2>
			${timeline(state.timeline)}</section>
		<div class="below">
			<section aria-labelledby="tables-title"><h2 id="tables-title">Tables</h2>
				${state.tables.length === 0 ? html`<p class="empty">There is no table.</p>` : state.tables.map(table)}</section>
			<section aria-labelledby="failed-title"><h2 id="failed-title">Failed records</h2>${failures(state)}</section>
			<section aria-labelledby="reloads-title"><h2 id="reloads-title">Reloads</h2>${reloads(state)}</section>
		</div>`;
}
