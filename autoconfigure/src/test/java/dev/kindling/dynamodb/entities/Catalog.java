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

package dev.kindling.dynamodb.entities;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Lists the entities.
 */
public final class Catalog {

	private Catalog() {
	}

	public static List<Class<?>> all() {
		List<Class<?>> types = new ArrayList<>();
		for (Class<?> holder : List.of(Beans.class, Immutables.class, Records.class)) {
			List<Class<?>> nested = new ArrayList<>(List.of(holder.getDeclaredClasses()));
			nested.sort((left, right) -> left.getName().compareTo(right.getName()));
			for (Class<?> type : nested) {
				if (isEntity(type)) {
					types.add(type);
				}
			}
		}
		return types;
	}

	private static boolean isEntity(Class<?> type) {
		return !Modifier.isAbstract(type.getModifiers()) && (type.isRecord()
				|| type.isAnnotationPresent(DynamoDbBean.class) || type.isAnnotationPresent(DynamoDbImmutable.class));
	}

}
