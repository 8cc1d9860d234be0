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

package dev.kindling.function.batch;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is around the payload of an event: the event itself, the record in it, the part of
 * the record that holds the payload. Each has a property that carries what is inside,
 * others beside it, and classes of {@code aws-lambda-java-events}.
 */
public enum Envelope {

	/** An event of several records. */
	RECORDS("Records", true, "",
			"SQSEvent SNSEvent KinesisEvent KinesisTimeWindowEvent DynamodbEvent "
					+ "DynamodbTimeWindowEvent S3Event models.s3.S3EventNotification CodeCommitEvent"),

	/** An event of Kafka. */
	KAFKA_EVENT("records", false, "eventSource eventSourceArn bootstrapServers", "KafkaEvent"),

	/** An event of ActiveMQ. */
	ACTIVE_MQ_EVENT("messages", false, "eventSource eventSourceArn", "ActiveMQEvent"),

	/** An event of RabbitMQ. */
	RABBIT_MQ_EVENT("rmqMessagesByQueue", true, "eventSource eventSourceArn", "RabbitMQEvent"),

	/** A batch of records to transform. */
	TRANSFORMATION("records", false,
			"invocationId deliveryStreamArn region applicationArn streamArn sourceKinesisStreamArn sourceMSKArn",
			"KinesisFirehoseEvent KinesisAnalyticsFirehoseInputPreprocessingEvent "
					+ "KinesisAnalyticsStreamsInputPreprocessingEvent MSKFirehoseEvent"),

	/** A job of S3 Batch Operations. */
	S3_BATCH_JOB("tasks", false, "invocationSchemaVersion invocationId job", "S3BatchEvent S3BatchEventV2"),

	/** A subscription of CloudWatch Logs, zipped. */
	LOGS_EVENT("awslogs", true, "", "CloudWatchLogsEvent"),

	/** What is zipped in it. */
	LOGS("logEvents", true, "messageType owner logGroup logStream subscriptionFilters", ""),

	/** A line of it. */
	LOG_EVENT("message", false, "id timestamp", ""),

	/** A message of a queue. */
	SQS_RECORD("body", false,
			"messageId receiptHandle attributes messageAttributes md5OfBody eventSource eventSourceARN awsRegion",
			"SQSEvent$SQSMessage"),

	/** A record of a topic. */
	SNS_RECORD("Sns", true, "EventVersion EventSubscriptionArn EventSource", "SNSEvent$SNSRecord"),

	/** A notification of a topic. */
	SNS_MESSAGE("Message", false,
			"Type MessageId TopicArn Subject Timestamp SignatureVersion Signature SigningCertUrl SigningCertURL "
					+ "UnsubscribeUrl UnsubscribeURL MessageAttributes",
			"SNSEvent$SNS"),

	/** A record of a stream. */
	KINESIS_RECORD("kinesis", true,
			"eventSource eventID eventName eventVersion eventSourceARN awsRegion invokeIdentityArn",
			"KinesisEvent$KinesisEventRecord"),

	/** The part of it with the data. */
	KINESIS_DATA("data", false, "partitionKey sequenceNumber approximateArrivalTimestamp kinesisSchemaVersion",
			"KinesisEvent$Record models.kinesis.Record"),

	/** A change of an item. */
	DYNAMODB_RECORD("dynamodb", true,
			"eventSource eventID eventName eventVersion eventSourceARN awsRegion userIdentity",
			"DynamodbEvent$DynamodbStreamRecord models.dynamodb.Record"),

	/** The part of it with the images. */
	DYNAMODB_IMAGES("NewImage", true,
			"Keys OldImage SequenceNumber SizeBytes StreamViewType ApproximateCreationDateTime",
			"models.dynamodb.StreamRecord"),

	/** A notification of a bucket. */
	S3_RECORD("s3", true,
			"eventSource eventName eventTime eventVersion awsRegion userIdentity requestParameters "
					+ "responseElements glacierEventData",
			"models.s3.S3EventNotification$S3EventNotificationRecord"),

	/** The part of it with bucket and object. */
	S3_ENTITY("object", false, "bucket configurationId s3SchemaVersion", "models.s3.S3EventNotification$S3Entity"),

