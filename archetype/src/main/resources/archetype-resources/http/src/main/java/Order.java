package ${package};

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/**
 * An order, as the table keeps it and as callers see it.
 */
record Order(@DynamoDbPartitionKey String id, String product, int quantity) {
}
