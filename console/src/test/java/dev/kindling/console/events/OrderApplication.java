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

package dev.kindling.console.events;

import java.util.function.Consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * An application whose function takes orders, whatever brings them.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class OrderApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(OrderApplication.class, arguments);
	}

	@Bean
	Consumer<Order> orders() {
		return (order) -> System.out.println("got " + order);
	}

	record Order(String id, int quantity) {

	}

}
