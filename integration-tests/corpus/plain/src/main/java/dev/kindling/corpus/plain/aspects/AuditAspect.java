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

package dev.kindling.corpus.plain.aspects;

import java.util.ArrayList;
import java.util.List;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

import org.springframework.stereotype.Component;

@Aspect
@Component
class AuditAspect {

	private final List<String> entries = new ArrayList<>();

	@Before("within(dev.kindling.corpus.plain.aspects..*) && execution(* priceOf(..)) && args(item, ..)")
	void note(String item) {
		this.entries.add("before " + item);
	}

	@Around("execution(int dev.kindling.corpus.plain.aspects.PriceService.*(..))")
	Object discount(ProceedingJoinPoint call) throws Throwable {
		this.entries.add("around " + call.getSignature().getName());
		return (int) call.proceed() - 1;
	}

	List<String> entries() {
		return this.entries;
	}

}
