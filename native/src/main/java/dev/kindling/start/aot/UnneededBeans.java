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

package dev.kindling.start.aot;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.kindling.code.ApplicationClasses;
import dev.kindling.code.Mentions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Leaves out those of {@link StarterBeans} that no bean of the application is made from,
 * that no foreign code mentions, and that do nothing of their own. All other beans stay.
 * Switched off by {@code kindling.aot.unneeded-beans=keep}, and for an application that
 * looks up beans by itself.
 */
class UnneededBeans implements BeanRegistrationExcludeFilter {

	private static final Log logger = LogFactory.getLog(UnneededBeans.class);

	private static final String DECISION = Decision.class.getName();

	@Override
	public boolean isExcludedFromAotProcessing(RegisteredBean registeredBean) {
		ConfigurableListableBeanFactory beanFactory = registeredBean.getBeanFactory();
		if (registeredBean.isInnerBean() || !beanFactory.containsBeanDefinition(registeredBean.getBeanName())) {
			return false;
		}
		return !decisionFor(beanFactory).reasons().containsKey(registeredBean.getBeanName());
	}

	/**
	 * Decides once for an application, whose bean factory holds the decision.
	 */
	static Decision decisionFor(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getSingleton(DECISION) instanceof Decision decision) {
			return decision;
		}
		Decision decision = decide(beanFactory, ApplicationClasses.ofClassPath());
		beanFactory.registerSingleton(DECISION, decision);
		return decision;
	}

	static Decision decide(ConfigurableListableBeanFactory beanFactory, ApplicationClasses classes) {
		BeanGraph graph = new BeanGraph(beanFactory);
		Environment environment = beanFactory.getBean(Environment.class);
		LookUps lookUps = new LookUps();
		Mentions mentions = new Mentions(classes, marks(), lookUps::read);
		// what Spring's own beans look up without naming it, StarterBeans knows
		if (lookUps.unknown() != null) {
			graph.looksUpBeans(lookUps.unknown());
		}
		StarterUse use = new StarterUse(beanFactory, environment, graph, mentions);
		boolean foreign = false;
		boolean changed = !graph.looksUpBeans();
		while (changed) {
			foreign = addForeignClasses(graph, mentions);
			changed = lookUps.follow(beanFactory, graph);
			for (String name : beanFactory.getBeanDefinitionNames()) {
				StarterBeans group = graph.group(name);
				if (group != null && !graph.needs(name)) {
					String reason = use.of(group);
					if (reason != null) {
						graph.add(name, reason);
						changed = true;
					}
				}
			}
		}
		return decision(beanFactory, environment, graph, mentions, foreign);
	}

	private static Decision decision(ConfigurableListableBeanFactory beanFactory, Environment environment,
			BeanGraph graph, Mentions mentions, boolean foreign) {
		boolean keepAll = "keep".equalsIgnoreCase(environment.getProperty("kindling.aot.unneeded-beans"));
		Map<String, String> kept = new LinkedHashMap<>();
		Map<String, StarterBeans> left = new LinkedHashMap<>();
		for (String name : beanFactory.getBeanDefinitionNames()) {
			StarterBeans group = graph.group(name);
			if (group == StarterBeans.CONFIGURATION_CLASSES) {
				left.put(name, group);
				continue;
			}
			if (keepAll) {
				graph.add(name, "kindling.aot.unneeded-beans is keep");
			}
			if (graph.needs(name)) {
				kept.put(name, graph.reason(name));
			}
			else if (group != null) {
				left.put(name, group);
			}
		}
		if (graph.looksUpBeans()) {
			logger.info("Kindling: all beans stay in the executable, as " + graph.lookUp());
		}
		return new Decision(graph, kept, left, mentions.found(), foreign || graph.looksUpBeans());
	}

	private static Set<String> marks() {
		Set<String> marks = new HashSet<>(LookUps.CALLS);
		marks.addAll(UnneededHints.marks());
		for (StarterBeans group : StarterBeans.values()) {
			marks.addAll(group.marks());
		}
		return marks;
	}

	/**
	 * Adds the classes of Spring that the application has beans of, none of them the
	 * starter's.
	 * @return whether there are any
	 */
	private static boolean addForeignClasses(BeanGraph graph, Mentions mentions) {
		boolean foreign = false;
		for (Class<?> type : ForeignBeans.types(graph)) {
			foreign |= type.getName().startsWith("org.springframework.");
			mentions.add(type);
		}
		return foreign;
	}

	static boolean bindsProperties(ConfigurableListableBeanFactory beanFactory, BeanGraph graph) {
		for (String name : graph.needed().keySet()) {
			if (beanFactory.containsBeanDefinition(name)
					&& beanFactory.findAnnotationOnBean(name, ConfigurationProperties.class, false) != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a field or parameter of a needed bean carries the annotation.
	 */
	static boolean uses(BeanGraph graph, Class<? extends Annotation> annotation) {
		boolean[] found = new boolean[1];
		forEachElement(graph, (element) -> found[0] |= has(element, annotation));
		return found[0];
	}

	private static void forEachElement(BeanGraph graph, Consumer<AnnotatedElement> action) {
		for (Class<?> type : graph.types()) {
			Class<?> userType = ClassUtils.getUserClass(type);
			ReflectionUtils.doWithFields(userType, action::accept);
			ReflectionUtils.doWithMethods(userType, (method) -> {
				action.accept(method);
				for (AnnotatedElement parameter : method.getParameters()) {
					action.accept(parameter);
				}
			});
			for (Constructor<?> constructor : userType.getDeclaredConstructors()) {
				for (AnnotatedElement parameter : constructor.getParameters()) {
					action.accept(parameter);
				}
			}
		}
	}

	/**
	 * Whether a {@code @Value} of a needed bean holds an expression.
	 */
	static boolean usesExpressions(BeanGraph graph) {
		boolean[] found = new boolean[1];
		forEachElement(graph, (element) -> {
			String value = MergedAnnotations.from(element, SearchStrategy.DIRECT)
				.get(Value.class)
				.getValue("value", String.class)
				.orElse("");
			found[0] |= value.contains("#{");
		});
		return found[0];
	}

	private static boolean has(AnnotatedElement element, Class<? extends Annotation> annotation) {
		return MergedAnnotations.from(element, SearchStrategy.DIRECT).isPresent(annotation);
	}

	/**
	 * What stays and what leaves, and why.
	 *
	 * @param graph the beans that something is made from
	 * @param reasons the beans that stay, each with why
	 * @param left the beans that leave, each with the group that it belongs to
	 * @param mentions what code that isn't the starter's mentions, each with a class that
	 * does
	 * @param foreign whether the application has beans of Spring that aren't the
	 * starter's, or may ask for any
	 */
	record Decision(BeanGraph graph, Map<String, String> reasons, Map<String, StarterBeans> left,
			Map<String, String> mentions, boolean foreign) {

		/**
		 * The groups of which no bean stays.
		 */
		Set<StarterBeans> leftAsAWhole() {
			Set<StarterBeans> groups = EnumSet.noneOf(StarterBeans.class);
			groups.addAll(this.left.values());
			for (String name : this.reasons.keySet()) {
				groups.remove(this.graph.group(name));
			}
			return groups;
		}

	}

}
