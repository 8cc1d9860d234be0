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

package dev.kindling.start.apps;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

@SpringBootApplication(scanBasePackages = "none")
@Import(EventsApplication.Listeners.class)
public class EventsApplication {

	public static void main(String[] args) {
		SpringApplication.run(EventsApplication.class, args);
	}

	@Bean
	Report report() {
		return new Report();
	}

	@Bean
	ApplicationListener<ContextRefreshedEvent> refreshed(Report report, ApplicationEventPublisher publisher) {
		return new Refreshed(report, publisher);
	}

	record Refreshed(Report report,
			ApplicationEventPublisher publisher) implements ApplicationListener<ContextRefreshedEvent> {

		@Override
		public void onApplicationEvent(ContextRefreshedEvent event) {
			this.report.happened("refreshed");
			this.publisher.publishEvent(new Ordered("tea"));
		}

	}

	record Ordered(String what) {
	}

	record Served(String what) {
	}

	static class Listeners {

		private final Report report;

		Listeners(Report report) {
			this.report = report;
		}

		@EventListener
		Served serve(Ordered order) {
			this.report.happened("ordered-" + order.what());
			return new Served(order.what());
		}

		@EventListener(condition = "#event.what == 'tea'")
		void served(Served event) {
			this.report.happened("served-" + event.what());
		}

		@EventListener(condition = "#event.what == 'coffee'")
		void never(Served event) {
			this.report.happened("wrong");
		}

	}

}
