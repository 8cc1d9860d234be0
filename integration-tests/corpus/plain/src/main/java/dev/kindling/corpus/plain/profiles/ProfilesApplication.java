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

package dev.kindling.corpus.plain.profiles;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * Shows: documents of files for profiles and platforms, groups, variables and arguments.
 */
@SpringBootApplication
@EnableConfigurationProperties(Stage.class)
public class ProfilesApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(ProfilesApplication.class, args);
	}

	@Bean
	Witness.Made profilesMade() {
		return new Witness.Made();
	}

	@Bean
	Witness profilesWitness(Witness.Made made) {
		return new Witness(made);
	}

	/**
	 * Answers what it finds, and the values of the keys that it is asked for.
	 */
	@Bean
	Function<List<String>, Map<String, Object>> profiles(ConfigurableApplicationContext context,
			Environment environment, Stage stage, ApplicationArguments arguments, Witness.Made made,
			List<Jackson2ObjectMapperBuilderCustomizer> customizers) {
		return (keys) -> {
			DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("active", environment.getActiveProfiles());
			answer.put("default", environment.getDefaultProfiles());
			keys.forEach((key) -> answer.put(key, String.valueOf(environment.getProperty(key))));
			answer.put("stage", stage.texts());
			answer.put("arguments", Arrays.asList(arguments.getSourceArgs()));
			answer.put("id", context.getId());
			answer.put("platform", String.valueOf(CloudPlatform.getActive(environment)));
			answer.put("witness", made.isMade());
			answer.put("circles", beans.isAllowCircularReferences());
			answer.put("overriding", beans.isAllowBeanDefinitionOverriding());
			answer.put("alive", isKeptAlive());
			answer.put("json", json(customizers));
			return answer;
		};
	}

	private static boolean isKeptAlive() {
		Thread[] threads = new Thread[Thread.activeCount() + 10];
		int count = Thread.enumerate(threads);
		return Arrays.stream(threads, 0, count).anyMatch((thread) -> thread.getName().equals("keep-alive"));
	}

	/**
	 * What a mapper writes that is made as Spring Boot makes one.
	 */
	private static String json(List<Jackson2ObjectMapperBuilderCustomizer> customizers) {
		Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json();
		customizers.forEach((customizer) -> customizer.customize(builder));
		ObjectMapper mapper = builder.build();
		try {
			return mapper.writeValueAsString(new Parcel(7, Instant.ofEpochSecond(60)));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Parcel(int itemCount, Instant sentAt) {
	}

}
