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

package dev.kindling.test.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;

/**
 * Tells the function of a DynamoDB container that the test declares for Spring Boot. The
 * beans that Boot makes of it stay in the test's own context, while the function may be
 * in another process: that learns the address from its environment. Neither Boot's nor
 * Testcontainers' classes need to be there.
 */
final class ServiceConnections {

	private static final String ANNOTATION = "org.springframework.boot.testcontainers.service.connection.ServiceConnection";

	private static final int PORT = 8000;

	private ServiceConnections() {
	}

	static void addTo(Map<String, String> environment, Class<?> test) {
		for (Class<?> type = test; type != null && type != Object.class; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (Modifier.isStatic(field.getModifiers()) && isServiceConnection(field)) {
					add(environment, field);
				}
			}
		}
	}

	private static boolean isServiceConnection(Field field) {
		for (Annotation annotation : field.getAnnotations()) {
			if (annotation.annotationType().getName().equals(ANNOTATION)) {
				return true;
			}
		}
		return false;
	}

	private static void add(Map<String, String> environment, Field field) {
		try {
			field.setAccessible(true);
			Object container = field.get(null);
			Class<?> type = container.getClass();
			String image = (String) type.getMethod("getDockerImageName").invoke(container);
			if (image.contains("dynamodb")) {
				Object host = type.getMethod("getHost").invoke(container);
				Object port = type.getMethod("getMappedPort", int.class).invoke(container, PORT);
				environment.putIfAbsent("AWS_ENDPOINT_URL_DYNAMODB", "http://" + host + ":" + port);
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The container in " + field + " doesn't tell where it listens", ex);
		}
	}

}
