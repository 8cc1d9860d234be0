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

package dev.kindling.maven.sam;

/**
 * What connects a function with what calls it, in a template. SAM makes resources of the
 * names of function and event together, which are no names of the template's own.
 */
final class EventYaml {

	private static final String URL = """
			      FunctionUrlConfig:
			        AuthType: AWS_IAM
			""";

	private static final String GUESS = """
			      # A function URL, since the function's types don't tell what calls it. For another source:
			      # mvn compile kindling:sam -Dkindling.overwrite -Dkindling.events=%s:sqs
			      # or url, http-api, sns, kinesis, dynamodb, s3, eventbridge, schedule, none
			""";

	private static final String NONE = """
			      # Events: nothing calls this function yet. It takes %s:
			      # add the event source, such as a queue, a topic, a rule or a bucket.
			""";

	private static final String HTTP_API = """
			      Events:
			        FromHttp:
			          Type: HttpApi
			          Properties:
			            ApiId: !Ref %1$sApi
			            PayloadFormatVersion: "%2$s"
			""";

	private static final String SQS = """
			      Events:
			        FromQueue:
			          Type: SQS
			          Properties:
			            Queue: !GetAtt %sQueue.Arn
			""";

	private static final String ITEM_FAILURES = """
			            FunctionResponseTypes: [ReportBatchItemFailures]
			""";

	private static final String NO_ITEM_FAILURES = """
			            # FunctionResponseTypes: [ReportBatchItemFailures] only if the function's answer is a report
			            # on the items that failed; without it, any failure brings all of the batch back
			""";

	private static final String DEAD_LETTERS = """
			      DeadLetterQueue:
			        Type: SQS
			        TargetArn: !GetAtt %sDeadLetters.Arn
			""";

	private static final String SNS = """
			      Events:
			        FromTopic:
			          Type: SNS
			          Properties:
			            Topic: !Ref %sTopic
			""";

	private static final String STREAM = """
			      Events:
			        FromStream:
			          Type: %2$s
			          Properties:
			            Stream: %3$s
			            StartingPosition: TRIM_HORIZON
			            MaximumRetryAttempts: 5
			            BisectBatchOnFunctionError: true
			            DestinationConfig:
			              OnFailure:
			                Type: SQS
			                Destination: !GetAtt %1$sDeadLetters.Arn
			""";

	private static final String S3 = """
			      Events:
			        FromBucket:
			          Type: S3
			          Properties:
			            Bucket: !Ref %sBucket
			            Events: s3:ObjectCreated:*
			""";

	private static final String EVENTBRIDGE = """
			      Events:
			        FromRule:
			          Type: EventBridgeRule
			          Properties:
			            EventBusName: !Ref %1$sBus
			            Pattern:
			              source: [!Ref %1$sSource]
			""";

	private static final String SCHEDULE = """
			      Events:
			        FromSchedule:
			          Type: Schedule
			          Properties:
			            Schedule: !Ref %sSchedule
			""";

	private EventYaml() {
	}

	/**
	 * The function's properties.
	 */
	static String properties(TemplateFunction function) {
		String id = function.id();
		String deadLetters = function.source().isAsynchronous() ? DEAD_LETTERS.formatted(id) : "";
		return deadLetters + switch (function.source()) {
			case URL -> (function.isGuess() ? GUESS.formatted(function.found().name()) : "") + URL;
			case HTTP_API -> HTTP_API.formatted(id, function.found().event().equals("rest") ? "1.0" : "2.0");
			case SQS -> SQS.formatted(id) + failures(function);
			case SNS -> SNS.formatted(id);
			case KINESIS -> STREAM.formatted(id, "Kinesis", "!GetAtt " + id + "Stream.Arn") + failures(function);
			case DYNAMODB -> STREAM
				.formatted(id, "DynamoDB", (function.table() != null)
						? "!GetAtt " + TableYaml.id(function.table()) + "Table.StreamArn" : "!Ref " + id + "StreamArn")
					+ failures(function);
			case S3 -> S3.formatted(id);
			case EVENTBRIDGE -> EVENTBRIDGE.formatted(id);
			case SCHEDULE -> SCHEDULE.formatted(id);
			case NONE -> NONE.formatted(
					(function.found().eventType() != null) ? function.found().eventType() : function.found().event());
		};
	}

	private static String failures(TemplateFunction function) {
		return function.reportsItemFailures() ? ITEM_FAILURES : NO_ITEM_FAILURES;
	}

}
