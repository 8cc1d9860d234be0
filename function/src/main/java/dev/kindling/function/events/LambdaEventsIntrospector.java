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

package dev.kindling.function.events;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/**
 * What annotations would say if the classes of events had any.
 */
class LambdaEventsIntrospector extends NopAnnotationIntrospector {

	private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

	private static final String S3 = EVENTS + "models.s3.S3EventNotification";

	/**
	 * The parameters of S3's constructors, of each class that of the longest one.
	 */
	private static final Map<String, String[]> CONSTRUCTORS = Map.of(EVENTS + "S3Event", new String[] { "Records" }, S3,
			new String[] { "Records" }, S3 + "$UserIdentityEntity", new String[] { "principalId" },
			S3 + "$S3BucketEntity", new String[] { "name", "ownerIdentity", "arn" }, S3 + "$S3ObjectEntity",
			new String[] { "key", "size", "eTag", "versionId", "sequencer" }, S3 + "$S3Entity",
			new String[] { "configurationId", "bucket", "object", "s3SchemaVersion" }, S3 + "$RequestParametersEntity",
			new String[] { "sourceIPAddress" }, S3 + "$ResponseElementsEntity",
			new String[] { "x-amz-id-2", "x-amz-request-id" }, S3 + "$S3EventNotificationRecord",
			new String[] { "awsRegion", "eventName", "eventSource", "eventTime", "eventVersion", "requestParameters",
					"responseElements", "s3", "userIdentity" });

	/**
	 * Classes whose properties begin with a capital letter.
	 */
	private static final Set<String> CAPITALS = Set.of("SNSEvent", "SNSEvent$SNSRecord", "SNSEvent$SNS",
			"SNSEvent$MessageAttribute", "ConnectEvent", "ConnectEvent$Details", "ConnectEvent$ContactData",
			"ConnectEvent$CustomerEndpoint", "ConnectEvent$Queue", "ConnectEvent$SystemEndpoint",
			"CloudFormationCustomResourceEvent", "SecretsManagerRotationEvent", "models.dynamodb.StreamRecord",
			"models.dynamodb.AttributeValue");

	/**
	 * Properties whose name isn't that of the accessor, by class and accessor.
	 */
	private static final Map<String, String> NAMES = names("""
			models.s3.S3EventNotification.Records Records
			models.s3.S3EventNotification$ResponseElementsEntity.xAmzId2 x-amz-id-2
			models.s3.S3EventNotification$ResponseElementsEntity.xAmzRequestId x-amz-request-id
			models.s3.S3EventNotification$S3ObjectEntity.eTag eTag
			ScheduledEvent.DetailType detail-type
			SQSEvent.Records Records
			SQSEvent$SQSMessage.EventSourceArn eventSourceARN
			KinesisEvent.Records Records
			KinesisEvent$KinesisEventRecord.EventSourceARN eventSourceARN
			KinesisEvent$KinesisEventRecord.Kinesis kinesis
			KinesisTimeWindowEvent.EventSourceArn eventSourceARN
			DynamodbEvent.Records Records
			DynamodbEvent$DynamodbStreamRecord.EventSourceARN eventSourceARN
			DynamodbTimeWindowEvent.EventSourceArn eventSourceARN
			CloudFrontEvent.Records Records
			CloudWatchLogsEvent.AwsLogs awslogs
			CodeCommitEvent.Records Records
			CodeCommitEvent$Record.CodeCommit codecommit
			CodeCommitEvent$Record.EventSourceArn eventSourceARN
			CodeCommitEvent$Record.UserIdentityArn userIdentityARN
			ConnectEvent$ContactData.InstanceArn InstanceARN
			CloudFormationCustomResourceEvent.ResponseUrl ResponseURL
			SNSEvent$SNSRecord.SNS Sns
			SNSEvent$SNSRecord.Sns Sns
			models.dynamodb.AttributeValue.NULL NULL
			models.dynamodb.AttributeValue.BOOL BOOL
			""");

