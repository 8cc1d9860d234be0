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

package dev.kindling.it.shapes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.StreamingResponse;
import dev.kindling.function.http.HttpResponse;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.functions.Function2;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.function.context.MessageRoutingCallback;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Functions of every shape, on payloads of every kind. None of their types has a hint of
 * its own.
 */
@Configuration(proxyBeanMethods = false)
class ShapesConfiguration {

	@Bean
	Function<Item, Receipt> recordFunction() {
		return (item) -> new Receipt(item.name(), item.price().multiply(BigDecimal.valueOf(2)), Size.LARGE,
				List.of(item));
	}

	@Bean
	Consumer<Item> consumer() {
		return (item) -> {
			if (item.name().equals("bad")) {
				throw new IllegalArgumentException("bad item");
			}
		};
	}

	@Bean
	Supplier<List<Size>> supplier() {
		return () -> List.of(Size.values());
	}

	@Bean
	BiFunction<Item, Context, String> biFunction() {
		return (item, context) -> item.name() + " with " + context.getMemoryLimitInMB() + " MB";
	}

	@Bean
	BiConsumer<Item, Context> biConsumer() {
		return (item, context) -> {
			if (context.getRemainingTimeInMillis() <= 0) {
				throw new IllegalStateException("late");
			}
		};
	}

	@Bean
	Function<Item, Boolean> injectedContext(Context context) {
		return (item) -> !context.getAwsRequestId().isEmpty();
	}

	@Bean
	RequestHandler<Item, Receipt> requestHandler() {
		return (item, context) -> new Receipt(item.name(), null, Size.SMALL, List.of());
	}

	@Bean
	RequestStreamHandler requestStreamHandler() {
		return (input, output, context) -> {
			output.write('[');
			input.transferTo(output);
			output.write(']');
		};
	}

	@Bean
	Function<Page<Item>, Page<String>> genericFunction() {
		return (page) -> {
			List<String> names = new ArrayList<>();
			page.elements().forEach((item) -> names.add(item.name()));
			return new Page<>(names, page.next() + 1);
		};
	}

	@Bean
	Function<Map<String, List<Item>>, Map<String, Integer>> nestedGenerics() {
		return (items) -> {
			Map<String, Integer> sizes = new TreeMap<>();
			items.forEach((name, list) -> sizes.put(name + list.get(0).name(), list.size()));
			return sizes;
		};
	}

	@Bean
	Function<Item[], String[]> arrayFunction() {
		return (items) -> new String[] { items[0].name(), items[items.length - 1].name() };
	}

	@Bean
	Function<List<Item>[], int[]> arrayOfLists() {
		return (lists) -> new int[] { lists.length, lists[0].size() };
	}

	@Bean
	Function<Shape, Shape> sealedFunction() {
		return (shape) -> (shape instanceof Shape.Circle circle) ? new Shape.Square(circle.radius())
				: new Shape.Circle(1);
	}

	@Bean
	Function<Size, Size> enumFunction() {
		return (size) -> (size == Size.SMALL) ? Size.LARGE : Size.SMALL;
	}

	@Bean
	Function<Built, String> builderFunction() {
		return (built) -> "built " + built.name();
	}

	@Bean
	Function<Classic, Classic> beanFunction() {
		return (bean) -> {
			bean.setNote(Optional.of("noted"));
			bean.setMoment(bean.getMoment().plusSeconds(1));
			return bean;
		};
	}

	@Bean
	Function<byte[], byte[]> bytesFunction() {
		return (bytes) -> (new String(bytes, StandardCharsets.UTF_8) + "!").getBytes(StandardCharsets.UTF_8);
	}

	@Bean
	Function<String, String> textFunction() {
		return String::toUpperCase;
	}

