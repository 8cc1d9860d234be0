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

package dev.kindling.image;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.security.Provider;
import java.security.Security;
import java.util.List;

import org.graalvm.nativeimage.hosted.Feature;

/**
 * Takes {@linkplain UnneededAlgorithms unneeded algorithms} from the JDK's providers
 * before the image builder registers all that these offer. In the executable, who asks
 * for one gets a {@link java.security.NoSuchAlgorithmException}.
 */
final class AlgorithmsFeature implements Feature {

	@Override
	public String getDescription() {
		return "Kindling: leaves out algorithms that nothing mentions";
	}

	@Override
	public boolean isInConfiguration(IsInConfigurationAccess access) {
		return ImagePart.ALGORITHMS.isLeftOut();
	}

	@Override
	public void duringSetup(DuringSetupAccess access) {
		try {
			Method remove = Provider.class.getDeclaredMethod("removeService", Provider.Service.class);
			remove.setAccessible(true);
			for (Provider provider : Security.getProviders()) {
				if (isOfTheJdk(provider)) {
					for (Provider.Service service : List.copyOf(provider.getServices())) {
						if (UnneededAlgorithms.contain(service)) {
							remove.invoke(provider, service);
						}
					}
				}
			}
		}
		catch (ReflectiveOperationException | InaccessibleObjectException ex) {
			throw new IllegalStateException("Algorithms can't be left out of the executable with this GraalVM. "
					+ "Set kindling.aot.keep=algorithms.", ex);
		}
	}

	private static boolean isOfTheJdk(Provider provider) {
		return provider.getClass().getClassLoader() == null;
	}

}
