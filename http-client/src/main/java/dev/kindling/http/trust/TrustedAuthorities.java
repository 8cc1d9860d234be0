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
package dev.kindling.http.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

/**
 * Trusts whom the JDK trusts, but gives the JDK only those entries of the trust store to
 * read that a server's chain names. The JDK parses each certificate, sees whether its
 * entry is one of a trusted certificate, and checks the chain. If that isn't enough, it
 * reads all of them and decides as usual: who isn't trusted with all of them can't be
 * trusted with fewer.
 */
public final class TrustedAuthorities extends X509ExtendedTrustManager {

	private static final String ALGORITHM = "PKIX";

	private final TrustStoreFile store;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable X509ExtendedTrustManager all;

	private TrustedAuthorities(TrustStoreFile store) {
		this.store = store;
	}

	/**
	 * Makes the trust managers that decide by the JDK's trust store.
	 * @throws GeneralSecurityException if it can't be read; the message names it
	 */
	public static TrustManager[] managers() throws GeneralSecurityException {
		TrustStoreFile store = TrustManagerFactory.getDefaultAlgorithm().equals(ALGORITHM) ? TrustStoreFile.read()
				: null;
		return (store != null) ? new TrustManager[] { new TrustedAuthorities(store) } : managers(null);
	}

	private static TrustManager[] managers(@Nullable KeyStore authorities) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		try {
			factory.init(authorities);
		}
		catch (GeneralSecurityException ex) {
			String named = System.getProperty("javax.net.ssl.trustStore");
			throw new GeneralSecurityException("The trusted certificates"
					+ ((named != null) ? " of javax.net.ssl.trustStore=" + named : "") + " can't be read: " + root(ex),
					ex);
		}
		return factory.getTrustManagers();
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) throws CertificateException {
		try {
			for (TrustManager manager : managers(authorities)) {
				if (manager instanceof X509ExtendedTrustManager extended) {
					return extended;
				}
			}
			throw new CertificateException("No X509ExtendedTrustManager for " + ALGORITHM);
		}
		catch (CertificateException ex) {
			throw ex;
		}
		catch (GeneralSecurityException ex) {
			throw new CertificateException(ex.getMessage(), ex);
		}
	}

	private X509ExtendedTrustManager all() throws CertificateException {
		this.lock.lock();
		try {
			X509ExtendedTrustManager all = this.all;
			if (all == null) {
				all = manager(null);
				this.all = all;
			}
			return all;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Decides by the authorities that the chain names, as the JDK reads them.
	 * @return {@code null} if there are none
	 */
	private @Nullable X509ExtendedTrustManager some(X509Certificate[] chain) throws CertificateException {
		Set<X500Principal> names = new HashSet<>();
		for (X509Certificate certificate : chain) {
			names.add(certificate.getSubjectX500Principal());
			names.add(certificate.getIssuerX500Principal());
		}
		List<byte[]> encoded = new ArrayList<>(names.size());
		for (X500Principal name : names) {
			encoded.add(name.getEncoded());
		}
		byte[] store = this.store.only(encoded);
		if (store == null) {
			return null;
		}
		try {
			KeyStore authorities = KeyStore.getInstance("PKCS12");
			authorities.load(new ByteArrayInputStream(store), null);
			return manager(authorities);
		}
		catch (IOException ex) {
			throw new CertificateException("The JDK doesn't read what was found", ex);
		}
		catch (CertificateException ex) {
			throw ex;
		}
		catch (GeneralSecurityException ex) {
			throw new CertificateException(ex.getMessage(), ex);
		}
	}

	private void check(X509Certificate[] chain, Check check) throws CertificateException {
		try {
			X509ExtendedTrustManager some = some(chain);
			if (some != null) {
				check.with(some);
				return;
			}
		}
		catch (CertificateException ex) {
			// whatever it is, all authorities may see it otherwise, or say it better
		}
		check.with(all());
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		all().checkClientTrusted(chain, authType, socket);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		check(chain, (manager) -> manager.checkServerTrusted(chain, authType, socket));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		all().checkClientTrusted(chain, authType, engine);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		check(chain, (manager) -> manager.checkServerTrusted(chain, authType, engine));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		all().checkClientTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		check(chain, (manager) -> manager.checkServerTrusted(chain, authType));
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		try {
			return all().getAcceptedIssuers();
		}
		catch (CertificateException ex) {
			return new X509Certificate[0];
		}
	}

	private interface Check {

		void with(X509ExtendedTrustManager manager) throws CertificateException;

	}

}
