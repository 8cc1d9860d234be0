package com.example;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.example.OrdersApplication.Order;
import dev.kindling.dynamodb.DynamoDbTableName;
import dev.kindling.function.batch.DynamoDbChange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * A function for each event.
 */
@Configuration(proxyBeanMethods = false)
@Profile("kinds")
class Kinds {

	@Bean("take-order")
	RequestHandler<SQSEvent, Void> handler() {
		return (event, context) -> null;
	}

	@Bean
	Consumer<SNSEvent.SNS> takeOrder() {
		return (message) -> {
		};
	}

	@Bean
	Consumer<KinesisEvent.KinesisEventRecord> stream() {
		return (entry) -> {
		};
	}

	@Bean
	Consumer<DynamoDbChange<Order>> change() {
		return (change) -> {
		};
	}

	@Bean
	Consumer<S3EventNotificationRecord> upload() {
		return (upload) -> {
		};
	}

	@Bean
	Consumer<Event<Order>> paid() {
		return (event) -> {
		};
	}

	@Bean
	Consumer<ScheduledEvent> nightly() {
		return (event) -> {
		};
	}

	@Bean
	Function<APIGatewayProxyRequestEvent, String> rest() {
		return (event) -> "";
	}

	@Bean
	Function<ApplicationLoadBalancerRequestEvent, String> balanced() {
		return (event) -> "";
	}

	@Bean
	Supplier<String> on() {
		return () -> "on";
	}

	record Event<T>(String id, String source, T detail) {
	}

	@DynamoDbTableName("shop")
	record OrderLine(@DynamoDbPartitionKey long order, @DynamoDbSortKey String line,
			@DynamoDbSecondarySortKey(indexNames = "by-price") long price) {
	}

	@DynamoDbTableName("shop")
	record OrderNote(@DynamoDbPartitionKey long order, @DynamoDbSortKey String line) {
	}

}
