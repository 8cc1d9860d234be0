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

package dev.kindling.dynamodb.schema;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds the annotated classes, and the records with annotated components, in packages.
 */
public final class EntityScanner {

	private static final String[] RECORD_ANNOTATIONS = { "DynamoDbPartitionKey", "DynamoDbSortKey", "DynamoDbAttribute",
			"DynamoDbConvertedBy", "DynamoDbFlatten" };

	private EntityScanner() {
	}

	/**
	 * Scans packages and those below.
	 * @param packages the packages' names
	 * @param classLoader loads the classes
	 * @return the classes
	 */
	public static Set<Class<?>> scan(Collection<String> packages, @Nullable ClassLoader classLoader) {
		Set<Class<?>> types = new LinkedHashSet<>();
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.setResourceLoader(new PathMatchingResourcePatternResolver(classLoader));
		scanner.addIncludeFilter(new AnnotationTypeFilter(DynamoDbBean.class, false));
		scanner.addIncludeFilter(new AnnotationTypeFilter(DynamoDbImmutable.class, false));
		scanner.addIncludeFilter(new RecordFilter());
		for (String name : packages) {
			for (BeanDefinition candidate : scanner.findCandidateComponents(name)) {
				if (candidate.getBeanClassName() != null) {
					types.add(ClassUtils.resolveClassName(candidate.getBeanClassName(), classLoader));
				}
			}
		}
		return types;
	}

	private static final class RecordFilter implements TypeFilter {

		private static final String ANNOTATIONS = DynamoDbBean.class.getPackageName() + ".";

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
			if (!"java.lang.Record".equals(reader.getClassMetadata().getSuperClassName())) {
				return false;
			}
			for (String annotation : RECORD_ANNOTATIONS) {
				if (reader.getAnnotationMetadata().hasAnnotatedMethods(ANNOTATIONS + annotation)) {
					return true;
				}
			}
			return false;
		}

	}

}
