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

package dev.kindling.runtime;

/**
 * A {@link Throwable} that names its error type instead of being known by its class: what
 * the caller finds as {@code errorType} and Lambda's telemetry as the reason.
 */
public interface LambdaError {

	/**
	 * The error's type.
	 * @return a name of the form {@code Runtime.Reason} or {@code Function.Reason}, of
	 * letters only. One of another form reaches the caller, but not the telemetry
	 */
	String errorType();

}
