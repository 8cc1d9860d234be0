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

package dev.kindling.maven.sam;

/**
 * Names as YAML and CloudFormation take them.
 */
final class YamlText {

	private YamlText() {
	}

	/**
	 * An attribute or bean may have any name, also one that YAML would read otherwise.
	 */
	static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	/**
	 * CloudFormation's names have letters and digits only.
	 */
	static String logicalId(String bean) {
		String id = bean.replaceAll("[^A-Za-z0-9]", "");
		return id.isEmpty() ? "Main" : Character.toUpperCase(id.charAt(0)) + id.substring(1);
	}

}
