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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

@SpringBootApplication(scanBasePackages = "none")
@EnableConfigurationProperties({ PropertiesApplication.Pool.class, PropertiesApplication.Shop.class })
public class PropertiesApplication {

	public static void main(String[] args) {
		SpringApplication.run(PropertiesApplication.class, args);
	}

	@Bean
	Report report(Pool pool, Shop shop) {
		return new Report().note("pool", pool.getMaxSize() + " " + pool.getWait()).note("shop", shop);
	}

	@ConfigurationProperties("pool")
	public static class Pool {

		private int maxSize = 1;

		private Duration wait = Duration.ZERO;

		public int getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(int maxSize) {
			this.maxSize = maxSize;
		}

		public Duration getWait() {
			return this.wait;
		}

		public void setWait(Duration wait) {
			this.wait = wait;
		}

	}

	@ConfigurationProperties("shop")
	public record Shop(String name, List<Shelf> shelves, Map<String, Integer> prices, @DefaultValue("7") int openDays) {

		public record Shelf(String label, int height) {
		}

	}

}
