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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console in a real browser.
 */
final class ConsolePage implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	ConsolePage() {
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(BrowserCondition.find("chromedriver"))
			.usingAnyFreePort()
			.build();
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BrowserCondition.find("chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars",
				// another name that leads to this machine
				"--host-resolver-rules=MAP attacker.example 127.0.0.1");
		options.setCapability("goog:loggingPrefs", logs);
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().timeouts().scriptTimeout(PATIENCE);
		size(1280, 1000);
	}

	void open(String address) {
		this.driver.get(address);
		await("document.querySelector('.ace_content') && document.getElementById('connection').className === 'live'");
	}

	/**
	 * A window may not be as narrow as a telephone, the page's part of it may.
	 */
	void size(int width, int height) {
		this.driver.manage().window().setSize(new Dimension(width, height));
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	void prefers(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	Object script(String code) {
		return this.driver.executeScript("return " + code);
	}

	/**
	 * Runs code that ends by a promise.
	 */
	Object promise(String code) {
		return this.driver.executeAsyncScript("const done = arguments[0]; (async () => {" + code + "})().then(done)");
	}

	void visit(String address) {
		this.driver.get(address);
	}

	/**
	 * What is read at this moment: an element may be replaced at any time.
	 */
	String text(String selector) {
		return (String) this.driver.executeScript("return document.querySelector(arguments[0])?.innerText ?? ''",
				selector);
	}

	/**
	 * Waits until a part of the page has these texts.
	 */
	void shows(String selector, String... texts) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		for (String text : texts) {
			while (!text(selector).contains(text) && System.nanoTime() < end) {
				pause();
			}
			assertThat(text(selector)).contains(text);
		}
	}

	void click(String selector) {
		this.driver.findElement(By.cssSelector(selector)).click();
	}

	void choose(String selector, String value) {
		click(selector + " option[value='" + value + "']");
	}

	void event(String json) {
		this.driver.executeScript("ace.edit('editor').setValue(arguments[0], 1)", json);
	}

	void keys(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	void keysWithControl(CharSequence key) {
		new Actions(this.driver).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
	}

	/**
	 * Goes on with the tabulator until something has the focus.
	 */
	void tabTo(String selector) {
		for (int i = 0; i < 60; i++) {
			if (Boolean.TRUE.equals(script("document.activeElement.matches('" + selector + "')"))) {
				return;
			}
			keys(Keys.TAB);
		}
		throw new AssertionError(selector + " can't be reached with the tabulator");
	}

	void await(String condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!Boolean.TRUE.equals(script("Boolean(" + condition + ")"))) {
			assertThat(System.nanoTime()).as(condition + " on a page of " + text("body")).isLessThan(end);
			pause();
		}
	}

	/**
	 * What the browser complains about.
	 */
	List<String> complaints() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

	/**
	 * Keeps a picture of the whole page, for who looks at it and for the documents.
	 */
	void picture(String name) throws IOException {
		Path directory = Files.createDirectories(Path.of("target/pictures"));
		Object height = script("document.documentElement.scrollHeight");
		Object width = script("document.documentElement.clientWidth");
		String picture = (String) this.driver
			.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip",
					Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
			.get("data");
		Files.write(directory.resolve(name + ".png"), Base64.getDecoder().decode(picture));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
