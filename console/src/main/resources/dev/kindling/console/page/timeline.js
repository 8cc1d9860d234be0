// The list of invocations: however many there are, only those in sight are in the document.
import { html, svg, nothing } from "./lit/lit-html.js";

export const ROW = 32;
const HEIGHT = 10 * ROW + 1;
const SPARE = 6;

export const columns = { number: 0, fn: 1, time: 2, duration: 3, init: 4, memory: 5, status: 6, failed: 7 };

const words = { ok: "answered", error: "failed", timeout: "timed out", nocode: "no code" };
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 });

export function duration(millis) {
	return millis === null ? "" : millis >= 1000 ? (millis / 1000).toFixed(2) + " s" : Number(millis).toFixed(millis < 10 ? 2 : 0) + " ms";
}

function bar(row, longest) {
	const init = row[columns.init] ?? 0;
	const all = Math.max(longest, 1);
	const cold = 100 * init / all;
	const warm = Math.max(0.5, 100 * row[columns.duration] / all);
	return svg`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
		<rect class="cold" x="0" y="0" height="8" width=${cold}></rect>
		<rect class="warm" x=${cold} y="0" height="8" width=${Math.min(warm, 100 - cold)}></rect></svg>`;
}

function line(row, index, { rows, selected, longest, choose }) {
	const number = row[columns.number];
	const init = row[columns.init];
	return html`<div role="option" id=${"row-" + number} class=${"row " + row[columns.status]}
			aria-selected=${number === selected} aria-setsize=${rows.length} aria-posinset=${index + 1}
			@click=${() => choose(number)}>
		<span class="number">${number}</span>
		<span class="time">${clock.format(row[columns.time])}</span>
		<span class="fn">${row[columns.fn]}</span>
		${bar(row, longest)}
		<span class="duration">${duration(row[columns.duration])}</span>
		<span class="init">${init === null ? nothing : html`<b title="cold start">cold</b> ${duration(init)}`}</span>
		<span class="memory">${row[columns.memory] ? row[columns.memory] + " MB" : ""}</span>
		<span class="status">${words[row[columns.status]]}${row[columns.failed] ? `, ${row[columns.failed]} failed` : ""}</span>
	</div>`;
}

// rows are the oldest first, and are shown the newest first
export function timeline(view) {
	const { rows, top, height } = view;
	const first = Math.max(0, Math.floor(top / ROW) - SPARE);
	const last = Math.min(rows.length, Math.ceil((top + height) / ROW) + SPARE);
	const shown = [];
	let longest = 0;
	for (let index = first; index < last; index++) {
		const row = rows[rows.length - 1 - index];
		longest = Math.max(longest, Number(row[columns.duration]) + Number(row[columns.init] ?? 0));
		shown.push([row, index]);
	}
	return html`<div class="timeline" id="timeline" role="listbox" tabindex="0" aria-label="Invocations, the newest first"
			aria-activedescendant=${view.selected ? "row-" + view.selected : nothing}
			@scroll=${view.scrolled} @keydown=${view.key}>
		<div class="spacer" data-height=${rows.length * ROW}>
			<div class="window" data-top=${first * ROW}>
				${shown.map(([row, index]) => line(row, index, { ...view, longest }))}
			</div>
		</div>
		${rows.length === 0 ? html`<p class="empty">No invocation yet.</p>` : nothing}
	</div>`;
}

// Sizes are set here, as the content security policy allows no style attributes
export function layOut(root) {
	const spacer = root.querySelector(".spacer");
	if (spacer) {
		spacer.style.height = spacer.dataset.height + "px";
		spacer.parentElement.style.height = Math.min(HEIGHT, Math.max(2 * ROW, Number(spacer.dataset.height) + 1)) + "px";
		const visible = spacer.firstElementChild;
		visible.style.transform = `translateY(${visible.dataset.top}px)`;
	}
}

// Which row a key leads to, and whether it has to be scrolled to
export function step(key, rows, selected, page) {
	const at = rows.findIndex((row) => row[columns.number] === selected);
	const index = at < 0 ? -1 : rows.length - 1 - at;
	const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
	if (!(key in steps) || rows.length === 0) {
		return null;
	}
	const next = Math.min(rows.length - 1, Math.max(0, index + steps[key]));
	return { number: rows[rows.length - 1 - next][columns.number], index: next };
}

export function reveal(element, index) {
	const top = index * ROW;
	if (top < element.scrollTop) {
		element.scrollTop = top;
	}
	else if (top + ROW > element.scrollTop + element.clientHeight) {
		element.scrollTop = top + ROW - element.clientHeight;
	}
}
