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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console of several functions, with a queue, a stream and a table, in a real
 * browser.
 */
@ExtendWith(BrowserCondition.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetConsoleIntegrationTests {

	private static Shop shop;

	private ConsolePage page;

	@TempDir
	private Path directory;

	@BeforeAll
	static void start() throws Exception {
		shop = new Shop();
	}

	@AfterAll
	static void end() {
		if (shop != null) {
			shop.close();
		}
	}

	@BeforeEach
	void open() {
		this.page = new ConsolePage();
		this.page.open(shop.page());
		this.page.await("document.querySelectorAll('input[name=function]').length === 4");
		this.page.await(editor() + ".includes('o-1')");
	}

	@AfterEach
	void close() {
		shop.mendCode();
		assertThat(this.page.complaints()).as("no violation of the policy, no script that fails").isEmpty();
		this.page.close();
	}

	private static String editor() {
		return "ace.edit('editor').getValue()";
	}

	private void choose(String function) {
		this.page.click("input[name=function][value=" + function + "]");
	}

	private void answered(String function, String text) {
		this.page.await("document.querySelector('.answer .which')?.textContent.endsWith(' of " + function
				+ "') && !document.getElementById('send').disabled");
		this.page.shows(".answer .state", "Answered");
		this.page.shows("#answer", text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					checkout | http            | Order → HttpResponse<Receipt> | \\"quantity\\":2  | "statusCode": 201
					store    | sqs             | List<Order> → SQSBatchResponse | \\"quantity\\":2 | "batchItemFailures": [ ]
					audit    | dynamodb-insert | DynamoDbChange<Order> → nothing | "quantity": {      | "batchItemFailures": [ ]
					tidy     | schedule        | ScheduledEvent → nothing       | "Scheduled Event"  | "tidied": "Scheduled Event"
					""")
	void beginsWithTheEventThatAFunctionTakes(String function, String event, String types, String prefilled,
			String answer) {
		choose(function);
		this.page.await("document.getElementById('sample').value === '" + event + "'");
		this.page.shows(".functions", types);
		assertThat((String) this.page.script(editor())).contains(prefilled);
		this.page.click("#send");
		answered(function, answer);
		this.page.shows("#log", "START RequestId", "REPORT RequestId");
		this.page.shows(".report", "Duration", "Billed", "of 512 MB");
		this.page.await("document.querySelector('.row[aria-selected=true] .fn').textContent === '" + function + "'");
	}

	@Test
	void hasAnEventOfEachSourceWithTheFunctionsOwnTypeInside() {
		choose("store");
		this.page.await("document.getElementById('sample').value === 'sqs'");
		List<?> events = (List<?>) this.page
			.script("[...document.getElementById('sample').options].map((o) => o.value)");
		assertThat(events).hasSizeGreaterThan(30);
		for (Object event : events) {
			this.page.choose("#sample", event.toString());
			this.page.await("document.getElementById('sample').value === '" + event + "'");
			assertThat(this.page.script("typeof JSON.parse(" + editor() + ")")).as(event.toString())
				.isEqualTo("object");
		}
		for (String own : List.of("direct", "sqs", "http", "sns", "dynamodb-insert", "eventbridge", "appsync")) {
			this.page.choose("#sample", own);
			this.page.await(editor() + ".includes('quantity')");
		}
		assertThat(this.page.complaints()).isEmpty();
	}

	@Test
	void showsTheLogWhileTheFunctionWrites() throws Exception {
		Path gate = this.directory.resolve("gate");
		choose("checkout");
		this.page
			.event("{\"body\": \"{\\\"id\\\":\\\"slow\\\",\\\"quantity\\\":1,\\\"gate\\\":\\\"" + gate + "\\\"}\"}");
		this.page.click("#send");
		this.page.shows(".log", "waiting at the gate");
		this.page.shows(".answer .state", "Waiting for the answer");
		Files.createFile(gate);
		answered("checkout", "slow");
		this.page.shows("#log", "kept order slow");
	}

	@Test
	void keepsItsPlaceInTheTimeLineWhileInvocationsCome() throws Exception {
		for (int i = 0; i < 20; i++) {
			shop.order("POST", "many", i);
		}
		this.page.await("document.querySelectorAll('.row').length > 15");
		this.page.script("(document.getElementById('timeline').scrollTop = 128)");
		String top = "[...document.querySelectorAll('.row')].find((row) => row.getBoundingClientRect().bottom"
				+ " > document.getElementById('timeline').getBoundingClientRect().top + 2).id";
		this.page.await("document.querySelector('.row[aria-posinset=\"5\"]')");
		Object before = this.page.script(top);
		Object size = this.page.script("document.querySelector('.row').getAttribute('aria-setsize')");
		shop.order("POST", "many", 99);
		this.page.await("document.querySelector('.row').getAttribute('aria-setsize') !== '" + size + "'");
		assertThat(this.page.script(top)).isEqualTo(before);
	}

	@Test
	void showsWhatFailsWithItsLog() {
		choose("checkout");
		this.page.event("{\"body\": \"{\\\"id\\\":\\\"less\\\",\\\"quantity\\\":-1}\"}");
		this.page.click("#send");
		this.page.shows(".answer .state", "Failed");
		this.page.shows("#answer", "less than nothing was ordered");
		this.page.await("document.querySelector('.row[aria-selected=true]').classList.contains('error')");
	}

	@Test
	void showsWhatTheLastCallPutChangedAndDeletedInATable() throws Exception {
		assertThat(shop.order("POST", "kept", 1)).isEqualTo(201);
		this.page.await("[...document.querySelectorAll('.table td')].some((cell) => cell.textContent === 'kept')");
		assertThat(shop.order("POST", "moving", 1)).isEqualTo(201);
		this.page.await(row("new", "moving"));
		assertThat(shop.order("POST", "moving", 2)).isEqualTo(201);
		this.page.await(row("changed", "moving"));
		assertThat(shop.order("DELETE", "moving", 2)).isEqualTo(201);
		this.page.await(row("deleted", "moving"));
		assertThat((String) this.page.script("document.querySelector('.table').textContent")).contains("kept",
				"quantity");
	}

	private static String row(String mark, String item) {
		return "[...document.querySelectorAll('.table tr." + mark + "')].some((row) => row.textContent.includes('"
				+ item + "'))";
	}

	@Test
	void showsWhatQueueAndStreamBringAndWhatBecomesOfThatWhichFails() throws Exception {
		shop.message("message-1", 1);
		this.page.await("[...document.querySelectorAll('.row .fn')].some((cell) => cell.textContent === 'store')");
		shop.message("message-2", 1000);
		this.page.await("document.querySelector('.failed')?.textContent.includes('dead letter')");
		this.page.shows(".failed", "store:", "dead letter, attempt 2", "retried, attempt 1");
		this.page.click(".failed summary");
		this.page.shows(".failed pre", "message-2", "\"aws:sqs\"");
		assertThat(shop.order("POST", "too-much", 500)).isEqualTo(201);
		this.page.await("document.querySelector('.failed').textContent.includes('audit:')");
		this.page.await("[...document.querySelectorAll('.row')].some((row) => row.textContent.includes('audit')"
				+ " && row.textContent.includes('1 failed'))");
		assertThat(shop.order("DELETE", "too-much", 500)).isEqualTo(201);
	}

	@Test
	void showsWhyNoCodeRunsAndWhatRunsAgain() {
		shop.breakCode("Checkout.java:[7,13] ';' expected");
		this.page.shows(".problem", "No code to run", "Checkout.java:[7,13] ';' expected");
		choose("tidy");
		this.page.await("document.getElementById('sample').value === 'schedule'");
		this.page.click("#send");
		this.page.shows(".answer .state", "No code to run");
		this.page.shows("#answer", "';' expected");
		shop.mendCode();
		this.page.await("!document.querySelector('.problem')");
		this.page.shows(".reloads", "The code can't be run", "What ran before can be run again");
		this.page.click("#send");
		answered("tidy", "Scheduled Event");
	}

	/**
	 * Before the others, as the function's first environment is the one that starts.
	 */
	@Test
	@Order(1)
	void tellsTheColdStartOfEachEnvironmentAndItsMemory() {
		choose("tidy");
		this.page.await("document.getElementById('sample').value === 'schedule'");
		this.page.click("#send");
		answered("tidy", "Scheduled Event");
		this.page.click("#send");
		this.page.await("document.querySelector('.report') && !document.querySelector('.report .cold')"
				+ " && !document.getElementById('send').disabled");
		this.page.await("[...document.querySelectorAll('.row')].filter((row) => row.textContent.includes('tidy'))"
				+ ".some((row) => row.querySelector('.init b'))");
		assertThat((String) this.page.script("document.querySelector('.row .memory').textContent")).matches("\\d+ MB");
	}

	@Test
	void choosesFunctionAndEventAndSendsItWithTheKeyboardAlone() {
		this.page.tabTo("input[name=function]");
		this.page.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
		this.page.await("document.activeElement.value === 'tidy' && document.activeElement.checked");
		this.page.await("document.getElementById('sample').value === 'schedule'");
		this.page.tabTo("#sample");
		this.page.keys(Keys.ARROW_DOWN);
		this.page.await("document.getElementById('sample').value !== 'schedule'");
		this.page.keys(Keys.ARROW_UP);
		this.page.await(editor() + ".includes('Scheduled Event')");
		this.page.tabTo("#send");
		this.page.keys(Keys.ENTER);
		answered("tidy", "Scheduled Event");
		this.page.tabTo("#timeline");
		this.page.keys(Keys.END);
		this.page.shows(".answer .which", "invocation 1 of ");
		this.page.tabTo("summary");
		this.page.keys(Keys.ENTER);
		this.page.await("document.activeElement.parentElement.open");
		this.page.tabTo("header select");
		this.page.keys("dark");
		this.page.await("document.documentElement.dataset.theme === 'dark'");
		this.page.keys(Keys.HOME);
		this.page.await("document.documentElement.dataset.theme === ''");
	}

	@ParameterizedTest
	@CsvSource({ "1280, light", "1280, dark", "400, light", "400, dark", "320, light" })
	void fitsItsWindow(int width, String scheme) throws Exception {
		this.page.prefers(scheme);
		this.page.size(width, 900);
		shop.order("POST", "order-of-a-customer-with-a-very-long-identifier-and-no-blank", 3);
		choose("store");
		this.page.await("document.getElementById('sample').value === 'sqs'");
		this.page.click("#send");
		answered("store", "batchItemFailures");
		this.page.await("document.querySelector('.table td')");
		assertThat((Long) this.page.script("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
		assertThat((List<?>) this.page.script("""
				[...document.querySelectorAll("#page *, header *")].filter((element) => {
					const box = element.getBoundingClientRect();
					return box.right > innerWidth + 1 && box.width > 0
						&& !element.closest(".scroll, .timeline, .editor, pre, .hidden");
				}).map((element) => element.outerHTML.slice(0, 100))""")).isEmpty();
		this.page.picture("fleet-" + width + "-" + scheme);
	}

}
