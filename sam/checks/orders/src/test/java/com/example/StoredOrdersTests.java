package com.example;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.test.junit.LambdaFunction;
import dev.kindling.test.junit.LambdaTest;
import dev.kindling.test.junit.LocalDynamoDb;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@LambdaTest(value = OrdersApplication.class, handler = "store")
@LocalDynamoDb("order:id:S/by-customer:customer:S:placed:N")
class StoredOrdersTests {

	private static final String BATCH = """
			{"Records":[%s,%s]}""".formatted(message("1", "{\\\"id\\\":\\\"7\\\",\\\"customer\\\":\\\"Ada\\\",\\\"quantity\\\":2}"),
			message("2", "{\\\"id\\\":\\\"8\\\",\\\"customer\\\":\\\"Ada\\\",\\\"quantity\\\":0}"));

	private static String message(String id, String body) {
		return """
				{"messageId":"%s","receiptHandle":"r","body":"%s","attributes":{},"messageAttributes":{},\
				"md5OfBody":"0","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-central-1:1:q",\
				"awsRegion":"eu-central-1"}""".formatted(id, body);
	}

	@Test
	void keepsTheOrdersOfABatchAndReportsTheOneOfNothing(LambdaFunction function, EmbeddedDynamoDb dynamoDb) {
		JsonNode answer = function.invoke(BATCH).json();
		assertThat(answer.findValuesAsText("itemIdentifier")).isEqualTo(List.of("2"));
		JsonNode kept = dynamoDb.call("Scan", "{\"TableName\":\"order\"}");
		assertThat(kept.path("Items").findPath("id").path("S").asText()).isEqualTo("7");
		assertThat(kept.path("Count").asInt()).isEqualTo(1);
	}

}
