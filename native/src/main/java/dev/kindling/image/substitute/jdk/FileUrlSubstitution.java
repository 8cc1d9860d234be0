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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.kindling.image.ImagePart;
import dev.kindling.image.Target;
import org.jspecify.annotations.Nullable;

/**
 * Reads files by URL, but doesn't list directories, which sorts names as people of a
 * country do.
 */
@TargetClass(className = FileUrlSubstitution.Wanted.TYPE, onlyWith = FileUrlSubstitution.Wanted.class)
final class FileUrlSubstitution {

	@Alias
	private @Nullable InputStream is;

	private FileUrlSubstitution() {
	}

	@Alias
	public native void connect() throws IOException;

	@Substitute
	public synchronized InputStream getInputStream() throws IOException {
		connect();
		if (this.is == null) {
			throw new FileNotFoundException("Directories can't be listed by URL in this executable. "
					+ "Set kindling.aot.keep=url-protocols when it is built.");
		}
		return this.is;
	}

	/**
	 * Whether URL protocols are to be left out.
	 */
	static final class Wanted extends Target {

		static final String TYPE = "sun.net.www.protocol.file.FileURLConnection";

		Wanted() {
			super(ImagePart.URL_PROTOCOLS, TYPE, "getInputStream");
		}

		@Override
		public boolean getAsBoolean() {
			return super.getAsBoolean() && exists(TYPE, "connect") && hasField(TYPE, "is");
		}

	}

}
