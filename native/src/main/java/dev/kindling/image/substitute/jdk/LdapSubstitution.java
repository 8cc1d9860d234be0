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

package dev.kindling.image.substitute.jdk;

import java.security.InvalidAlgorithmParameterException;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Refuses to look for certificates in LDAP.
 */
@TargetClass(className = LdapSubstitution.Wanted.TYPE, onlyWith = LdapSubstitution.Wanted.class)
final class LdapSubstitution {

	private LdapSubstitution() {
	}

	@Substitute
	private void createInitialDirContext(String server, int port) throws InvalidAlgorithmParameterException {
		throw new InvalidAlgorithmParameterException(
				"LDAP isn't in this executable. Set kindling.aot.keep=ldap when it is built.");
	}

	/**
	 * Whether LDAP is to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "sun.security.provider.certpath.ldap.LDAPCertStoreImpl";

		Wanted() {
			super(ImagePart.LDAP, TYPE, "createInitialDirContext", "java.lang.String", "int");
		}

	}

}
