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

import java.util.List;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is that {@code kindling:run} has started.
 */
final class Announcement {

	private Announcement() {
	}

	static void write(Log log, LocalLambda lambda, @Nullable LocalDatabase database, @Nullable RunConsole page) {
		log.info("");
		if (page != null) {
			log.info("Console:       " + page.address());
		}
		log.info("Function URL:  " + lambda.functionUrl());
		List<WorkbenchFunction> functions = lambda.workbench().functions();
		String example = example(functions).name();
		log.info("AWS CLI, SDKs: aws lambda invoke --endpoint-url " + lambda.endpoint() + " --function-name " + example
				+ " --cli-binary-format raw-in-base64-out --payload '{}' answer.json");
		if (functions.size() > 1) {
			functions.forEach((function) -> log
				.info("Function:      " + function.name() + ((function.url() != null) ? " " + function.url() : "")));
		}
		if (database != null) {
			log.info("DynamoDB:      " + database.get().endpoint());
		}
		String which = (functions.size() > 1) ? "-Dkindling.functionName=" + example + " " : "";
		log.info("Maven:         mvn kindling:invoke " + which + "-Dpayload='{}'");
		log.info("Press Ctrl-C to end");
		log.info("");
	}

	/**
	 * What is called by its URL takes an event that one can type, rather than that of a
	 * service.
	 */
	private static WorkbenchFunction example(List<WorkbenchFunction> functions) {
		return functions.stream().filter((each) -> each.url() != null).findFirst().orElse(functions.get(0));
	}

}
