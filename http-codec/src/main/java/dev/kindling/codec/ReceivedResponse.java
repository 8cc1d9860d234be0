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

package dev.kindling.codec;

import java.io.InputStream;

/**
 * A final answer.
 *
 * @param status the status code, 200 to 999
 * @param reason the reason phrase, often empty
 * @param headers the headers
 * @param body the body, without its framing. It ends where the message ends; a message
 * that is cut short ends with a {@link HttpCodecException} instead. Closing it before the
 * end gives the connection up unless the rest is at hand already
 */
public record ReceivedResponse(int status, String reason, HttpHeaders headers, InputStream body) {
}
