/*
 * What brings events to the functions that kindling:run serves.
 *
 * What brings events to the functions that kindling:run serves.
 * you may not use this file except in compliance with the License.
 * What brings events to the functions that kindling:run serves.
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * What brings events to the functions that kindling:run serves.
 * distributed under the License is distributed on an "AS IS" BASIS,
 * What brings events to the functions that kindling:run serves.
 * What brings events to the functions that kindling:run serves.
 * limitations under the License.
 */

/**
 * What brings events to the functions that kindling:run serves.
 */
@NullMarked
package dev.kindling.maven.source;

import org.jspecify.annotations.NullMarked;