	@Bean
	Function<InputStream, Integer> streamInput() {
		return (stream) -> {
			try {
				return stream.readAllBytes().length;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	@Bean
	Supplier<InputStream> streamOutput() {
		return () -> new ByteArrayInputStream("streamed".getBytes(StandardCharsets.UTF_8));
	}

	@Bean
	Function<Item, StreamingResponse> streamingResponse() {
		return (item) -> StreamingResponse.of("text/plain",
				(output) -> output.write(item.name().getBytes(StandardCharsets.UTF_8)));
	}

	@Bean
	Function<JsonNode, Integer> treeFunction() {
		return JsonNode::size;
	}

	@Bean
	Function<Void, String> withoutInput() {
		return (nothing) -> "nothing in";
	}

	@Bean
	Function<Message<Item>, Message<Receipt>> messageFunction() {
		return (message) -> MessageBuilder
			.withPayload(
					new Receipt(message.getPayload().name() + message.getHeaders().get("path"), null, Size.SMALL, null))
			.setHeader("statusCode", 201)
			.build();
	}

	@Bean
	Function<Item, HttpResponse<Receipt>> httpFunction() {
		return (item) -> HttpResponse.of(202, new Receipt(item.name(), null, Size.SMALL, null)).header("X-Item", "1");
	}

	@Bean
	Function<SQSEvent, SQSBatchResponse> sqsFunction() {
		return (event) -> SQSBatchResponse.builder()
			.withBatchItemFailures(List.of(SQSBatchResponse.BatchItemFailure.builder()
				.withItemIdentifier(event.getRecords().get(0).getMessageId())
				.build()))
			.build();
	}

	@Bean
	Function<SNSEvent, Long> snsFunction() {
		return (event) -> event.getRecords().get(0).getSNS().getTimestamp().getMillis();
	}

	@Bean
	Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> gatewayFunction() {
		return (event) -> APIGatewayV2HTTPResponse.builder().withStatusCode(203).withBody(event.getRawPath()).build();
	}

	@Bean
	Function<Flux<Item>, Flux<Receipt>> fluxFunction() {
		return (items) -> items.map((item) -> new Receipt(item.name(), item.price(), Size.LARGE, null));
	}

	@Bean
	Function<Mono<Item>, Mono<String>> monoFunction() {
		return (item) -> item.map(Item::name);
	}

	@Bean
	Supplier<Flux<Size>> fluxSupplier() {
		return () -> Flux.just(Size.LARGE, Size.SMALL);
	}

	@Bean
	Consumer<Flux<Item>> fluxConsumer() {
		return (items) -> items.subscribe();
	}

	@Bean
	Function1<Item, Receipt> kotlinFunction() {
		return (item) -> new Receipt(item.name(), item.price(), Size.SMALL, List.of());
	}

	@Bean
	Function2<Item, Context, String> kotlinFunctionOfTwo() {
		return (item, context) -> item.name() + " with " + context.getMemoryLimitInMB() + " MB";
	}

	@Bean
	Function0<Size> kotlinSupplier() {
		return () -> Size.LARGE;
	}

	/**
	 * Routes by what the event says, as this application wants it; what has a kind is
	 * left to the expression, where there is one.
	 */
	@Bean
	MessageRoutingCallback routing() {
		return new MessageRoutingCallback() {

			@Override
			public String routingResult(Message<?> message) {
				String event = new String((byte[]) message.getPayload(), StandardCharsets.UTF_8);
				if (event.contains("\"kind\"")) {
					return null;
				}
				return event.contains("price") ? "recordFunction|textOfReceipt" : "textFunction";
			}

		};
	}

	@Bean
	Function<Receipt, String> textOfReceipt() {
		return (receipt) -> receipt.name() + " costs " + receipt.price();
	}

	/**
	 * What is bought.
	 *
	 * @param name its name
	 * @param price its price
	 */
	record Item(String name, BigDecimal price) {

	}

	/**
	 * What was bought.
	 *
	 * @param name the item's name
	 * @param price the price
	 * @param size how large it is
	 * @param items the items
	 */
	record Receipt(String name, BigDecimal price, Size size, List<Item> items) {

	}

	/**
	 * Some of many.
	 *
	 * @param <T> what they are
	 * @param elements the elements
	 * @param next the number of the next page
	 */
	record Page<T>(List<T> elements, int next) {

	}

	/**
	 * How large something is.
	 */
	enum Size {

		SMALL, LARGE

	}

}