	private static Map<String, String> names(String lines) {
		Map<String, String> names = new HashMap<>();
		lines.lines().map((line) -> line.split(" ")).forEach((words) -> names.put(words[0], words[1]));
		return Map.copyOf(names);
	}

	@Override
	public @Nullable Object findNamingStrategy(AnnotatedClass type) {
		String name = type.getName();
		return (name.startsWith(EVENTS) && CAPITALS.contains(name.substring(EVENTS.length())))
				? PropertyNamingStrategies.UPPER_CAMEL_CASE : null;
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
		return (annotated instanceof AnnotatedConstructor constructor && names(constructor) != null)
				? JsonCreator.Mode.PROPERTIES : null;
	}

	private static String @Nullable [] names(AnnotatedConstructor constructor) {
		String[] names = CONSTRUCTORS.get(constructor.getDeclaringClass().getName());
		return (names != null && names.length == constructor.getParameterCount()) ? names : null;
	}

	@Override
	public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
		if (annotated instanceof AnnotatedParameter parameter
				&& parameter.getOwner() instanceof AnnotatedConstructor constructor) {
			String[] names = names(constructor);
			return (names != null) ? PropertyName.construct(names[parameter.getIndex()]) : null;
		}
		return name(annotated, "set");
	}

	@Override
	public @Nullable PropertyName findNameForSerialization(Annotated annotated) {
		return name(annotated, "get");
	}

	private static @Nullable PropertyName name(Annotated annotated, String prefix) {
		if (!(annotated instanceof AnnotatedMethod method) || !method.getName().startsWith(prefix)) {
			return null;
		}
		String type = method.getDeclaringClass().getName();
		if (!type.startsWith(EVENTS)) {
			return null;
		}
		String name = NAMES.get(type.substring(EVENTS.length()) + "." + method.getName().substring(prefix.length()));
		return (name != null) ? PropertyName.construct(name) : null;
	}

	/**
	 * What a notification of S3 leaves out is an empty text to AWS; a time can't be one.
	 */
	@Override
	public JsonSetter.Value findSetterInfo(Annotated annotated) {
		if (annotated instanceof AnnotatedParameter parameter && parameter.getRawType() == String.class
				&& parameter.getOwner() instanceof AnnotatedConstructor constructor) {
			String[] names = names(constructor);
			if (names != null && !names[parameter.getIndex()].equals("eventTime")) {
				return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
			}
		}
		return JsonSetter.Value.empty();
	}

	@Override
	public boolean hasIgnoreMarker(AnnotatedMember member) {
		return member.getName().equals("getSizeAsLong") && member.getDeclaringClass().getName().startsWith(S3);
	}

	@Override
	public @Nullable Object findDeserializer(Annotated annotated) {
		if (annotated instanceof AnnotatedMethod method && method.getName().equals("setDetail")
				&& method.getDeclaringClass().getName().equals(EVENTS + "ScheduledEvent")) {
			return new DetailDeserializer();
		}
		return isStreamDate(annotated, "set") ? new EpochSecondsDeserializer() : null;
	}

	@Override
	public @Nullable Object findSerializer(Annotated annotated) {
		return isStreamDate(annotated, "get") ? new EpochSecondsSerializer() : null;
	}

	private static boolean isStreamDate(Annotated annotated, String prefix) {
		if (!(annotated instanceof AnnotatedMethod method) || !method.getName().startsWith(prefix)) {
			return false;
		}
		String type = ((AnnotatedMember) annotated).getDeclaringClass().getName();
		boolean isDate = prefix.equals("get") ? method.getRawReturnType() == Date.class
				: method.getParameterCount() == 1 && method.getRawParameterType(0) == Date.class;
		return isDate && (type.equals(EVENTS + "models.dynamodb.StreamRecord")
				|| type.equals(EVENTS + "models.kinesis.Record"));
	}

}
