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

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.image.ImagePart;
import dev.kindling.report.BuildReport;
import dev.kindling.start.aot.ForeignBeans;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Tells the image builder which {@linkplain ImagePart parts} it can leave out, as neither
 * the application nor a library that it brings mentions them. {@code kindling.aot.keep}
 * names those that stay all the same, or is {@code all}.
 */
class ImagePartsAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String PROPERTY = "kindling.aot.keep";

	private static final String VALIDATION_XML = "classpath:META-INF/validation.xml";

	private static final Log logger = LogFactory.getLog(ImagePartsAotProcessor.class);

	@Override
	public BeanFactoryInitializationAotContribution processAheadOfTime(ConfigurableListableBeanFactory beanFactory) {
		Map<ImagePart, String> kept = kept(beanFactory.getBean("environment", Environment.class),
				beanFactory.getBeanClassLoader(), ApplicationClasses.ofClassPath(), ForeignBeans.types(beanFactory));
		Set<ImagePart> unneeded = EnumSet.allOf(ImagePart.class);
		unneeded.removeAll(kept.keySet());
		BuildReport report = BuildReport.of(beanFactory);
		unneeded.forEach((part) -> report.left("part", part.id(), PROPERTY, "nothing in the application mentions it"));
		kept.forEach((part, reason) -> report.kept("part " + part.id(), reason));
		return new Contribution(unneeded);
	}

	/**
	 * The parts that something needs, each with what does.
	 * @throws IllegalArgumentException if the property names a part that there isn't
	 */
	static Map<ImagePart, String> kept(Environment environment, @Nullable ClassLoader classLoader,
			ApplicationClasses classes, Collection<Class<?>> beans) {
		Map<ImagePart, String> kept = new EnumMap<>(ImagePart.class);
		named(environment).forEach((part) -> kept.put(part, PROPERTY));
		if ("default-chain".equals(environment.getProperty("kindling.dynamodb.credentials", "").trim())) {
			kept.putIfAbsent(ImagePart.DEFAULT_CHAINS, "kindling.dynamodb.credentials=default-chain");
		}
		if ("describe-table".equals(environment.getProperty("kindling.dynamodb.priming-call", "").trim())) {
			kept.putIfAbsent(ImagePart.TABLE_DESCRIPTIONS, "kindling.dynamodb.priming-call=describe-table");
		}
		for (ImagePart part : ImagePart.values()) {
			part.users()
				.stream()
				.filter((user) -> ClassUtils.isPresent(user, classLoader))
				.findFirst()
				.ifPresent((user) -> kept.putIfAbsent(part, user + " is on the class path"));
		}
		if (new DefaultResourceLoader(classLoader).getResource(VALIDATION_XML).exists()) {
			kept.putIfAbsent(ImagePart.VALIDATION_XML, VALIDATION_XML + " is on the class path");
		}
		new PartMentions(Stream.of(ImagePart.values()).filter((part) -> !kept.containsKey(part)).toList(), classes,
				beans)
			.addTo(kept);
		String charsets = kept.containsKey(ImagePart.CHARSETS) ? null : CharsetUse.find(environment, classes);
		if (charsets != null) {
			kept.put(ImagePart.CHARSETS, charsets + " asks for a charset by its name");
		}
		if (kept.containsKey(ImagePart.DEFAULT_CHAINS)) {
			kept.putIfAbsent(ImagePart.URL_PROTOCOLS,
					"the metadata of containers and instances is fetched over HTTP for "
							+ ImagePart.DEFAULT_CHAINS.id());
		}
		return kept;
	}

	private static Set<ImagePart> named(Environment environment) {
		Set<ImagePart> kept = EnumSet.noneOf(ImagePart.class);
		for (String id : environment.getProperty(PROPERTY, String[].class, new String[0])) {
			List<ImagePart> named = Stream.of(ImagePart.values())
				.filter((part) -> id.equals("all") || id.equals(part.id()))
				.toList();
			if (named.isEmpty()) {
				throw new IllegalArgumentException(
						"'" + PROPERTY + "' can't be '" + id + "'. Set it to one or more of: "
								+ Stream.of(ImagePart.values())
									.map(ImagePart::id)
									.collect(Collectors.joining(", ", "", ", all.")));
			}
			kept.addAll(named);
		}
		return kept;
	}

	/**
	 * Writes what the image builder reads.
	 */
	record Contribution(Set<ImagePart> unneeded) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			String ids = this.unneeded.stream().map(ImagePart::id).collect(Collectors.joining(","));
			if (!this.unneeded.isEmpty()) {
				logger.info("Kindling: the executable is built without " + ids.replace(",", ", ")
						+ ", which nothing in the application mentions (" + PROPERTY + " keeps them)");
			}
			if (!this.unneeded.contains(ImagePart.VALIDATION_XML)) {
				// which Hibernate Validator checks each such file with, and its metadata
				// lacks
				generationContext.getRuntimeHints().resources().registerPattern("META-INF/validation-*.xsd");
			}
			generationContext.getGeneratedFiles()
				.addResourceFile("META-INF/native-image/dev.kindling/image-parts/native-image.properties",
						"Args = " + arguments(ids) + "\n");
		}

		private String arguments(String ids) {
			StringBuilder arguments = new StringBuilder("-D" + ImagePart.LEFT_OUT + "=" + ids);
			arguments.append(" -H:+UnlockExperimentalVMOptions");
			if (this.unneeded.contains(ImagePart.FILE_SYSTEMS)) {
				arguments.append(" -H:-AddAllFileSystemProviders");
				exclude("jdk.nio.zipfs.ZipFileSystemProvider", arguments);
			}
			if (this.unneeded.contains(ImagePart.URL_PROTOCOLS)) {
				arguments.append(" -H:DisableURLProtocols=http,https");
			}
			if (this.unneeded.contains(ImagePart.JAVA_LOGGING)) {
				exclude("sun.util.logging.internal.LoggingProviderImpl", arguments);
			}
			if (this.unneeded.contains(ImagePart.CHARSETS)) {
				exclude("sun.nio.cs.ext.ExtendedCharsets", arguments);
			}
			else {
				arguments.append(" -H:+AddAllCharsets");
			}
			if (this.unneeded.contains(ImagePart.ALGORITHMS)) {
				arguments.append(" --features=dev.kindling.image.AlgorithmsFeature")
					.append(" --add-opens=java.base/java.security=ALL-UNNAMED");
			}
			return arguments.append(" -H:-UnlockExperimentalVMOptions").toString();
		}

		private static void exclude(String service, StringBuilder arguments) {
			arguments.append(" -H:ServiceLoaderFeatureExcludeServiceProviders=").append(service);
		}

	}

}
