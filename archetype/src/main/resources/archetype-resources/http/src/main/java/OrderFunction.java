package ${package};

import java.util.UUID;
import java.util.function.Function;

import dev.kindling.function.FunctionMessageHeaders;
import dev.kindling.function.http.HttpResponse;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.stereotype.Component;

/**
 * Takes an order with POST, and answers it with GET at the path that is its id.
 */
@Component("orders")
class OrderFunction implements Function<Message<NewOrder>, HttpResponse<Order>> {

	private final DynamoDbTable<Order> orders;

	OrderFunction(DynamoDbTable<Order> orders) {
		this.orders = orders;
	}

	@Override
	public HttpResponse<Order> apply(Message<NewOrder> request) {
		MessageHeaders headers = request.getHeaders();
		String method = headers.get(FunctionMessageHeaders.METHOD, String.class);
		if ("GET".equals(method)) {
			return find(headers.get(FunctionMessageHeaders.PATH, String.class).substring(1));
		}
		// an event that is no HTTP request has no method
		if (method == null || "POST".equals(method)) {
			return take(request.getPayload());
		}
		return HttpResponse.<Order>status(405).header("Allow", "GET, POST");
	}

	private HttpResponse<Order> find(String id) {
		Order order = id.isEmpty() ? null : this.orders.getItem(Key.builder().partitionValue(id).build());
		return (order != null) ? HttpResponse.ok(order) : HttpResponse.status(404);
	}

	private HttpResponse<Order> take(NewOrder wanted) {
		if (wanted == null) {
			return HttpResponse.status(400);
		}
		Order order = new Order(UUID.randomUUID().toString(), wanted.product(), wanted.quantity());
		this.orders.putItem(order);
		return HttpResponse.of(201, order).header("Location", "/" + order.id());
	}

}
