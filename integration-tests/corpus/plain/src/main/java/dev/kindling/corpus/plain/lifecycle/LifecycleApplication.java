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

package dev.kindling.corpus.plain.lifecycle;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Shows: {@code SmartLifecycle}, {@code @PostConstruct}, {@code InitializingBean},
 * runners and their order.
 */
@SpringBootApplication
public class LifecycleApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(LifecycleApplication.class, args);
	}

	@Bean
	Supplier<List<String>> lifecycle(Diary diary) {
		return diary::entries;
	}

	@Bean
	@Order(2)
	ApplicationRunner second(Diary diary) {
		return (args) -> diary.note("application runner");
	}

	@Bean
	@Order(1)
	CommandLineRunner first(Diary diary) {
		return (args) -> diary.note("command line runner");
	}

	@Bean
	Pump earlyPump(Diary diary) {
		return new Pump("early", -5, diary);
	}

	@Bean
	Pump latePump(Diary diary) {
		return new Pump("late", 5, diary);
	}

	@Bean(initMethod = "open", destroyMethod = "shut")
	Valve valve(Diary diary) {
		return new Valve(diary);
	}

}
