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

package dev.kindling.start.apps;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(scanBasePackages = "none")
@Import(ProxiesApplication.Doubler.class)
public class ProxiesApplication {

	public static void main(String[] args) {
		SpringApplication.run(ProxiesApplication.class, args);
	}

	@Bean
	static DefaultAdvisorAutoProxyCreator proxyCreator() {
		return new DefaultAdvisorAutoProxyCreator();
	}

	@Bean
	static Advisor plusOne() {
		MethodInterceptor interceptor = (invocation) -> {
			Method method = invocation.getMethod();
			return (method.getReturnType() == int.class) ? (int) invocation.proceed() + 1 : invocation.proceed();
		};
		return new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(PlusOne.class), interceptor);
	}

	@Bean
	Report report(Calculator calculator) {
		return new Report().note("result", calculator.calculate(20));
	}

	interface Calculator {

		int calculate(int number);

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface PlusOne {

	}

	static class Doubler implements Calculator {

		@Override
		@PlusOne
		public int calculate(int number) {
			return number * 2;
		}

	}

}
