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

package dev.kindling.it.events;

import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.amazonaws.services.lambda.runtime.events.CodeCommitEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCreateAuthChallengeEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolDefineAuthChallengeEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolMigrateUserEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostAuthenticationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreAuthenticationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreTokenGenerationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreTokenGenerationEventV2;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolVerifyAuthChallengeResponseEvent;
import com.amazonaws.services.lambda.runtime.events.ConfigEvent;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.IoTButtonEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsOutputDeliveryEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsOutputDeliveryResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.LexEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Functions that answer the event as they read it.
 */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

	@Bean
	Function<APIGatewayCustomAuthorizerEvent, APIGatewayCustomAuthorizerEvent> readAPIGatewayCustomAuthorizerEvent() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayProxyRequestEvent, APIGatewayProxyRequestEvent> readAPIGatewayProxyRequestEvent() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayProxyResponseEvent, APIGatewayProxyResponseEvent> readAPIGatewayProxyResponseEvent() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayV2CustomAuthorizerEvent, APIGatewayV2CustomAuthorizerEvent> readAPIGatewayV2CustomAuthorizerEvent() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPEvent> readAPIGatewayV2HTTPEvent() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayV2HTTPResponse, APIGatewayV2HTTPResponse> readAPIGatewayV2HTTPResponse() {
		return Function.identity();
	}

	@Bean
	Function<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketEvent> readAPIGatewayV2WebSocketEvent() {
		return Function.identity();
	}

	@Bean
	Function<ActiveMQEvent, ActiveMQEvent> readActiveMQEvent() {
		return Function.identity();
	}

	@Bean
	Function<AppSyncLambdaAuthorizerEvent, AppSyncLambdaAuthorizerEvent> readAppSyncLambdaAuthorizerEvent() {
		return Function.identity();
	}

	@Bean
	Function<AppSyncLambdaAuthorizerResponse, AppSyncLambdaAuthorizerResponse> readAppSyncLambdaAuthorizerResponse() {
		return Function.identity();
	}

	@Bean
	Function<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerRequestEvent> readApplicationLoadBalancerRequestEvent() {
		return Function.identity();
	}

	@Bean
	Function<ApplicationLoadBalancerResponseEvent, ApplicationLoadBalancerResponseEvent> readApplicationLoadBalancerResponseEvent() {
		return Function.identity();
	}

	@Bean
	Function<CloudWatchLogsEvent, CloudWatchLogsEvent> readCloudWatchLogsEvent() {
		return Function.identity();
	}

	@Bean
	Function<CodeCommitEvent, CodeCommitEvent> readCodeCommitEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoEvent, CognitoEvent> readCognitoEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolCreateAuthChallengeEvent, CognitoUserPoolCreateAuthChallengeEvent> readCognitoUserPoolCreateAuthChallengeEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolCustomMessageEvent, CognitoUserPoolCustomMessageEvent> readCognitoUserPoolCustomMessageEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolDefineAuthChallengeEvent, CognitoUserPoolDefineAuthChallengeEvent> readCognitoUserPoolDefineAuthChallengeEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolMigrateUserEvent, CognitoUserPoolMigrateUserEvent> readCognitoUserPoolMigrateUserEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPostAuthenticationEvent, CognitoUserPoolPostAuthenticationEvent> readCognitoUserPoolPostAuthenticationEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPostConfirmationEvent, CognitoUserPoolPostConfirmationEvent> readCognitoUserPoolPostConfirmationEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPreAuthenticationEvent, CognitoUserPoolPreAuthenticationEvent> readCognitoUserPoolPreAuthenticationEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> readCognitoUserPoolPreSignUpEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPreTokenGenerationEvent, CognitoUserPoolPreTokenGenerationEvent> readCognitoUserPoolPreTokenGenerationEvent() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolPreTokenGenerationEventV2, CognitoUserPoolPreTokenGenerationEventV2> readCognitoUserPoolPreTokenGenerationEventV2() {
		return Function.identity();
	}

	@Bean
	Function<CognitoUserPoolVerifyAuthChallengeResponseEvent, CognitoUserPoolVerifyAuthChallengeResponseEvent> readCognitoUserPoolVerifyAuthChallengeResponseEvent() {
		return Function.identity();
	}

	@Bean
	Function<ConfigEvent, ConfigEvent> readConfigEvent() {
		return Function.identity();
	}

	@Bean
	Function<ConnectEvent, ConnectEvent> readConnectEvent() {
		return Function.identity();
	}

	@Bean
	Function<DynamodbEvent, DynamodbEvent> readDynamodbEvent() {
		return Function.identity();
	}

	@Bean
	Function<DynamodbTimeWindowEvent, DynamodbTimeWindowEvent> readDynamodbTimeWindowEvent() {
		return Function.identity();
	}

	@Bean
	Function<IoTButtonEvent, IoTButtonEvent> readIoTButtonEvent() {
		return Function.identity();
	}

	@Bean
	Function<KafkaEvent, KafkaEvent> readKafkaEvent() {
		return Function.identity();
	}

	@Bean
	Function<KinesisAnalyticsOutputDeliveryEvent, KinesisAnalyticsOutputDeliveryEvent> readKinesisAnalyticsOutputDeliveryEvent() {
		return Function.identity();
	}

	@Bean
	Function<KinesisAnalyticsOutputDeliveryResponse, KinesisAnalyticsOutputDeliveryResponse> readKinesisAnalyticsOutputDeliveryResponse() {
		return Function.identity();
	}

	@Bean
	Function<KinesisEvent, KinesisEvent> readKinesisEvent() {
		return Function.identity();
	}

	@Bean
	Function<KinesisFirehoseEvent, KinesisFirehoseEvent> readKinesisFirehoseEvent() {
		return Function.identity();
	}

	@Bean
	Function<KinesisTimeWindowEvent, KinesisTimeWindowEvent> readKinesisTimeWindowEvent() {
		return Function.identity();
	}

	@Bean
	Function<LexEvent, LexEvent> readLexEvent() {
		return Function.identity();
	}

	@Bean
	Function<RabbitMQEvent, RabbitMQEvent> readRabbitMQEvent() {
		return Function.identity();
	}

	@Bean
	Function<S3BatchEvent, S3BatchEvent> readS3BatchEvent() {
		return Function.identity();
	}

	@Bean
	Function<S3BatchEventV2, S3BatchEventV2> readS3BatchEventV2() {
		return Function.identity();
	}

	@Bean
	Function<S3BatchResponse, S3BatchResponse> readS3BatchResponse() {
		return Function.identity();
	}

	@Bean
	Function<S3Event, S3Event> readS3Event() {
		return Function.identity();
	}

	@Bean
	Function<S3ObjectLambdaEvent, S3ObjectLambdaEvent> readS3ObjectLambdaEvent() {
		return Function.identity();
	}

	@Bean
	Function<SNSEvent, SNSEvent> readSNSEvent() {
		return Function.identity();
	}

	@Bean
	Function<SQSEvent, SQSEvent> readSQSEvent() {
		return Function.identity();
	}

	@Bean
	Function<ScheduledEvent, ScheduledEvent> readScheduledEvent() {
		return Function.identity();
	}

	@Bean
	Function<SecretsManagerRotationEvent, SecretsManagerRotationEvent> readSecretsManagerRotationEvent() {
		return Function.identity();
	}

}
