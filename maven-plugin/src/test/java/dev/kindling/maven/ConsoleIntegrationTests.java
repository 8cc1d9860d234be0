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
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console of a project that Maven runs, in a real browser.
 */
@ExtendWith(BrowserCondition.class)
class ConsoleIntegrationTests {

	private static final String SOURCE = "src/main/java/com/example/Greeter.java";

	@TempDir
	private static Path directory;

	private static MavenProject project;

	private static Process run;

	private static String address;

	private ConsolePage page;

	@BeforeAll
	static void start() throws Exception {
		project = MavenProject.create("project", directory.resolve("greeter"));
		Path output = directory.resolve("run.txt");
		// the command that opens a browser, as Linux has it
		project.program("xdg-open", "echo \"$1\" > " + project.file("opened.txt"));
		run = project.start(output, "kindling:run", "-Dkindling.open", "-Dkindling.functionUrlPort=0",
				"-Dkindling.endpointPort=0", "-Dkindling.dynamodbPort=0", "-Dkindling.console.port=0");
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		while (!Files.readString(output).contains("Press Ctrl-C")) {
			assertThat(run.isAlive() && System.nanoTime() < end).as(Files.readString(output)).isTrue();
			Thread.sleep(100);
		}
		Matcher found = Pattern.compile("Console:\\s+(http\\S+)").matcher(Files.readString(output));
		assertThat(found.find()).as(Files.readString(output)).isTrue();
		address = found.group(1);
	}

	@AfterAll
	static void end() throws Exception {
		if (run != null) {
			run.destroy();
			run.waitFor();
		}
	}

	@BeforeEach
	void open() {
		this.page = new ConsolePage();
		this.page.open(address);
	}

	@AfterEach
	void close() {
		assertThat(this.page.complaints()).as("no violation of the policy, no script that fails").isEmpty();
		this.page.close();
	}

	private static void replace(String old, String text) throws Exception {
		Path source = project.file(SOURCE);
		String before = Files.readString(source);
		assertThat(before).contains(old);
		Files.writeString(source, before.replace(old, text));
	}

	private void answers(String text) {
		this.page.await("(document.getElementById('answer')?.textContent ?? '').includes('" + text + "')"
				+ " && !document.getElementById('send').disabled");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@Timeout(60)
	void isOpenedInTheDevelopersBrowser() throws Exception {
		Path opened = project.file("opened.txt");
		while (!Files.exists(opened) || Files.size(opened) == 0) {
			assertThat(run.isAlive()).isTrue();
			Thread.sleep(50);
		}
		assertThat(opened).hasContent(address);
	}

	@Test
	void sendsAnEventAndShowsWhatTheCompilerSaysUntilTheCodeIsMended() throws Exception {
		this.page.event("{\"name\": \"mamezou\"}");
		this.page.click("#send");
		answers("mamezou");
		this.page.shows("#answer", "\"greeting\": \"Hello\"");
		this.page.shows(".answer .state", "Answered");
		this.page.shows(".report", "Duration", "Billed", "of 256 MB");
		this.page.shows("#log", "START RequestId", "REPORT RequestId");
		this.page.shows(".timeline", "answered");
		this.page.shows("#page", "people 0 items");

		replace("while (true) {", "while (true) { nothing();");
		this.page.click("#send");
		answers("cannot find symbol");
		this.page.shows(".answer .state", "No code to run");
		this.page.await("document.querySelector('.problem pre')?.textContent.includes('Greeter.java:[')");

		replace(" nothing();", "");
		this.page.click("#send");
		answers("mamezou");
		this.page.await("!document.querySelector('.problem')");
		this.page.shows(".reloads", "The code can't be run", "What ran before can be run again");
		replace("\\\"greeting\\\"", "\\\"salute\\\"");
		this.page.click("#send");
		answers("salute");
		this.page.await("document.querySelector('.reloads').textContent.includes('Greeter.java')");
		replace("\\\"salute\\\"", "\\\"greeting\\\"");
	}

	@Test
	void canBeUsedWithTheKeyboardAlone() {
		this.page.tabTo("#sample");
		this.page.keys("SQS");
		this.page.await("ace.edit('editor').getValue().includes('aws:sqs')");
		this.page.tabTo(".ace_scroller");
		this.page.keys(Keys.ENTER);
		this.page.keysWithControl("a");
		this.page.keys("{\"by\": \"keyboard\"");
		this.page.keysWithControl(Keys.ENTER);
		answers("keyboard");
		this.page.keys(Keys.ESCAPE);
		this.page.tabTo("#send");
		this.page.tabTo("#timeline");
		this.page.keys(Keys.END);
		this.page.await("document.querySelector('.row[aria-selected=true]')"
				+ "?.getAttribute('aria-posinset') === document.querySelector('.row').getAttribute('aria-setsize')");
		this.page.keys(Keys.HOME);
		this.page.await("document.querySelector('.row[aria-selected=true]')?.getAttribute('aria-posinset') === '1'");
	}

	@Test
	void marksWhatIsNoJson() {
		this.page.event("{\n  \"name\": }");
		this.page.await("document.querySelector('.ace_gutter-cell.ace_error, .ace_gutter-cell .ace_error')");
		this.page.click("#send");
		this.page.await("document.getElementById('message').textContent.startsWith('Line 2')");
		assertThat(this.page.complaints()).allMatch((complaint) -> complaint.contains("400 (Bad Request)"));
	}

	@Test
	void showsWhatOthersSendWhileItIsOpen() throws Exception {
		assertThat(project.run("kindling:invoke", "-Dpayload={\"by\":\"another\"}").status()).isZero();
		this.page.await("document.querySelector('.row')");
		this.page.click(".row");
		this.page.await("document.getElementById('answer')?.textContent.includes('another')");
		assertThat(run.isAlive()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "400, light", "400, dark", "320, light", "1280, dark" })
	void fitsNarrowWindowsInBothColours(int width, String scheme) {
		this.page.prefers(scheme);
		this.page.size(width, 900);
		this.page.click("#send");
		answers("greeting");
		assertThat((Long) this.page.script("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
		String ground = (String) this.page.script("getComputedStyle(document.documentElement).backgroundColor");
		boolean dark = Integer.parseInt(ground.replaceAll("\\D+(\\d+).*", "$1")) < 100;
		assertThat(dark).as(ground).isEqualTo(scheme.equals("dark"));
	}

	@ParameterizedTest
	@CsvSource({ "light", "dark" })
	void canBeReadInBothColours(String scheme) {
		this.page.prefers(scheme);
		assertThat((Double) this.page
			.script("""
					(() => {
						const luminance = (colour) => {
							const canvas = document.createElement("canvas").getContext("2d");
							canvas.fillStyle = colour;
							canvas.fillRect(0, 0, 1, 1);
							const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
								const part = value / 255;
								return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
							});
							return 0.2126 * r + 0.7152 * g + 0.0722 * b;
						};
						const ground = (element) => {
							const own = getComputedStyle(element).backgroundColor;
							return own !== "rgba(0, 0, 0, 0)" || !element.parentElement ? own : ground(element.parentElement);
						};
						let least = 21.5;
						for (const element of document.querySelectorAll("h1, h2, .hint, .empty, .types, #connection, button, label, legend")) {
							const [one, other] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
							least = Math.min(least, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
						}
						return least;
					})()"""))
			.as("contrast")
			.isGreaterThan(4.5);
	}

}
