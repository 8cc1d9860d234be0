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

package dev.kindling.start.environment;

import org.graalvm.nativeimage.ImageInfo;
import org.graalvm.nativeimage.ProcessProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.EnumerablePropertySource;

/**
 * The id of the process, which is asked for only when it is needed.
 */
final class ApplicationInfo extends EnumerablePropertySource<String> {

	ApplicationInfo() {
		super("applicationInfo", "spring.application.pid");
	}

	@Override
	public String[] getPropertyNames() {
		return new String[] { this.source };
	}

	@Override
	public boolean containsProperty(String name) {
		return name.equals(this.source);
	}

	@Override
	public @Nullable Object getProperty(String name) {
		if (!name.equals(this.source)) {
			return null;
		}
		return ImageInfo.inImageCode() ? ProcessProperties.getProcessID() : ProcessHandle.current().pid();
	}

}
