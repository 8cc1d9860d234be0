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

package dev.kindling.function.aot;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionBindings;
import dev.kindling.function.bind.FunctionOptions;
import dev.kindling.report.Inventory;
import dev.kindling.report.InventoryFunction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells the inventory which functions an application has, those that are composed or
 * routed to included.
 */
final class FunctionInventory {

	private static final Log logger = LogFactory.getLog(FunctionInventory.class);

	private static final String ROUTER = "functionRouter";

	private final Inventory inventory;

	private final ObjectMapper mapper;

	private final boolean reports;

	private final UsedTables tables;

	FunctionInventory(Inventory inventory, Environment environment, UsedTables tables) {
		this.inventory = inventory;
		this.tables = tables;
		this.mapper = mapper(environment.getProperty("spring.jackson.property-naming-strategy"));
		FunctionOptions options = FunctionOptions.of(environment);
		this.reports = options.batch() && options.reportItemFailures();
	}

	/**
	 * Reads names as the application's own mapper does, which isn't made yet.
	 */
	private static ObjectMapper mapper(@Nullable String strategy) {
		JsonMapper.Builder builder = JsonMapper.builder().findAndAddModules();
		if (StringUtils.hasText(strategy)) {
			try {
				builder.propertyNamingStrategy(
						(PropertyNamingStrategy) PropertyNamingStrategies.class.getField(strategy).get(null));
			}
			catch (ReflectiveOperationException ex) {
				// A class of the application's, or a mistake that Boot tells
			}
		}
		return builder.build();
	}

	/**
	 * Adds them.
	 * @param bindings the function beans
	 * @param definition what is configured to be served, if anything is
	 * @param routes whether events are routed to the beans
	 */
	void add(FunctionBindings bindings, @Nullable String definition, boolean routes) {
		bindings.all().forEach((binding) -> add(binding.name(), "bean", List.of(binding)));
		if (routes) {
			this.inventory.add(new InventoryFunction(ROUTER, "router", null, null, null, EventKind.ANY.word(), null,
					null, false, this.tables.of(bindings.all().stream().map(FunctionBinding::name).toList()), null));
		}
		if (StringUtils.hasText(definition)) {
			String served = definition.trim();
			if (served.indexOf('|') >= 0) {
				add(served, "composition", bindings.compose(served));
			}
			this.inventory.served(served);
		}
	}

	private void add(String name, String kind, List<FunctionBinding> functions) {
		FunctionBinding first = functions.get(0);
		FunctionBinding last = functions.get(functions.size() - 1);
		TakenEvent event = TakenEvent.of(first, last, this.mapper, this.reports);
		this.inventory.add(new InventoryFunction(name, kind, first.shape().name().toLowerCase(Locale.ROOT),
				nameOf(first.input()), nameOf(last.output()), event.kind().word(), event.type(),
				(event.entity() != null) ? event.entity().getName() : null, event.reportsItemFailures(),
				this.tables.of(functions.stream().map(FunctionBinding::name).toList()), example(first, event)));
	}

	/**
	 * What the function's own type looks like. A type that can't be looked at is no
	 * reason not to process the application.
	 */
	private @Nullable JsonNode example(FunctionBinding function, TakenEvent event) {
		Type payload = (event.entity() != null) ? event.entity() : TakenEvent.payload(function, this.mapper);
		if (payload == null) {
			return null;
		}
		try {
			return new ExampleJson(this.mapper).of(payload);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("There is no example of " + payload.getTypeName(), ex);
			return null;
		}
	}

	private static @Nullable String nameOf(@Nullable Type type) {
		if (type instanceof ParameterizedType parameterized) {
			return Arrays.stream(parameterized.getActualTypeArguments())
				.map(FunctionInventory::nameOf)
				.collect(Collectors.joining(", ", nameOf(parameterized.getRawType()) + "<", ">"));
		}
		if (type instanceof GenericArrayType array) {
			return nameOf(array.getGenericComponentType()) + "[]";
		}
		return (type != null) ? type.getTypeName() : null;
	}

}
