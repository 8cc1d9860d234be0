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

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/**
 * Finds no profile files, again and again.
 */
@TargetClass(className = ProfileFileSupplierSubstitution.Wanted.TYPE,
		onlyWith = ProfileFileSupplierSubstitution.Wanted.class)
interface ProfileFileSupplierSubstitution {

	@Substitute
	static ProfileFileSupplier defaultSupplier() {
		return ProfileFileSupplier.fixedProfileFile(ProfileFile.aggregator().build());
	}

	/**
	 * Whether the default chains are to be left out.
	 */
	final class Wanted extends Target {

		static final String TYPE = "software.amazon.awssdk.profiles.ProfileFileSupplier";

		Wanted() {
			super(ImagePart.DEFAULT_CHAINS, TYPE, "defaultSupplier");
		}

	}

}
