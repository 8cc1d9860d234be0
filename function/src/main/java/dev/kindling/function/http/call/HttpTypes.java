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

package dev.kindling.function.http.call;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.payload.AwsRules;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.JsonFailures;
import dev.kindling.function.payload.TypeProperties;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's own types for whole HTTP events and whole responses by their
 * properties. They are AWS's JSON, and read and written by AWS's rules, not the
 * application's.
 */
public final class HttpTypes {

	/**
	 * What no payload has but by chance: with another name of the event it is no chance.
	 */
	private static final Set<String> MARKS = Set.of("httpMethod", "rawPath", "rawQueryString", "routeKey",
			"queryStringParameters", "multiValueQueryStringParameters", "multiValueHeaders", "pathParameters",
			"stageVariables", "isBase64Encoded");

	private static final Set<String> EVENT = union(MARKS,
			Set.of("requestContext", "body", "headers", "path", "resource", "cookies", "version"));

	private static final Set<String> RESPONSE = Set.of("statusCode", "statusDescription", "headers",
			"multiValueHeaders", "cookies", "body", "isBase64Encoded");

	private static final byte[] STATUS_CODE = "\"statusCode\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

	private final ObjectMapper application;

	private final AwsRules rules;

	public HttpTypes(ObjectMapper mapper) {
		this.application = mapper;
		this.rules = new AwsRules(mapper);
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> all = new HashSet<>(some);
		all.addAll(others);
		return all;
	}

	ObjectMapper aws() {
		return this.rules.mapper();
	}

	/**
	 * Whether a type is for the whole event: it has the request's context, or another
	 * property of the event that a payload hasn't, or nothing but headers and body.
	 */
	public boolean isEvent(Type type) {
		TypeProperties properties = new TypeProperties(type, renames() ? aws() : this.application);
		if (properties.type() != FunctionTypes.raw(type)) {
			return false;
		}
		if (properties.declares("requestContext")) {
			return true;
		}
		long marks = MARKS.stream().filter(properties::declares).count();
		long known = EVENT.stream().filter(properties::declares).count();
		return (marks > 0 && known > 1)
				|| (known == properties.count() && properties.declares("headers") && properties.declares("body"));
	}

	/**
	 * Whether the application has rules that AWS's JSON doesn't follow.
	 */
	boolean differs() {
		return renames() || this.application.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
	}

	private boolean renames() {
		return this.application.getPropertyNamingStrategy() != null;
	}

	/**
	 * Writes a result that is a whole response.
	 * @param result what the function returned
	 * @param json the result as the application writes it, so that most are told by that
	 * @return the response, or {@code null} if the result is something else
	 */
	byte @Nullable [] response(Object result, byte[] json) {
		if (!renames() && !EventMarks.contains(json, STATUS_CODE)) {
			return null;
		}
		return isResponse(result) ? write(result) : null;
	}

	/**
	 * Whether a result has the properties of a whole response, and no others.
	 */
	boolean isResponse(Object result) {
		Set<String> names = this.rules.names(result.getClass());
		return names.size() > 1 && names.contains("statusCode") && RESPONSE.containsAll(names);
	}

	/**
	 * Whether a result reports the records of a batch that failed.
	 */
	boolean reportsFailures(Object result) {
		return this.rules.names(result.getClass()).contains("batchItemFailures");
	}

	/**
	 * Writes what AWS reads.
	 * @throws InvalidPayloadException if Jackson can't
	 */
	byte[] write(Object result) {
		try {
			return aws().writer().writeValueAsBytes(result);
		}
		catch (JsonProcessingException ex) {
			throw JsonFailures.writing(result.getClass().getSimpleName(), ex);
		}
	}

}
