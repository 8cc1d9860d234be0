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

package dev.kindling.autoconfigure;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.dynamodb.table.TableSchemas;
import dev.kindling.function.CurrentLambdaContext;
import dev.kindling.function.invoke.FunctionInvocationHandler;
import dev.kindling.function.HttpExceptionMapper;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.start.LooksUp;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for serving a function bean.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "kindling.function.enabled", matchIfMissing = true)
public class FunctionAutoConfiguration {

	/**
	 * Serves the function.
	 * @return what the loop calls
	 */
	@Bean
	@ConditionalOnMissingBean(InvocationHandler.class)
	@LooksUp({ ObjectMapper.class, HttpExceptionMapper.class, TableSchemas.class })
	static FunctionInvocationHandler functionInvocationHandler() {
		return new FunctionInvocationHandler();
	}

	/**
	 * Stands for the context of whichever invocation the calling thread handles.
	 * @return the context
	 */
	@Bean
	@ConditionalOnMissingBean(Context.class)
	static CurrentLambdaContext currentLambdaContext() {
		return new CurrentLambdaContext();
	}

}
