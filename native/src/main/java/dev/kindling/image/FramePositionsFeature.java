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

import java.util.Collection;

import org.graalvm.nativeimage.hosted.Feature;

/**
 * Keeps of the place of each call what a stack trace shows: class, method and, unless it
 * is told otherwise, line.
 */
final class FramePositionsFeature implements Feature {

	/**
	 * The system property of the image builder that says what is kept: {@code lines} or
	 * {@code methods}.
	 */
	private static final String KEPT = "kindling.image.code-positions";

	private final boolean lines = !"methods".equals(System.getProperty(KEPT));

	@Override
	public String getDescription() {
		return this.lines ? "Kindling: keeps lines, and no indexes of byte code"
				: "Kindling: keeps methods, and neither lines nor indexes of byte code";
	}

	@Override
	public void beforeCompilation(BeforeCompilationAccess access) {
		try {
			FramePositions positions = FramePositions.find(this.lines);
			if (positions.areNeeded()) {
				sayThatTheyStay("for debuggers or code compiled at run time");
			}
			else if (!CodeLayout.observe((compilations) -> reduce(positions, compilations))) {
				sayThatTheyStay("beside another order of methods");
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			sayThatTheyStay(ex);
		}
	}

	private void reduce(FramePositions positions, Collection<?> compilations) {
		try {
			positions.reduce(compilations);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			sayThatTheyStay(ex);
		}
	}

	private void sayThatTheyStay(Exception ex) {
		sayThatTheyStay("as this GraalVM doesn't let them be left out (" + ex + ")");
	}

	private void sayThatTheyStay(String why) {
		ImageBuilder
			.say("calls keep " + (this.lines ? "" : "their lines and ") + "the indexes of their byte code, " + why);
	}

}
