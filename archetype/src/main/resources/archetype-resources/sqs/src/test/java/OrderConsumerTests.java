package ${package};

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.test.junit.LambdaFunction;
import dev.kindling.test.junit.LambdaTest;
import dev.kindling.test.junit.LocalDynamoDb;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@LambdaTest(Application.class)
@LocalDynamoDb("order:id:S")
class OrderConsumerTests {

	@Test
	void keepsTheOrdersOfABatchAndReportsTheMessageThatFailed(LambdaFunction function, EmbeddedDynamoDb dynamoDb) {
		JsonNode answer = function.invokeFile("events/orders.json").json();
		assertThat(answer.findValuesAsText("itemIdentifier"))
			.isEqualTo(List.of("059f36b4-87a3-44ab-83d2-661970000002"));
		JsonNode kept = dynamoDb.call("Scan", "{\"TableName\":\"order\"}");
		assertThat(kept.findValues("id").stream().map((id) -> id.path("S").asText()))
			.containsExactlyInAnyOrder("7", "9");
	}

}
