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

package dev.kindling.local.workbench;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The code of all functions has changed, or can't be run any more.
 *
 * @param time when it was found
 * @param cause what has changed, for people
 * @param problem such as the compiler's errors, which events are answered with;
 * {@code null} if there is new code
 */
public record Reload(Instant time, String cause, @Nullable String problem) {

}
