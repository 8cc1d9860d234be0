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

package dev.kindling.dynamodb.substitute;

import java.util.Optional;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.Target;
import software.amazon.awssdk.services.dynamodb.endpoints.internal.Partitions;

/**
 * Looks for no file of partitions, as the class path had none when the executable was
 * built.
 */
@TargetClass(className = PartitionsSubstitution.Wanted.TYPE, onlyWith = PartitionsSubstitution.Wanted.class)
final class PartitionsSubstitution {

	private PartitionsSubstitution() {
	}

	@Substitute
	private Optional<Partitions> classpathPartitionsFile() {
		return Optional.empty();
	}

	/**
	 * Whether there is no file, and the SDK of this build has the method.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "software.amazon.awssdk.services.dynamodb.endpoints.internal.DefaultPartitionDataProvider";

		Wanted() {
			super(null, TYPE, "classpathPartitionsFile");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && !ClassPathResources.exists(ClassPathResources.PARTITIONS);
		}

	}

}
