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

package dev.kindling.corpus.data.batchjob;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: a Spring Batch job that runs at the start.
 */
@SpringBootApplication
public class BatchApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(BatchApplication.class, args);
	}

	@Bean
	Supplier<Map<String, Object>> batchjob(Sums sums, JobExplorer jobs) {
		return () -> Map.of("written", sums.written(), "status", status(jobs));
	}

	private static String status(JobExplorer jobs) {
		return jobs.getJobInstances("squares", 0, 1)
			.stream()
			.flatMap((instance) -> jobs.getJobExecutions(instance).stream())
			.map((execution) -> execution.getExitStatus().getExitCode())
			.findFirst()
			.orElse("never ran");
	}

}
