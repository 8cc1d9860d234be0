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

package dev.kindling.image.aot;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.kindling.image.ImagePart;
import org.jspecify.annotations.Nullable;

/**
 * Code of known libraries that mentions parts of the JDK which it doesn't need in an
 * executable: it never runs there, or only on behalf of somebody who mentions them, too.
 */
enum IdleMentions {

	/**
	 * Spring's readers of XML configuration, which is read ahead of time.
	 */
	SPRING_CONFIGURATION("org/springframework/(\\w+/)+config/\\w*(BeanDefinitionParser|NamespaceHandler|ConfigUtils)",
			null, ImagePart.XML_DOCUMENTS),

	/**
	 * Columns of XML, which a driver has as characters: whoever wants them as DOM nodes
	 * mentions those.
	 */
	SQL_XML("org/springframework/jdbc/support/xml/\\w+|org/h2/jdbc/JdbcSQLXML", null, ImagePart.XML_DOCUMENTS,
			ImagePart.CHARSETS),

	/**
	 * Spring's runner of scripts, and the builder that passes a charset on to it: that of
	 * a property or of a call.
	 */
	SQL_SCRIPTS("org/springframework/jdbc/datasource/(init/ResourceDatabasePopulator|embedded/EmbeddedDatabaseBuilder)",
			null, ImagePart.CHARSETS),

	/**
	 * The parser of Jakarta Expression Language, which reads texts only.
	 */
	EXPRESSIONS("org/apache/el/parser/SimpleCharStream", null, ImagePart.CHARSETS),

	/**
	 * AspectJ's load-time weaver, an agent of the JVM.
	 */
	LOAD_TIME_WEAVER("org/aspectj/weaver/loadtime/[\\w/]+", null, ImagePart.CHARSETS),

	/**
	 * Hibernate Validator's reader of XML.
	 */
	VALIDATION_XML_READER("org/hibernate/validator/internal/(xml|util)/[\\w/]+", ImagePart.VALIDATION_XML,
			ImagePart.CHARSETS),

	/**
	 * Bean Validation itself, and Spring's bean for it, whose users name files of XML.
	 */
	VALIDATION("(org/hibernate/validator|jakarta/validation|org/springframework/validation/beanvalidation)/[\\w/]+",
			null, ImagePart.VALIDATION_XML),

	/**
	 * H2's reader of realms.
	 */
	H2_REALM_READER("org/h2/security/auth/[\\w/]+", ImagePart.H2_REALMS, ImagePart.CHARSETS),

	/**
	 * H2 itself, whose users name the file of realms. Its console opens a browser.
	 */
	H2("org/h2/[\\w/]+", null, ImagePart.H2_REALMS, ImagePart.DESKTOP);

	private final Pattern classes;

	private final @Nullable ImagePart unless;

	private final Set<ImagePart> parts;

	IdleMentions(String classes, @Nullable ImagePart unless, ImagePart... parts) {
		this.classes = Pattern.compile("(" + classes + ")(\\$.*)?");
		this.unless = unless;
		this.parts = EnumSet.copyOf(Set.of(parts));
	}

	/**
	 * What a class's mention of a part is.
	 * @param part what it mentions
	 * @param className its name, with slashes
	 * @return {@code null} if it needs the part
	 */
	static @Nullable IdleMentions of(ImagePart part, String className) {
		return Stream.of(values())
			.filter((idle) -> idle.parts.contains(part) && idle.classes.matcher(className).matches())
			.findFirst()
			.orElse(null);
	}

	/**
	 * With which other part the mention counts after all.
	 * @return {@code null} if it never does
	 */
	@Nullable ImagePart unless() {
		return this.unless;
	}

}