	/** A change of a repository of CodeCommit. */
	CODE_COMMIT_RECORD("codecommit", true,
			"eventSource eventID eventName eventTime eventVersion eventSourceARN awsRegion", "CodeCommitEvent$Record"),

	/** A mail. */
	SES_RECORD("ses", true, "eventSource eventVersion", ""),

	/** A record of Kafka. */
	KAFKA_RECORD("value", false, "topic partition offset timestamp timestampType key headers",
			"KafkaEvent$KafkaEventRecord"),

	/** A message of ActiveMQ. */
	ACTIVE_MQ_RECORD("data", false,
			"messageID messageType timestamp deliveryMode correlationID replyTo destination redelivered type "
					+ "expiration priority brokerInTime brokerOutTime properties",
			"ActiveMQEvent$ActiveMQMessage"),

	/** A message of RabbitMQ. */
	RABBIT_MQ_RECORD("data", false, "basicProperties redelivered", "RabbitMQEvent$RabbitMessage"),

	/** A record to transform. */
	TRANSFORMATION_RECORD("data", false,
			"recordId approximateArrivalTimestamp approximateArrivalEpoch kinesisRecordMetadata "
					+ "kinesisStreamRecordMetadata kinesisFirehoseRecordMetadata mskRecordMetadata",
			"KinesisFirehoseEvent$Record KinesisAnalyticsFirehoseInputPreprocessingEvent$Record "
					+ "KinesisAnalyticsStreamsInputPreprocessingEvent$Record MSKFirehoseEvent$Record "
					+ "KinesisAnalyticsOutputDeliveryEvent$Record"),

	/** A task of a job. */
	S3_BATCH_TASK("s3Key", true, "taskId s3BucketArn s3Bucket s3VersionId", "S3BatchEvent$Task S3BatchEventV2$Task"),

	/** An event of EventBridge. */
	EVENT_BRIDGE("detail", false, "version id detail-type source account time region resources", "ScheduledEvent"),

	/** A field that AppSync resolves. */
	APP_SYNC("arguments", false, "identity source request prev info stash", ""),

	/** A trigger of a Cognito user pool. */
	COGNITO("request", false, "version triggerSource region userPoolId userName callerContext response", ""),

	/** A request that came by HTTP. */
	HTTP("requestContext", true, "version routeKey rawPath rawQueryString headers multiValueHeaders cookies "
			+ "queryStringParameters multiValueQueryStringParameters pathParameters stageVariables body "
			+ "isBase64Encoded resource path httpMethod type methodArn routeArn identitySource authorizationToken", "");

	private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

	private final String carrier;

	private final boolean telling;

	private final Set<String> others;

	private final Set<String> classes;

	Envelope(String carrier, boolean telling, String others, String classes) {
		this.carrier = carrier;
		this.telling = telling;
		this.others = words(others);
		this.classes = words(classes);
	}

	private static Set<String> words(String words) {
		return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
	}

	/**
	 * The property that holds what is inside.
	 * @return its name
	 */
	public String carrier() {
		return this.carrier;
	}

	/**
	 * Whether nothing but an envelope has a property of the carrier's name.
	 * @return whether the name tells
	 */
	public boolean isTelling() {
		return this.telling;
	}

	/**
	 * The other properties.
	 * @return their names
	 */
	public Set<String> others() {
		return this.others;
	}

	/**
	 * Whether a class of AWS's stands for this envelope, or extends one that does.
	 * @param type the class
	 * @return whether it does
	 */
	public boolean isOf(@Nullable Class<?> type) {
		Class<?> candidate = type;
		while (candidate != null) {
			String name = candidate.getName();
			if (name.startsWith(EVENTS) && this.classes.contains(name.substring(EVENTS.length()))) {
				return true;
			}
			candidate = candidate.getSuperclass();
		}
		return false;
	}

	/**
	 * Whether a class of AWS's stands for an envelope at all.
	 * @param type the class
	 * @return {@code false} for the events that are never taken apart
	 */
	public static boolean isAny(Class<?> type) {
		for (Envelope envelope : values()) {
			if (envelope.isOf(type)) {
				return true;
			}
		}
		return false;
	}

}
