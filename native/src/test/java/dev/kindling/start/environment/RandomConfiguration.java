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

package dev.kindling.start.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Files, variables, system properties and arguments, as people might combine them.
 */
final class RandomConfiguration {

	private static final List<String> PROFILES = List.of("dev", "prod", "aws", "quiet", "eu-west", "default");

	private static final List<String> KEYS = List.of("app.a", "app.b", "app.camelCase", "app.camel-case",
			"app.nested.x", "app.stage", "other", "logging.level.com.example", "spring.main.banner-mode",
			"app.map[some.key]");

	private static final List<String> VALUES = List.of("one", "two", "3", "true", "${app.a}", "${app.b:fallback}",
			"${STAGE:none}", "x${app.nested.x}y", "with space", "${missing}", "a,b,c", "1.5", "", "é");

	private static final List<String> EXPRESSIONS = List.of("dev", "prod", "aws", "dev & prod", "!prod",
			"(dev | aws) & !quiet", "dev | prod", "!default", "dev,aws", "eu-west");

	private static final List<String> PLATFORMS = List.of("kubernetes", "heroku", "none", "KUBERNETES",
			"cloud-foundry");

	private final Random random;

	final Map<String, String> files = new LinkedHashMap<>();

	final Map<String, Object> variables = new LinkedHashMap<>();

	final Map<String, Object> systemProperties = new LinkedHashMap<>();

	final List<String> args = new ArrayList<>();

	final List<String> builtWith = new ArrayList<>();

	RandomConfiguration(Random random) {
		this.random = random;
		for (String folder : List.of("", "config/")) {
			for (String extension : List.of("properties", "yml", "yaml", "xml")) {
				if (chance(folder.isEmpty() ? 45 : 20)) {
					addFile(folder + "application." + extension, false);
				}
				for (String profile : PROFILES) {
					if (chance(8)) {
						addFile(folder + "application-" + profile + "." + extension, true);
					}
				}
			}
		}
		addVariables();
		addArguments();
		if (chance(10)) {
			this.builtWith.add(one(PROFILES.subList(0, 3)));
		}
	}

