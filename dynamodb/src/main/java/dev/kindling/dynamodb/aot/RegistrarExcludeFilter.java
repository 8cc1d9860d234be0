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

import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.support.RegisteredBean;

/**
 * Leaves out what defines the tables' beans: they are defined by generated code.
 */
class RegistrarExcludeFilter implements BeanRegistrationExcludeFilter {

	private static final String REGISTRAR = "dynamoDbTableBeansRegistrar";

	@Override
	public boolean isExcludedFromAotProcessing(RegisteredBean registeredBean) {
		return REGISTRAR.equals(registeredBean.getBeanName());
	}

}
