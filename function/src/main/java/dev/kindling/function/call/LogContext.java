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

package dev.kindling.function.call;

import dev.kindling.runtime.Invocation;
import org.slf4j.MDC;

import org.springframework.util.ClassUtils;

/**
 * Puts into SLF4J's MDC which invocation a log record belongs to.
 */
public final class LogContext {

	private static final String REQUEST_ID = "AWSRequestId";

	private static final String TENANT_ID = "tenantId";

	private static final boolean SLF4J = ClassUtils.isPresent("org.slf4j.MDC", LogContext.class.getClassLoader());

	private LogContext() {
	}

	public static void enter(Invocation invocation) {
		if (SLF4J) {
			MDC.put(REQUEST_ID, invocation.requestId());
			if (invocation.tenantId() != null) {
				MDC.put(TENANT_ID, invocation.tenantId());
			}
		}
	}

	public static void leave() {
		if (SLF4J) {
			MDC.remove(REQUEST_ID);
			MDC.remove(TENANT_ID);
		}
	}

}
