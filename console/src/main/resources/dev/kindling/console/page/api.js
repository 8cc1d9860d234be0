// What the page asks the server for, and what it is told.

const token = document.querySelector("meta[name=kindling-token]").content;

async function get(path) {
	const response = await fetch("api/" + path);
	if (response.status === 404) {
		return null;
	}
	if (!response.ok) {
		throw new Error(`The console answers ${response.status} to ${path}`);
	}
	return response.json();
}

export const loadState = () => get("state");
export const loadFunctions = () => get("functions");
export const loadInvocations = () => get("invocations");
export const loadTables = () => get("tables");
export const loadInvocation = (number) => get("invocations/" + number);
export const loadEvents = (name) => get("events?function=" + encodeURIComponent(name));

// Returns the invocation, or {error, line, column} for an event that isn't sent
export async function send(name, text) {
	try {
		const response = await fetch("api/invocations?function=" + encodeURIComponent(name), {
			method: "POST",
			headers: { "Content-Type": "application/json", "X-Kindling-Console": token },
			body: text
		});
		return await response.json();
	}
	catch (problem) {
		return { error: "The local Lambda doesn't answer: " + problem.message };
	}
}

// Calls back with each batch of updates, and with whether there is a connection
export function follow(updates, connection) {
	const source = new EventSource("api/live");
	source.onmessage = (message) => updates(JSON.parse(message.data));
	source.onopen = () => connection(true);
	source.onerror = () => connection(false);
}
