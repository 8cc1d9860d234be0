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

import java.util.List;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.support.ListItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class SquaresConfiguration {

	@Bean
	Job squares(JobRepository jobRepository, Step square) {
		return new JobBuilder("squares", jobRepository).start(square).build();
	}

	@Bean
	Step square(JobRepository jobRepository, PlatformTransactionManager transactionManager, Sums sums) {
		return new StepBuilder("square", jobRepository).<Integer, Integer>chunk(2, transactionManager)
			.reader(new ListItemReader<>(List.of(1, 2, 3)))
			.processor((number) -> number * number)
			.writer((chunk) -> sums.write(chunk.getItems()))
			.build();
	}

}
