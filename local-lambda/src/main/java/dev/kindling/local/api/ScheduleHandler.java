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

package dev.kindling.local.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.sandbox.ServedFunctions;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.ResponseSink;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Calls a function as its schedule would do it now.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html">Invoke a
 * function on a schedule</a>
 */
public final class ScheduleHandler extends Handler.Abstract {

	private static final Pattern PATH = Pattern.compile("/kindling/schedules/([^/]+)");

	private final ServedFunctions functions;

	public ScheduleHandler(ServedFunctions functions) {
		this.functions = functions;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		Matcher path = PATH.matcher(Request.getPathInContext(request));
		if (!path.matches() || !"POST".equals(request.getMethod())) {
			return false;
		}
		ServedFunction function = this.functions.find(path.group(1));
		if (function == null) {
			InvokeApiHandler.refuseUnknown(path.group(1), this.functions, response, callback);
			return true;
		}
		try {
			InvokeApiHandler.answer(
					function.invoke(InvokeRequest.of(event(function.settings())), ResponseSink.collecting()),
					"Tail".equals(request.getHeaders().get("X-Amz-Log-Type")), response, callback);
		}
		catch (TooManyRequestsException ex) {
			InvokeApiHandler.refuseTooMany(ex, response, callback);
		}
		return true;
	}

	/**
	 * The event that Amazon EventBridge sends for a rule with a schedule.
	 * @param function whose schedule it is
	 * @return the event, as JSON
	 */
	public static byte[] event(FunctionSettings function) {
		ObjectNode event = Json.MAPPER.createObjectNode();
		event.put("version", "0");
		event.put("id", UUID.randomUUID().toString());
		event.put("detail-type", "Scheduled Event");
		event.put("source", "aws.events");
		event.put("account", FunctionSettings.ACCOUNT);
		event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		event.put("region", function.region());
		event.putArray("resources")
			.add("arn:aws:events:" + function.region() + ":" + FunctionSettings.ACCOUNT + ":rule/" + function.name());
		event.putObject("detail");
		return Json.bytes(event);
	}

}
