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

import java.security.cert.CRLSelector;
import java.security.cert.CertSelector;
import java.security.cert.CertStoreException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;

/**
 * Certificates and revocation lists are fetched by URL only where the JDK is told to, and
 * never without the protocols: as before, a certificate isn't found, and a revocation
 * list fails the check.
 */
@TargetClass(className = CertificateUrlSubstitution.Wanted.TYPE, onlyWith = CertificateUrlSubstitution.Wanted.class)
final class CertificateUrlSubstitution {

	private CertificateUrlSubstitution() {
	}

	@Substitute
	public Collection<X509Certificate> engineGetCertificates(CertSelector selector) {
		return Set.of();
	}

	@Substitute
	public Collection<X509CRL> engineGetCRLs(CRLSelector selector) throws CertStoreException {
		throw new CertStoreException("Revocation lists can't be fetched in this executable. "
				+ "Set kindling.aot.keep=url-protocols when it is built.");
	}

	/**
	 * Whether URL protocols are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "sun.security.provider.certpath.URICertStore";

		Wanted() {
			super(ImagePart.URL_PROTOCOLS, TYPE, "engineGetCertificates", "java.security.cert.CertSelector");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && exists(TYPE, "engineGetCRLs", "java.security.cert.CRLSelector");
		}

	}

}
