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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

@SpringBootApplication(scanBasePackages = "none")
public class ConditionsApplication {

	public static void main(String[] args) {
		SpringApplication.run(ConditionsApplication.class, args);
	}

	@Autowired(required = false)
	StringBuffer nothing;

	@Bean
	@Primary
	Shape circle() {
		return new Shape("circle");
	}

	@Bean
	Shape square() {
		return new Shape("square");
	}

	@Bean
	@ConditionalOnProperty("shapes.triangle")
	Shape triangle() {
		return new Shape("triangle");
	}

	@Bean
	@ConditionalOnProperty("shapes.hexagon")
	Shape hexagon() {
		return new Shape("hexagon");
	}

	@Bean
	@ConditionalOnMissingBean
	Color color() {
		return new Color("red");
	}

	@Bean
	@Scope("prototype")
	Ticket ticket() {
		return new Ticket();
	}

	@Bean
	@Lazy
	Supplier<String> lazy(Report report) {
		report.note("lazy", "made too early");
		return () -> "lazy";
	}

	@Bean
	Report report(Shape primary, @Qualifier("square") Shape square, Map<String, Shape> all, List<Shape> list,
			Optional<Integer> absent, ObjectProvider<Ticket> tickets, Color color, ObjectMapper mapper)
			throws Exception {
		return new Report().note("primary", primary)
			.note("square", square)
			.note("all", new TreeMap<>(all))
			.note("count", list.size())
			.note("absent", absent)
			.note("tickets", tickets.getObject() == tickets.getObject())
			.note("color", color)
			.note("nothing", this.nothing)
			.note("json", mapper.writeValueAsString(color));
	}

	record Shape(String name) {
	}

	record Color(String name) {
	}

	static class Ticket {

	}

}
