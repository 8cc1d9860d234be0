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

import java.util.List;

import org.graalvm.nativeimage.hosted.Feature;

/**
 * Allocates objects inline where it matters: in methods that run in a start or in a call,
 * and in the application's own. {@code -Os} allocates by three calls, which a call of a
 * function pays with a fifth of its processor time; inline everywhere, the code is a
 * quarter larger.
 */
final class HotMethodsFeature implements Feature {

	/**
	 * The system property of the image builder with the application's packages, separated
	 * by commas.
	 */
	static final String PACKAGES = "kindling.image.application";

	@Override
	public String getDescription() {
		return "Kindling: allocates inline in methods that run";
	}

	@Override
	public void beforeCompilation(BeforeCompilationAccess access) {
		MethodOrder order = MethodOrder.measured();
		List<String> own = List.of(System.getProperty(PACKAGES, "").split(","));
		try {
			if (!MethodCompilation.set("ReduceCodeSize", false,
					(type, name) -> order.use(type, name) != MethodOrder.Use.UNSEEN || isOwn(type, own))) {
				ImageBuilder.say("all methods allocate by calls, as code is compiled at run time, too");
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			ImageBuilder.say(
					"all methods allocate by calls, as this GraalVM has no way to compile some otherwise (" + ex + ")");
		}
	}

	private static boolean isOwn(String type, List<String> own) {
		String name = MethodOrder.name(type);
		return own.stream().anyMatch((prefix) -> !prefix.isEmpty() && name.startsWith(prefix + '.'));
	}

}
