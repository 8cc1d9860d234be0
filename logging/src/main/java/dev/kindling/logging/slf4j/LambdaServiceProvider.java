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

package dev.kindling.logging.slf4j;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What SLF4J finds on the class path. If there is another provider too, this one hands
 * over to it: SLF4J would take whichever comes first. It doesn't to Logback's where
 * {@linkplain LogbackEvidence nothing uses} that, nor where it is asked for by name.
 */
public final class LambdaServiceProvider implements SLF4JServiceProvider {

	private final ILoggerFactory loggerFactory = new LambdaLoggerFactory();

	private final IMarkerFactory markerFactory = new BasicMarkerFactory();

	private final MDCAdapter mdcAdapter = new ThreadBoundMdc();

	private volatile @Nullable SLF4JServiceProvider other;

	private boolean searched;

	@Override
	public ILoggerFactory getLoggerFactory() {
		SLF4JServiceProvider provider = this.other;
		return (provider != null) ? provider.getLoggerFactory() : this.loggerFactory;
	}

	@Override
	public IMarkerFactory getMarkerFactory() {
		SLF4JServiceProvider provider = this.other;
		return (provider != null) ? provider.getMarkerFactory() : this.markerFactory;
	}

	/**
	 * SLF4J asks for it before it calls {@link #initialize()}.
	 */
	@Override
	public @Nullable MDCAdapter getMDCAdapter() {
		findOther();
		SLF4JServiceProvider provider = this.other;
		return (provider != null) ? provider.getMDCAdapter() : this.mdcAdapter;
	}

	@Override
	public String getRequestedApiVersion() {
		return "2.0.99";
	}

	@Override
	public void initialize() {
		findOther();
		SLF4JServiceProvider provider = this.other;
		if (provider != null) {
			provider.initialize();
		}
	}

	/**
	 * Looks for another provider once, and makes no second instance of this one. SLF4J
	 * has already reported those that can't be loaded.
	 */
	private synchronized void findOther() {
		if (this.searched) {
			return;
		}
		this.searched = true;
		if (LambdaServiceProvider.class.getName().equals(System.getProperty("slf4j.provider"))) {
			return;
		}
		ClassLoader classLoader = SLF4JServiceProvider.class.getClassLoader();
		try {
			Iterator<ServiceLoader.Provider<SLF4JServiceProvider>> found = ServiceLoader
				.load(SLF4JServiceProvider.class, classLoader)
				.stream()
				.iterator();
			while (this.other == null && found.hasNext()) {
				ServiceLoader.Provider<SLF4JServiceProvider> provider = found.next();
				if (provider.type() != LambdaServiceProvider.class && !isUnused(provider.type(), classLoader)) {
					this.other = provider.get();
				}
			}
		}
		catch (ServiceConfigurationError ex) {
			this.other = null;
		}
	}

	private static boolean isUnused(Class<?> provider, ClassLoader classLoader) {
		if (!provider.getName().equals(LogbackEvidence.PROVIDER)) {
			return false;
		}
		ClassLoader application = Thread.currentThread().getContextClassLoader();
		return LogbackEvidence.find((application != null) ? application : classLoader,
				System.getProperty("java.class.path", "")) == null;
	}

	/**
	 * SLF4J prints it when there are several providers.
	 */
	@Override
	public String toString() {
		SLF4JServiceProvider provider = this.other;
		String name = LambdaServiceProvider.class.getName();
		return (provider != null) ? name + ", which hands over to " + provider.getClass().getName() : name;
	}

}