	private void addFile(String name, boolean profileSpecific) {
		int documents = name.endsWith(".xml") ? 1 : 1 + this.random.nextInt(3);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < documents; i++) {
			Map<String, String> values = document(profileSpecific);
			if (name.endsWith(".xml")) {
				text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
						+ "<!DOCTYPE properties SYSTEM \"http://java.sun.com/dtd/properties.dtd\">\n<properties>\n");
				values.forEach((key, value) -> text.append("<entry key=\"" + key + "\">")
					.append(value.replace("&", "&amp;"))
					.append("</entry>\n"));
				text.append("</properties>\n");
			}
			else if (name.endsWith(".properties")) {
				text.append((i > 0) ? "#---\n" : "");
				values.forEach((key,
						value) -> text.append(key).append('=').append(value.replace("é", "\\u00e9")).append('\n'));
			}
			else {
				text.append((i > 0) ? "---\n" : "");
				values.forEach((key, value) -> addYaml(text, key, value));
			}
		}
		this.files.put(name, text.toString());
	}

	private void addYaml(StringBuilder text, String key, String value) {
		boolean list = value.contains(",") && chance(50);
		boolean plain = value.matches("[0-9.]+|true") || (value.matches("[a-z]+") && chance(50));
		text.append('"').append(key).append("\": ");
		if (list) {
			text.append("[").append(String.join(", ", quoted(value.split(",")))).append("]\n");
		}
		else {
			text.append(plain ? value : "\"" + value + "\"").append('\n');
		}
	}

	private static List<String> quoted(String[] values) {
		List<String> quoted = new ArrayList<>();
		for (String value : values) {
			quoted.add("\"" + value + "\"");
		}
		return quoted;
	}

	private Map<String, String> document(boolean profileSpecific) {
		Map<String, String> values = new LinkedHashMap<>();
		int count = this.random.nextInt(5);
		for (int i = 0; i < count; i++) {
			values.put(one(KEYS), one(VALUES));
		}
		boolean conditional = profileSpecific;
		if (chance(35)) {
			values.put(chance(80) ? "spring.config.activate.on-profile" : "spring.config.activate.onProfile",
					one(EXPRESSIONS));
			conditional = true;
		}
		if (chance(12)) {
			values.put("spring.config.activate.on-cloud-platform", one(PLATFORMS));
			conditional = true;
		}
		if (!conditional || chance(2)) {
			addProfiles(values);
		}
		return values;
	}

	private void addProfiles(Map<String, String> values) {
		if (chance(15)) {
			values.put(one(List.of("spring.profiles.active", "spring.profiles.active", "spring.profiles.Active")),
					chance(20) ? "${STAGE:dev}" : profiles());
		}
		if (chance(10)) {
			values.put("spring.profiles.include", profiles());
		}
		if (chance(5)) {
			values.put("spring.profiles.default", profiles());
		}
		if (chance(15)) {
			values.put("spring.profiles.group." + one(PROFILES), profiles());
		}
		if (chance(5)) {
			values.put("spring.profiles.group." + one(List.of("Dev", "PROD", "eu_west", "pr@od")), profiles());
		}
		if (chance(2)) {
			values.put("spring.profiles.group", profiles());
		}
		if (chance(4)) {
			values.put("spring.main.cloud-platform", one(PLATFORMS));
		}
	}

	private void addVariables() {
		maybe(this.variables, 60, "PATH", List.of("/bin"));
		maybe(this.variables, 20, "STAGE", List.of("prod", "dev", "aws"));
		maybe(this.variables, 30, "SPRING_PROFILES_ACTIVE", null);
		maybe(this.variables, 5, "spring_profiles_active", null);
		maybe(this.variables, 10, "SPRING_PROFILES_INCLUDE", null);
		maybe(this.variables, 5, "SPRING_PROFILES_DEFAULT", null);
		maybe(this.variables, 10, "SPRING_PROFILES_GROUP_" + one(List.of("DEV", "PROD", "AWS")), null);
		maybe(this.variables, 4, "SPRING_PROFILES_GROUP_DEV_0", PROFILES);
		maybe(this.variables, 2, "SPRING_PROFILES_GROUP", null);
		if (chance(4)) {
			this.variables.put("SPRING_PROFILES_ACTIVE_0", one(PROFILES));
			maybe(this.variables, 50, "SPRING_PROFILES_ACTIVE_1", PROFILES);
		}
		maybe(this.variables, 2, "SPRING_PROFILES_ACTIVE",
				List.of("-bad", "a b", "dev,,prod", "${STAGE}", " dev , prod "));
		maybe(this.variables, 10, "APP_A", VALUES);
		maybe(this.variables, 10, "APP_CAMELCASE", VALUES);
		maybe(this.variables, 10, "APP_CAMEL_CASE", VALUES);
		maybe(this.variables, 10, "APP_NESTED_X", List.of("from variable"));
		maybe(this.variables, 5, "APP_LIST_0", List.of("zero"));
		if (chance(8)) {
			this.variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
			this.variables.put("KUBERNETES_SERVICE_PORT", "443");
		}
		maybe(this.variables, 5, "DYNO", List.of("1"));
		maybe(this.variables, 3, "SPRING_MAIN_CLOUDPLATFORM", PLATFORMS);
		maybe(this.variables, 3, "SPRING_PROFILES_VALIDATE", List.of("false", "true"));
		maybe(this.variables, 8, "SPRING_APPLICATION_JSON",
				List.of("{\"app\":{\"a\":\"json\",\"nested\":{\"x\":7}}}", "{\"spring.profiles.active\":\"aws\"}",
						"{\"spring\":{\"profiles\":{\"include\":[\"dev\",\"quiet\"]}}}",
						"{\"app\":{\"list\":[1,2],\"empty\":[],\"none\":null}}", "{\"app.camelCase\":true}", "{}",
						"{\"spring\":{\"profiles\":{\"group\":{\"dev\":\"quiet\"}}}}"));
		maybe(this.systemProperties, 60, "java.version", List.of("17"));
		maybe(this.systemProperties, 6, "spring.profiles.active", null);
		maybe(this.systemProperties, 6, "app.b", VALUES);
		maybe(this.systemProperties, 4, "app.camelCase", VALUES);
		maybe(this.systemProperties, 2, "spring.application.json", List.of("{\"app\":{\"b\":\"property\"}}"));
	}

	private void addArguments() {
		if (chance(12)) {
			this.args.add("--spring.profiles.active=" + profiles());
		}
		if (chance(6)) {
			this.args.add("--spring.profiles.include[0]=" + one(PROFILES));
		}
		if (chance(4)) {
			this.args.add("--spring.profiles.group." + one(PROFILES) + "=" + profiles());
		}
		if (chance(3)) {
			this.args.add("--spring.profiles.group=" + profiles());
		}
		if (chance(10)) {
			this.args.add("--" + one(KEYS) + "=" + one(VALUES));
		}
		if (chance(5)) {
			this.args.add("plain");
		}
		if (chance(2)) {
			this.args.add("--spring.profiles.active");
		}
	}

	private void maybe(Map<String, Object> values, int percent, String name, List<String> from) {
		if (chance(percent)) {
			values.put(name, (from != null) ? one(from) : profiles());
		}
	}

	private String profiles() {
		int count = 1 + this.random.nextInt(2);
		Set<String> profiles = new LinkedHashSet<>();
		for (int i = 0; i < count; i++) {
			profiles.add(one(PROFILES));
		}
		return String.join(chance(80) ? "," : ", ", profiles);
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private <T> T one(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * Writes the files into a folder.
	 */
	void write(Path folder) {
		this.files.forEach((name, text) -> {
			try {
				Path file = folder.resolve(name);
				Files.createDirectories(file.getParent());
				Files.writeString(file, text);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.files.forEach((name, content) -> text.append("== ").append(name).append('\n').append(content));
		return text.append("== variables ")
			.append(this.variables)
			.append("\n== system properties ")
			.append(this.systemProperties)
			.append("\n== arguments ")
			.append(this.args)
			.append("\n== built with ")
			.append(this.builtWith)
			.toString();
	}

}
