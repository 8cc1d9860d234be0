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

package dev.kindling.dynamodb.aot;

import java.util.List;
import java.util.function.Predicate;

import dev.kindling.dynamodb.table.TableBeanDefinitions;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.MethodReference;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.util.ClassUtils;

/**
 * Writes the definition of an entity's table or index as one call, in the entity's
 * package, as the entity need not be public.
 */
class TableBeanAotProcessor implements BeanRegistrationAotProcessor {

	private static final boolean PRESENT = ClassUtils.isPresent(
			"software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient",
			TableBeanAotProcessor.class.getClassLoader());

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		if (!PRESENT || TableBeanDefinitions.entity(registeredBean.getMergedBeanDefinition()) == null) {
			return null;
		}
		return BeanRegistrationAotContribution.withCustomCodeFragments(Fragments::new);
	}

	private static final class Fragments extends BeanRegistrationCodeFragmentsDecorator {

		private Fragments(BeanRegistrationCodeFragments delegate) {
			super(delegate);
		}

		@Override
		public ClassName getTarget(RegisteredBean registeredBean) {
			Class<?> entity = TableBeanDefinitions.entity(registeredBean.getMergedBeanDefinition());
			if (entity == null) {
				throw new IllegalStateException("No table: " + registeredBean.getBeanName());
			}
			return ClassName.get(entity);
		}

		@Override
		public CodeBlock generateNewBeanDefinitionCode(GenerationContext generationContext, ResolvableType beanType,
				BeanRegistrationCode beanRegistrationCode) {
			// the definition follows, as only there is known which bean it is about
			return CodeBlock.of("");
		}

		@Override
		public CodeBlock generateSetBeanDefinitionPropertiesCode(GenerationContext generationContext,
				BeanRegistrationCode beanRegistrationCode, RootBeanDefinition beanDefinition,
				Predicate<String> attributeFilter) {
			Class<?> entity = TableBeanDefinitions.entity(beanDefinition);
			String index = TableBeanDefinitions.index(beanDefinition);
			CodeBlock definition = (index != null)
					? CodeBlock.of("$T.index($T.class, $S)", TableBeanDefinitions.class, entity, index)
					: CodeBlock.of("$T.table($T.class)", TableBeanDefinitions.class, entity);
			return CodeBlock.builder()
				.addStatement("$T $L = $L", RootBeanDefinition.class, BEAN_DEFINITION_VARIABLE, definition)
				.build();
		}

		@Override
		public CodeBlock generateInstanceSupplierCode(GenerationContext generationContext,
				BeanRegistrationCode beanRegistrationCode, boolean allowDirectSupplierShortcut) {
			return CodeBlock.of("");
		}

		@Override
		public CodeBlock generateSetBeanInstanceSupplierCode(GenerationContext generationContext,
				BeanRegistrationCode beanRegistrationCode, CodeBlock instanceSupplierCode,
				List<MethodReference> postProcessors) {
			return CodeBlock.of("");
		}

	}

}
