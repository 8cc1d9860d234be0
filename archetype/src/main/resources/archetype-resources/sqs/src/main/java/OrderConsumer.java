package ${package};

import java.util.function.Consumer;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

import org.springframework.stereotype.Component;

/**
 * Keeps each message's order. What it throws fails one message, which comes again and ends
 * in the dead-letter queue; the batch's others are done. A message may come twice, so
 * keeping an order twice has to do no harm.
 */
@Component("orders")
class OrderConsumer implements Consumer<Order> {

	private final DynamoDbTable<Order> orders;

	OrderConsumer(DynamoDbTable<Order> orders) {
		this.orders = orders;
	}

	@Override
	public void accept(Order order) {
		this.orders.putItem(order);
	}

}
