// The editor for the event: Ace, loaded once the page is there.

let editor = null;
let pending = null;

function script(source) {
	return new Promise((resolve, reject) => {
		const element = document.createElement("script");
		element.src = source;
		element.onload = resolve;
		element.onerror = () => reject(new Error(source + " can't be loaded"));
		document.head.append(element);
	});
}

function style(source) {
	return new Promise((resolve) => {
		const element = document.createElement("link");
		element.rel = "stylesheet";
		element.href = source;
		element.onload = element.onerror = resolve;
		// before the page's own, which has the colours
		document.head.prepend(element);
	});
}

export async function openEditor(element, { changed, send }) {
	await Promise.all([script("ace/ace.js"), style("ace/ace.css")]);
	const ace = window.ace;
	ace.config.set("useStrictCSP", true);
	ace.config.set("basePath", "ace");
	ace.config.set("loadWorkerFromBlob", false);
	editor = ace.edit(element, {
		mode: "ace/mode/json",
		theme: { cssClass: "ace-kindling", isDark: false, $id: "kindling" },
		enableKeyboardAccessibility: true,
		textInputAriaLabel: "Event as JSON",
		fontFamily: "var(--mono)",
		fontSize: "0.8125rem",
		maxLines: 26,
		minLines: 10,
		showPrintMargin: false,
		tabSize: 2,
		useSoftTabs: true,
		useWorker: true,
		wrap: true
	});
	editor.commands.addCommand({
		name: "send", bindKey: { win: "Ctrl-Enter", mac: "Command-Enter" }, exec: send
	});
	editor.session.on("change", () => changed(editor.getValue()));
	if (pending !== null) {
		setText(pending);
	}
}

export function setText(text) {
	pending = text;
	if (editor && editor.getValue() !== text) {
		// as an edit, so that it can be undone
		editor.setValue(text, -1);
	}
}

export function text() {
	return editor ? editor.getValue() : (pending ?? "");
}

export function mark(line, column, message) {
	if (!editor) {
		return;
	}
	editor.session.setAnnotations([{ row: line - 1, column: column - 1, text: message, type: "error" }]);
	editor.gotoLine(line, Math.max(0, column - 1));
	editor.focus();
}
