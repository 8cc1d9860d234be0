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

package dev.kindling.function.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event that AWS publishes, and its class in {@code aws-lambda-java-events}.
 *
 * @param file the name of the file that holds it, without its suffix
 * @param type the simple name of the class
 */
public record PublishedEvent(String file, String type) {

	private static final String CLASSES = """
			activemq-event ActiveMQEvent
			alb-lambda-target-request-headers-only ApplicationLoadBalancerRequestEvent
			alb-lambda-target-request-multivalue-headers ApplicationLoadBalancerRequestEvent
			apigw-custom-auth-request-type-request APIGatewayCustomAuthorizerEvent
			apigw-request APIGatewayProxyRequestEvent
			apigw-v2-custom-authorizer-v2-request APIGatewayV2CustomAuthorizerEvent
			apigw-v2-request-iam APIGatewayV2HTTPEvent
			apigw-v2-request-jwt-authorizer APIGatewayV2HTTPEvent
			apigw-v2-request-lambda-authorizer APIGatewayV2HTTPEvent
			apigw-v2-request-no-authorizer APIGatewayV2HTTPEvent
			apigw-websocket-request APIGatewayV2WebSocketEvent
			appsync-lambda-auth-request AppSyncLambdaAuthorizerEvent
			cloudwatch-logs-event CloudWatchLogsEvent
			code-commit-event CodeCommitEvent
			codebuild-state-change ScheduledEvent
			cognito-event CognitoEvent
			cognito-event-userpools-create-auth-challenge CognitoUserPoolCreateAuthChallengeEvent
			cognito-event-userpools-custommessage CognitoUserPoolCustomMessageEvent
			cognito-event-userpools-define-auth-challenge CognitoUserPoolDefineAuthChallengeEvent
			cognito-event-userpools-migrateuser CognitoUserPoolMigrateUserEvent
			cognito-event-userpools-postauthentication CognitoUserPoolPostAuthenticationEvent
			cognito-event-userpools-postconfirmation CognitoUserPoolPostConfirmationEvent
			cognito-event-userpools-preauthentication CognitoUserPoolPreAuthenticationEvent
			cognito-event-userpools-presignup CognitoUserPoolPreSignUpEvent
			cognito-event-userpools-pretokengen CognitoUserPoolPreTokenGenerationEvent
			cognito-event-userpools-pretokengen-v2 CognitoUserPoolPreTokenGenerationEventV2
			cognito-event-userpools-pretokengen-v2_0 CognitoUserPoolPreTokenGenerationEventV2
			cognito-event-userpools-verify-auth-challenge CognitoUserPoolVerifyAuthChallengeResponseEvent
			config-event ConfigEvent
			connect-event ConnectEvent
			dynamodb-event DynamodbEvent
			dynamodb-time-window-event DynamodbTimeWindowEvent
			iot-button-event IoTButtonEvent
			kafka-event KafkaEvent
			kinesis-event KinesisEvent
			kinesis-firehose-event KinesisFirehoseEvent
			kinesis-time-window-event KinesisTimeWindowEvent
			lambda-urls-request APIGatewayV2HTTPEvent
			rabbitmq-event RabbitMQEvent
			s3-event S3Event
			s3-object-lambda-event-get-object-iam S3ObjectLambdaEvent
			secretsmanager-secret-rotation-event SecretsManagerRotationEvent
			sns-event SNSEvent
			sqs-event SQSEvent
			alb-lambda-target-response ApplicationLoadBalancerResponseEvent
			apigw-custom-auth-request APIGatewayCustomAuthorizerEvent
			apigw-response APIGatewayProxyResponseEvent
			apigw-restapi-openapi-request APIGatewayProxyRequestEvent
			apigw-v2-custom-authorizer-v1-request APIGatewayCustomAuthorizerEvent
			apigw-websocket-request-disconnect APIGatewayV2WebSocketEvent
			apigw-websocket-request-send-message APIGatewayV2WebSocketEvent
			appsync-lambda-auth-response AppSyncLambdaAuthorizerResponse
			autoscaling-event-launch-successful ScheduledEvent
			autoscaling-event-launch-unsuccessful ScheduledEvent
			autoscaling-event-lifecycle-action ScheduledEvent
			autoscaling-event-terminate-action ScheduledEvent
			autoscaling-event-terminate-successful ScheduledEvent
			autoscaling-event-terminate-unsuccessful ScheduledEvent
			cloudwatch-alarm-sns-payload-multiple-metrics SNSEvent
			cloudwatch-alarm-sns-payload-single-metric SNSEvent
			codebuild-phase-change ScheduledEvent
			codedeploy-deployment-event ScheduledEvent
			codedeploy-instance-event ScheduledEvent
			codepipeline-action-execution-stage-change-event ScheduledEvent
			codepipeline-execution-stage-change-event ScheduledEvent
			codepipeline-execution-state-change-event ScheduledEvent
			ecr-image-push-event ScheduledEvent
			ecr-image-scan-event ScheduledEvent
			ecs-container-instance-state-change ScheduledEvent
			kinesis-analytics-output-delivery-event KinesisAnalyticsOutputDeliveryEvent
			kinesis-analytics-output-delivery-response KinesisAnalyticsOutputDeliveryResponse
			lambda-urls-response APIGatewayV2HTTPResponse
			lex-event LexEvent
			s3-batch-job-event-request-1.0 S3BatchEvent
			s3-batch-job-event-request-2.0 S3BatchEventV2
			s3-batch-job-event-response S3BatchResponse
			s3-event-with-decoded S3Event
			s3-glacier-event S3Event
			s3-intelligenttier-event S3Event
			s3-lifecycle-event S3Event
			s3-object-lambda-event-get-object-assumed-role S3ObjectLambdaEvent
			s3-object-lambda-event-head-object-iam S3ObjectLambdaEvent
			s3-object-lambda-event-list-objects-iam S3ObjectLambdaEvent
			s3-object-lambda-event-list-objects-v2-iam S3ObjectLambdaEvent
			s3-replication-event S3Event
			s3-restore-event S3Event
			""";

