/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.kindling.maven;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page of another origin can do to the console in a real browser: nothing.
 */
@ExtendWith(BrowserCondition.class)
class OtherPagesIntegrationTests {

	/**
	 * Each tries something, and says what has come of it.
	 */
	private static final String ATTEMPTS = """
			const api = CONSOLE + "api/";
			const call = api + "invocations?function=tidy";
			const outcomes = [];
			const attempt = async (name, what) => {
				try {
					outcomes.push(name + ": " + await what());
				}
				catch (refused) {
					outcomes.push(name + ": refused");
				}
			};
			const element = (tag, properties) => new Promise((resolve) => {
				const made = Object.assign(document.createElement(tag), properties);
				made.onload = () => resolve("loaded");
				made.onerror = () => resolve("refused");
				document.body.append(made);
			});
			const text = async (path, options) => (await fetch(path, options)).text();
			await attempt("read", () => text(api + "state"));
			await attempt("read the page with its token", () => text(CONSOLE));
			await attempt("send with a token", () => text(call, { method: "POST", body: "{}",
				headers: { "X-Kindling-Console": "0".repeat(32) } }));
			await attempt("send as JSON", () => text(call, { method: "POST", body: "{}",
				headers: { "Content-Type": "application/json" } }));
			// what comes of these two can't be seen here
			await attempt("send as text", async () => (await fetch(call, { method: "POST", mode: "no-cors", body: "{}" })).type);
			await attempt("send by a form", () => new Promise((resolve) => {
				document.body.insertAdjacentHTML("beforeend", `<iframe name="target"></iframe>
					<form method="post" enctype="text/plain" target="target" action="${call}"><input name='{"a":"' value='"}'></form>`);
				document.querySelector("iframe").onload = () => resolve("opaque");
				document.querySelector("form").submit();
			}));
			await attempt("listen", () => new Promise((resolve) => {
				const source = new EventSource(api + "live");
				source.onmessage = () => resolve("heard");
				source.onerror = () => resolve("refused");
			}));
			await attempt("talk", () => new Promise((resolve) => {
				const socket = new WebSocket(CONSOLE.replace("http", "ws") + "api/live");
				socket.onopen = () => resolve("open");
				socket.onerror = () => resolve("refused");
			}));
			await attempt("run its script", () => element("script", { src: CONSOLE + "api.js" }));
			await attempt("show its picture", () => element("img", { src: CONSOLE + "icon.svg" }));
			return outcomes;
			""";

	private static Shop shop;

	private static HttpServer other;

	@BeforeAll
	static void start() throws Exception {
		shop = new Shop();
		other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		other.createContext("/", (exchange) -> {
			byte[] page = "<!doctype html><title>another</title><body>another page".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		other.start();
	}

	@AfterAll
	static void end() {
		if (other != null) {
			other.stop(0);
		}
		if (shop != null) {
			shop.close();
		}
	}

	private static String invocations() throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(shop.page() + "api/invocations")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "attacker.example" })
	void canNeitherReadNorSendAnything(String host) throws Exception {
		String before = invocations();
		try (ConsolePage page = new ConsolePage()) {
			page.visit("http://" + host + ":" + other.getAddress().getPort() + "/");
			List<?> outcomes = (List<?>) page.promise(ATTEMPTS.replace("CONSOLE", "'" + shop.page() + "'"));
			assertThat(outcomes).hasSize(10)
				.allSatisfy((outcome) -> assertThat(outcome.toString())
					.matches("(send as text|send by a form): (opaque|refused)|.*: refused"));
		}
		assertThat(invocations()).isEqualTo(before);
	}

	@Test
	void seeNothingByANameOfTheirOwnThatLeadsHere() throws Exception {
		String before = invocations();
		String address = shop.page().replace("127.0.0.1", "attacker.example");
		try (ConsolePage page = new ConsolePage()) {
			page.visit(address);
			assertThat(page.text("body")).contains("under no other name").doesNotContain("kindling-token");
			assertThat(page.promise("return (await fetch('/api/state')).status")).isEqualTo(403L);
			assertThat(page.promise("return (await fetch('/')).status")).isEqualTo(403L);
			assertThat(page
				.promise("return (await fetch('/api/invocations?function=tidy', {method: 'POST', body: '{}'})).status"))
				.isEqualTo(403L);
		}
		assertThat(invocations()).isEqualTo(before);
	}

}
