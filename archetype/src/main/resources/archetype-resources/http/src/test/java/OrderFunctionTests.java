package ${package};

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.test.junit.LambdaFunction;
import dev.kindling.test.junit.LambdaTest;
import dev.kindling.test.junit.LocalDynamoDb;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@LambdaTest(Application.class)
@LocalDynamoDb("order:id:S")
class OrderFunctionTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void takesAnOrderAndFindsItAgain(LocalLambda lambda) throws Exception {
		HttpResponse<String> taken = post(lambda, "{\"product\":\"tea\",\"quantity\":2}");
		assertThat(taken.statusCode()).isEqualTo(201);
		assertThat(taken.body()).contains("\"product\":\"tea\"", "\"quantity\":2");
		URI order = lambda.functionUrl().resolve(taken.headers().firstValue("Location").orElseThrow());
		HttpResponse<String> found = send(HttpRequest.newBuilder(order).build());
		assertThat(found.statusCode()).isEqualTo(200);
		assertThat(found.body()).isEqualTo(taken.body());
	}

	@Test
	void knowsNoOrderThatWasNeverTaken(LocalLambda lambda) throws Exception {
		URI nobodys = lambda.functionUrl().resolve("/none");
		assertThat(send(HttpRequest.newBuilder(nobodys).build()).statusCode()).isEqualTo(404);
	}

	@Test
	void refusesWhatIsNoOrder(LocalLambda lambda) throws Exception {
		assertThat(post(lambda, "{\"product\":\"tea\",\"quantity\":0}").statusCode()).isEqualTo(400);
		assertThat(post(lambda, "").statusCode()).isEqualTo(400);
	}

	@Test
	void takesTheEventOfTheExample(LambdaFunction function) {
		InvokeResult result = function.invokeFile("events/take-order.json");
		assertThat(result.json().path("statusCode").asInt()).isEqualTo(201);
	}

	private HttpResponse<String> post(LocalLambda lambda, String body) throws Exception {
		return send(HttpRequest.newBuilder(lambda.functionUrl())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
