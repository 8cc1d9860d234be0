package ${package};

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/**
 * An order, as a message has it and as the table keeps it. A message that doesn't fit is
 * reported as failed.
 */
record Order(@DynamoDbPartitionKey String id, String product, int quantity) {

	Order {
		if (id == null || id.isBlank() || product == null || product.isBlank() || quantity < 1) {
			throw new IllegalArgumentException("An order has an id, a product, and a quantity of at least 1");
		}
	}

}