	/**
	 * The published events that {@code aws-lambda-java-events} 3.16 has no class for. Of
	 * {@code apigw-custom-auth-response} it has one that can only be written.
	 */
	private static final String WITHOUT_CLASS = """
			apigw-custom-auth-response
			appsync-identity-cognito
			appsync-identity-iam
			clientvpn-connectionhandler-request
			codepipeline-job-event
			cognito-event-userpools-inbound-federation-oidc
			cognito-event-userpools-inbound-federation-saml
			iot-1-click-event
			iot-custom-auth-request
			iot-custom-auth-response
			iot-preprovision-hook-request
			iot-preprovision-hook-response
			kinesis-firehose-response
			lex-response
			ses-lambda-event
			ses-s3-event
			ses-sns-event
			""";

	/**
	 * Where the events are, if they are beside the repository.
	 * @return the folder, which may not exist
	 */
	public static Path folder() {
		return Path.of("../../shared/events/aws-lambda-go");
	}

	/**
	 * All events that there is a class for.
	 * @return file and class of each
	 */
	public static List<PublishedEvent> all() {
		return CLASSES.lines()
			.map((line) -> line.split(" "))
			.map((words) -> new PublishedEvent(words[0], words[1]))
			.toList();
	}

	/**
	 * The one that isn't JSON.
	 * @return file and class
	 */
	public static PublishedEvent malformed() {
		return new PublishedEvent("dynamodb-event-malformed.2", "DynamodbEvent");
	}

	/**
	 * The names of the files of all events that there is no class for.
	 * @return names without their suffix
	 */
	public static List<String> withoutClass() {
		return WITHOUT_CLASS.lines().toList();
	}

	/**
	 * The event, as AWS writes it.
	 * @return JSON
	 */
	public byte[] json() {
		try {
			return Files.readAllBytes(folder().resolve(this.file + ".json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds what was lost that should not have been.
	 * @param lost file and JSON pointer of each value that didn't come through
	 * @return those for which the class has a property, and what
	 * {@code unmodelled-values.txt} lists although it came through
	 */
	public static List<String> unexpected(Set<String> lost) {
		List<String> unmodelled = unmodelled();
		return Stream
			.concat(lost.stream().filter((path) -> unmodelled.stream().noneMatch((known) -> isWithin(path, known))),
					unmodelled.stream()
						.filter((known) -> lost.stream().noneMatch((path) -> isWithin(path, known)))
						.map((known) -> "came through: " + known))
			.toList();
	}

	private static boolean isWithin(String path, String known) {
		return path.equals(known) || path.startsWith(known + "/");
	}

	private static List<String> unmodelled() {
		try (InputStream resource = PublishedEvent.class.getResourceAsStream("unmodelled-values.txt")) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
