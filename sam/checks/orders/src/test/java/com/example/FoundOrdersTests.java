package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.test.junit.LambdaTest;
import dev.kindling.test.junit.LocalDynamoDb;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@LambdaTest(value = OrdersApplication.class, handler = "find")
@LocalDynamoDb("order:id:S/by-customer:customer:S:placed:N")
class FoundOrdersTests {

	@Test
	void answersAnOrderOr404(LocalLambda lambda, EmbeddedDynamoDb dynamoDb) throws Exception {
		dynamoDb.call("PutItem", """
				{"TableName":"order","Item":{"id":{"S":"7"},"customer":{"S":"Ada"},"placed":{"N":"1"},\
				"quantity":{"N":"2"},"expires":{"N":"0"}}}""");
		HttpResponse<String> found = find(lambda, "7");
		assertThat(found.statusCode()).isEqualTo(200);
		assertThat(found.body()).contains("\"customer\":\"Ada\"", "\"quantity\":2");
		assertThat(find(lambda, "8").statusCode()).isEqualTo(404);
	}

	private static HttpResponse<String> find(LocalLambda lambda, String id) throws Exception {
		URI url = lambda.functionUrl();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\"}"))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
