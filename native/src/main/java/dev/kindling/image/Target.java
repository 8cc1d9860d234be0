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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Whether methods of a class are replaced in the executable: the part that they belong to
 * is to be left out, and the JDK or the library of this build has all that the
 * replacement stands on, as private members come and go. Where it hasn't, the part stays
 * whole, and the build says so.
 */
public abstract class Target implements BooleanSupplier {

	private static final Set<String> reported = ConcurrentHashMap.newKeySet();

	private final @Nullable ImagePart part;

	private final List<Member> members;

	/**
	 * Describes what is replaced.
	 * @param part what is left out by it, or {@code null} if it is always replaced
	 * @param members what the replacement stands on
	 */
	protected Target(@Nullable ImagePart part, Member... members) {
		this.part = part;
		this.members = List.of(members);
	}

	@Override
	public boolean getAsBoolean() {
		return (this.part == null || this.part.isLeftOut()) && this.members.stream().allMatch(this::isThere);
	}

	/**
	 * What the replacement stands on.
	 * @return members of the class that is replaced, and of others that it calls
	 */
	public List<Member> members() {
		return this.members;
	}

	private boolean isThere(Member member) {
		Class<?> type;
		try {
			type = find(member.type());
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
		boolean there = member.isThere(type);
		if (!there && reported.add(member.toString())) {
			System.out.println("Kindling: there is no " + member + " in this version. What would have replaced it, "
					+ getClass().getName() + ", does nothing: the executable is larger, and otherwise the same.");
		}
		return there;
	}

	private static Class<?> find(String name) throws ClassNotFoundException {
		return switch (name) {
			case "int" -> int.class;
			case "boolean" -> boolean.class;
			default -> Class.forName(name, false, Target.class.getClassLoader());
		};
	}

	/**
	 * A method that must be there.
	 * @param type its class
	 * @param name its name
	 * @param parameters its parameters' types
	 * @return the method
	 */
	protected static Member method(String type, String name, String... parameters) {
		return new Member(type, name, List.of(parameters));
	}

	/**
	 * A constructor that must be there.
	 * @param type its class
	 * @param parameters its parameters' types
	 * @return the constructor
	 */
	protected static Member constructor(String type, String... parameters) {
		return new Member(type, Member.CONSTRUCTOR, List.of(parameters));
	}

	/**
	 * A field that must be there.
	 * @param type its class
	 * @param name its name
	 * @return the field
	 */
	protected static Member field(String type, String name) {
		return new Member(type, name, null);
	}

	/**
	 * A member of a class.
	 *
	 * @param type the class's name
	 * @param name its name, as the JVM has it
	 * @param parameters the names of its parameters' types; {@code null} for a field
	 */
	public record Member(String type, String name, @Nullable List<String> parameters) {

		static final String CONSTRUCTOR = "<init>";

		private boolean isThere(Class<?> owner) {
			try {
				if (this.parameters == null) {
					owner.getDeclaredField(this.name);
				}
				else if (this.name.equals(CONSTRUCTOR)) {
					owner.getDeclaredConstructor(types(this.parameters));
				}
				else {
					owner.getDeclaredMethod(this.name, types(this.parameters));
				}
				return true;
			}
			catch (ReflectiveOperationException | LinkageError ex) {
				return false;
			}
		}

		private static Class<?>[] types(List<String> names) throws ClassNotFoundException {
			Class<?>[] types = new Class<?>[names.size()];
			for (int i = 0; i < types.length; i++) {
				types[i] = find(names.get(i));
			}
			return types;
		}

		@Override
		public String toString() {
			return this.type + '.' + this.name
					+ ((this.parameters != null) ? "(" + String.join(", ", this.parameters) + ")" : "");
		}

	}

}
