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

package dev.kindling.function;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * HTTP requests as AWS passes them.
 */
final class HttpEvents {

	private HttpEvents() {
	}

	static String v2(String method, String body) {
		return """
				{"version":"2.0","routeKey":"$default","rawPath":"/orders/7","rawQueryString":"tag=a&tag=b%%20c&flag",\
				"cookies":["sid=1","theme=dark"],\
				"headers":{"content-type":"application/json","x-forwarded-for":"192.0.2.1","x-multi":"a,b"},\
				"queryStringParameters":{"tag":"a,b c","flag":""},"pathParameters":{"id":"7"},\
				"requestContext":{"accountId":"123456789012","apiId":"api","domainName":"api.lambda-url.eu-central-1.on.aws",\
				"authorizer":{"jwt":{"claims":{"sub":"user-1","scope":"read"},"scopes":["read"]}},\
				"http":{"method":"%s","path":"/orders/7","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"curl"},\
				"requestId":"id","routeKey":"$default","stage":"$default","time":"12/Mar/2026:19:03:58 +0000",\
				"timeEpoch":1583348638390},%s,"isBase64Encoded":false}"""
			.formatted(method, body(body));
	}

	static String v1(String method, String body) {
		return """
				{"resource":"/orders/{id}","path":"/orders/7","httpMethod":"%s",\
				"headers":{"Content-Type":"application/json","X-Multi":"b","Cookie":"sid=1; theme=dark"},\
				"multiValueHeaders":{"Content-Type":["application/json"],"X-Multi":["a","b"],"Cookie":["sid=1; theme=dark"]},\
				"queryStringParameters":{"tag":"b c"},"multiValueQueryStringParameters":{"tag":["a","b c"]},\
				"pathParameters":{"id":"7"},"stageVariables":null,\
				"requestContext":{"resourceId":"r","resourcePath":"/orders/{id}","httpMethod":"%s","path":"/prod/orders/7",\
				"accountId":"123456789012","protocol":"HTTP/1.1","stage":"prod","requestId":"id","apiId":"api",\
				"authorizer":{"claims":{"sub":"user-1"}},"identity":{"sourceIp":"192.0.2.1"}},%s,"isBase64Encoded":false}"""
			.formatted(method, method, body(body));
	}

	static String alb(String method, String body) {
		return """
				{"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:\
				targetgroup/orders/6d0ecf831eec9f09"}},"httpMethod":"%s","path":"/orders/7",\
				"queryStringParameters":{"tag":"b%%20c"},\
				"headers":{"content-type":"application/json","cookie":"sid=1; theme=dark"},%s,"isBase64Encoded":false}"""
			.formatted(method, body(body));
	}

	static String albMultiValue(String method, String body) {
		return """
				{"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:\
				targetgroup/orders/6d0ecf831eec9f09"}},"httpMethod":"%s","path":"/orders/7",\
				"multiValueQueryStringParameters":{"tag":["a","b%%20c"]},\
				"multiValueHeaders":{"content-type":["application/json"],"x-multi":["a","b"],\
				"cookie":["sid=1; theme=dark"]},%s,"isBase64Encoded":false}""".formatted(method, body(body));
	}

	private static String body(String body) {
		return (body == null) ? "\"body\":null"
				: "\"body\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(body)) + "\"";
	}

}
