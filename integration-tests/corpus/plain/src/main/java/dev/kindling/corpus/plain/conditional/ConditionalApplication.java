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

package dev.kindling.corpus.plain.conditional;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.system.JavaVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Shows: {@code @Conditional…} of every kind, and {@code @Profile}.
 */
@SpringBootApplication
public class ConditionalApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ConditionalApplication.class, args);
	}

	@Bean
	Supplier<Set<String>> conditional(Map<String, Part> parts) {
		return () -> new TreeSet<>(parts.keySet());
	}

	/**
	 * What is there says so by its name.
	 */
	record Part() {
	}

	@Configuration
	static class Properties {

		@Bean
		@ConditionalOnProperty("conditional.color")
		Part property() {
			return new Part();
		}

		@Bean
		@ConditionalOnProperty("conditional.absent")
		Part noProperty() {
			return new Part();
		}

		@Bean
		@ConditionalOnProperty(prefix = "conditional", name = { "color", "size" })
		Part twoProperties() {
			return new Part();
		}

		@Bean
		@ConditionalOnProperty(name = "conditional.color", havingValue = "blue")
		Part propertyWithValue() {
			return new Part();
		}

		@Bean
		@ConditionalOnProperty(name = "conditional.color", havingValue = "red")
		Part propertyWithOtherValue() {
			return new Part();
		}

		@Bean
		@ConditionalOnProperty(name = "conditional.absent", matchIfMissing = true)
		Part missingProperty() {
			return new Part();
		}

		@Bean
		@ConditionalOnBooleanProperty("conditional.on")
		Part booleanProperty() {
			return new Part();
		}

		@Bean
		@ConditionalOnBooleanProperty(name = "conditional.on", havingValue = false)
		Part otherBooleanProperty() {
			return new Part();
		}

		@Bean
		@ConditionalOnExpression("'${conditional.color}'.length() == 4 and ${conditional.size:0} > 2")
		Part expression() {
			return new Part();
		}

		@Bean
		@ConditionalOnExpression("${conditional.size} > 100")
		Part otherExpression() {
			return new Part();
		}

	}

	@Configuration
	static class ClassPath {

		@Bean
		@ConditionalOnResource(resources = "classpath:conditional/present.txt")
		Part resource() {
			return new Part();
		}

		@Bean
		@ConditionalOnResource(resources = "classpath:conditional/absent.txt")
		Part noResource() {
			return new Part();
		}

		@Bean
		@ConditionalOnJava(JavaVersion.SEVENTEEN)
		Part java() {
			return new Part();
		}

		@Bean
		@ConditionalOnNotWebApplication
		Part noWebApplication() {
			return new Part();
		}

		@Bean
		@ConditionalOnWebApplication
		Part webApplication() {
			return new Part();
		}

	}

	@Configuration
	@ConditionalOnClass(name = "com.fasterxml.jackson.databind.ObjectMapper")
	static class WithClass {

		@Bean
		Part presentClass() {
			return new Part();
		}

	}

	@Configuration
	@ConditionalOnClass(name = "com.example.Absent")
	static class WithAbsentClass {

		@Bean
		Part absentClass() {
			return new Part();
		}

	}

	@Configuration
	@ConditionalOnMissingClass("com.example.Absent")
	static class WithoutClass {

		@Bean
		Part missingClass() {
			return new Part();
		}

	}

	@Configuration
	static class Profiles {

		@Bean
		@Profile("conditional-test")
		Part profile() {
			return new Part();
		}

		@Bean
		@Profile("!conditional-test")
		Part noProfile() {
			return new Part();
		}

		@Bean
		@Profile("!conditional-test & (default | conditional-live)")
		Part profileExpression() {
			return new Part();
		}

	}

	@Configuration
	static class Beans {

		@Bean
		@ConditionalOnMissingBean(Engine.class)
		Engine engine() {
			return new Engine();
		}

		@Bean
		@ConditionalOnMissingBean(name = "engine")
		Part missingName() {
			return new Part();
		}

		@Bean
		@ConditionalOnBean(Engine.class)
		Part bean() {
			return new Part();
		}

		@Bean
		@ConditionalOnBean(type = "com.example.Absent")
		Part noBean() {
			return new Part();
		}

		@Bean
		@ConditionalOnSingleCandidate(Engine.class)
		Part singleCandidate() {
			return new Part();
		}

		@Bean
		@Conditional(ColorOrAbsent.class)
		Part anyOfTwo() {
			return new Part();
		}

	}

	/**
	 * What a bean depends on.
	 */
	static class Engine {

	}

	/**
	 * One of two conditions.
	 */
	static class ColorOrAbsent extends AnyNestedCondition {

		ColorOrAbsent() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("conditional.absent")
		static class Absent {

		}

		@ConditionalOnProperty("conditional.color")
		static class Color {

		}

	}

}
