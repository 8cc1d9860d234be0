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
 * The resources of a template that call a function, and what belongs to them.
 */
final class SourceYaml {

	/**
	 * A message is hidden for six times as long as the function may take, as AWS advises,
	 * since Lambda tries again within that time.
	 */
	private static final String QUEUE = """
			  %1$sQueue:
			    Type: AWS::SQS::Queue
			    Properties:
			      VisibilityTimeout: 60
			      SqsManagedSseEnabled: true
			      RedrivePolicy:
			        deadLetterTargetArn: !GetAtt %1$sDeadLetters.Arn
			        maxReceiveCount: 5

			""";

	private static final String DEAD_LETTERS = """
			  %1$sDeadLetters:
			    Type: AWS::SQS::Queue
			    Properties:
			      MessageRetentionPeriod: 1209600
			      SqsManagedSseEnabled: true

			""";

	private static final String API = """
			  %1$sApi:
			    Type: AWS::Serverless::HttpApi
			    Properties:
			      Auth:
			        EnableIamAuthorizer: true
			        DefaultAuthorizer: AWS_IAM

			""";

	private static final String TOPIC = """
			  %1$sTopic:
			    Type: AWS::SNS::Topic

			""";

	private static final String STREAM = """
			  %1$sStream:
			    Type: AWS::Kinesis::Stream
			    Properties:
			      StreamModeDetails:
			        StreamMode: ON_DEMAND
			      StreamEncryption:
			        EncryptionType: KMS
			        KeyId: alias/aws/kinesis

			""";

	/**
	 * The right to read is a resource of its own: in the function's role it would make
	 * the bucket wait for itself.
	 */
	private static final String BUCKET = """
			  %1$sBucket:
			    Type: AWS::S3::Bucket
			    DeletionPolicy: Retain
			    UpdateReplacePolicy: Retain

			  # Delete it if the function doesn't read what is in the bucket
			  %1$sBucketPolicy:
			    Type: AWS::IAM::Policy
			    Properties:
			      PolicyName: ReadBucket
			      Roles: [!Ref %1$sRole]
			      PolicyDocument:
			        Version: "2012-10-17"
			        Statement:
			          - Effect: Allow
			            Action: s3:GetObject
			            Resource: !Sub "${%1$sBucket.Arn}/%2$s"

			""";

	private static final String RULE_PARAMETERS = """
			  %1$sBus:
			    Description: Bus whose events %1$s gets
			    Type: String
			    Default: default
			  %1$sSource:
			    Description: Source of the events that %1$s gets, such as com.example.shop
			    Type: String
			""";

	private static final String SCHEDULE_PARAMETER = """
			  %1$sSchedule:
			    Description: When %1$s is called, such as rate(1 hour) or cron(0 6 * * ? *)
			    Type: String
			    AllowedPattern: "(rate|cron)[(].+[)]"
			""";

	private static final String STREAM_PARAMETER = """
			  %1$sStreamArn:
			    Description: ARN of the table's stream whose changes %1$s gets
			    Type: String
			""";

	private static final String OUTPUT = """
			  %1$s%2$s:
			    Description: %3$s
			    Value: %4$s
			""";

	private SourceYaml() {
	}

	/**
	 * What only whoever deploys knows.
	 */
	static String parameters(TemplateFunction function) {
		return switch (function.source()) {
			case EVENTBRIDGE -> RULE_PARAMETERS.formatted(function.id());
			case SCHEDULE -> SCHEDULE_PARAMETER.formatted(function.id());
			case DYNAMODB -> (function.table() == null) ? STREAM_PARAMETER.formatted(function.id()) : "";
			default -> "";
		};
	}

	static String resources(TemplateFunction function) {
		String id = function.id();
		String deadLetters = switch (function.source()) {
			case URL, HTTP_API, NONE -> "";
			default -> DEAD_LETTERS.formatted(id);
		};
		return switch (function.source()) {
			case HTTP_API -> API.formatted(id);
			case SQS -> QUEUE.formatted(id);
			case SNS -> TOPIC.formatted(id);
			case KINESIS -> STREAM.formatted(id);
			case S3 -> BUCKET.formatted(id, "*");
			default -> "";
		} + deadLetters;
	}

	static String outputs(TemplateFunction function) {
		String id = function.id();
		String main = switch (function.source()) {
			case URL -> OUTPUT.formatted(id, "Url", "Where requests by HTTP go", "!GetAtt " + id + "Url.FunctionUrl");
			case HTTP_API ->
				OUTPUT.formatted(id, "ApiUrl", "Where requests by HTTP go", "!GetAtt " + id + "Api.ApiEndpoint");
			case SQS -> OUTPUT.formatted(id, "Queue", "Where messages go", "!Ref " + id + "Queue");
			case SNS -> OUTPUT.formatted(id, "Topic", "Where messages go", "!Ref " + id + "Topic");
			case KINESIS -> OUTPUT.formatted(id, "Stream", "Where records go", "!Ref " + id + "Stream");
			case S3 -> OUTPUT.formatted(id, "Bucket", "Where objects go", "!Ref " + id + "Bucket");
			default -> "";
		};
		return switch (function.source()) {
			case URL, HTTP_API, NONE -> main;
			default -> main + OUTPUT.formatted(id, "DeadLetters", "What " + id + " couldn't handle",
					"!Ref " + id + "DeadLetters");
		};
	}

}
