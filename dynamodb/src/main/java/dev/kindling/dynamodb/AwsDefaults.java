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

package dev.kindling.dynamodb;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Finds the region and the credentials where the environment variables that Lambda sets
 * aren't there. Without a bean of this type they have to be, and what looks for
 * credentials in profiles, containers and instances stays out of the executable.
 */
public interface AwsDefaults {

	/**
	 * Finds the region.
	 * @return the region
	 * @throws software.amazon.awssdk.core.exception.SdkClientException if none is found
	 */
	Region region();

	/**
	 * Finds the credentials.
	 * @return a provider that looks for them when they are needed
	 */
	AwsCredentialsProvider credentials();

}
