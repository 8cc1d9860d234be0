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

package dev.kindling.dynamodb.priming;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.client.ClientConfiguration;
import dev.kindling.dynamodb.client.Connection;
import dev.kindling.dynamodb.table.DynamoDbTables;
import dev.kindling.http.KindlingHttpClient;
import dev.kindling.image.ImagePart;
import dev.kindling.start.InitTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Makes the first call to DynamoDB while Lambda initialises the function, with all of the
 * processor, instead of during the first invocation with a fraction of it. What fails is
 * logged at debug level and forgotten.
 */
public final class DynamoDbPriming implements InitTask, BeanFactoryAware, SmartInitializingSingleton {

	/**
	 * Known to the analysis, so that an executable needn't bring what describes tables.
	 */
	private static final boolean DESCRIBES = !ImagePart.TABLE_DESCRIPTIONS.isLeftOut();

	private static final String CONNECTION = "dev.kindling.dynamodb.primedConnection";

	private static final long LIMIT_MILLIS = 1000;

	private static final String NO_KEY = "\u0000kindling.priming";

	private static final String NO_NUMBER = "-9.9999999999999999999999999999999999999E+125";

	private final FutureTask<@Nullable Void> task = new FutureTask<>(this::prime, null);

	private @Nullable ListableBeanFactory beanFactory;

	public DynamoDbPriming() {
	}

	/**
	 * Connects before any bean is created; called by generated code.
	 * @param beanFactory where the connection is kept for the client
	 * @param environment where properties are
	 */
	public static void connect(DefaultListableBeanFactory beanFactory, Environment environment) {
		DynamoDbProperties properties = new DynamoDbProperties(environment);
		URI endpoint = Connection.endpoint(properties, null);
		if (!PrimingMode.isOn(properties, endpoint)) {
			return;
		}
		URI uri = PrimedConnection.uri(properties, endpoint, Connection.givenRegion(properties, null));
		if (uri != null) {
			PrimedConnection connection = new PrimedConnection(ClientConfiguration.httpClient(properties));
			connection.start(uri);
			beanFactory.registerSingleton(CONNECTION, connection);
		}
	}

	/**
	 * The HTTP client for DynamoDB's client. If generated code hasn't let it connect, it
	 * connects from now on, while the rest of the application starts. It is declared by
	 * the SDK's type, as this class is introspected where Kindling's is left out, too.
	 */
	public static SdkHttpClient httpClient(ListableBeanFactory beanFactory, DynamoDbProperties properties,
			Connection connection) {
		PrimedConnection early = connection(beanFactory);
		if (early != null) {
			return early.client();
		}
		KindlingHttpClient client = ClientConfiguration.httpClient(properties);
		URI uri = PrimingMode.isOn(properties, connection.endpoint())
				? PrimedConnection.uri(properties, connection.endpoint(), connection.region().id()) : null;
		if (uri != null && beanFactory instanceof SingletonBeanRegistry singletons) {
			PrimedConnection primed = new PrimedConnection(client);
			primed.start(uri);
			singletons.registerSingleton(CONNECTION, primed);
		}
		return client;
	}

	private static @Nullable PrimedConnection connection(BeanFactory beanFactory) {
		return beanFactory.containsBean(CONNECTION) ? beanFactory.getBean(CONNECTION, PrimedConnection.class) : null;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		DynamoDbProperties properties = new DynamoDbProperties(beanFactory().getBean(Environment.class));
		DynamoDbConnectionDetails details = beanFactory().getBeanProvider(DynamoDbConnectionDetails.class)
			.getIfUnique();
		if (PrimingMode.isOn(properties, Connection.endpoint(properties, details))) {
			Thread thread = new Thread(this.task, "dynamodb-priming");
			thread.setDaemon(true);
			thread.start();
		}
		else {
			this.task.cancel(false);
		}
	}

	@Override
	public Future<?> running() {
		return this.task;
	}

	private void prime() {
		long begin = System.nanoTime();
		try {
			DynamoDbProperties properties = new DynamoDbProperties(beanFactory().getBean(Environment.class));
			PrimingCall call = properties.choice(PrimingCall.PROPERTY, PrimingCall.values(), PrimingCall.GET_ITEM);
			if (call == PrimingCall.CONNECT) {
				// connects when it is made
				beanFactory().getBeanProvider(DynamoDbClient.class).getIfUnique();
			}
			PrimedConnection connection = connection(beanFactory());
			if (connection != null) {
				connection.await(LIMIT_MILLIS);
			}
			List<DynamoDbTable<?>> tables = beanFactory().getBean(DynamoDbTables.class).made();
			for (DynamoDbTable<?> table : tables) {
				if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) >= LIMIT_MILLIS) {
					// the invocation is there, and would share processor and connection
					return;
				}
				prime(table, call);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger().debug("DynamoDB can't be primed", ex);
		}
	}

	private void prime(DynamoDbTable<?> table, PrimingCall call) {
		try {
			switch (call) {
				case GET_ITEM -> table.getItem(missingKey(table));
				case DESCRIBE_TABLE -> describe(table);
				case CONNECT -> {
					// connected already
				}
			}
		}
		catch (RuntimeException ex) {
			logger().debug("Table {} can't be primed", table.tableName(), ex);
		}
	}

	private void describe(DynamoDbTable<?> table) {
		if (DESCRIBES) {
			beanFactory().getBean(DynamoDbClient.class)
				.describeTable((describe) -> describe.tableName(table.tableName()));
		}
		else {
			logger().warn("This executable can't describe tables: set '" + DynamoDbProperties.PREFIX
					+ PrimingCall.PROPERTY + "' to describe-table when it is built. DynamoDB isn't primed.");
		}
	}

	private static Key missingKey(DynamoDbTable<?> table) {
		Key.Builder key = Key.builder();
		int index = 0;
		for (KeyAttributeMetadata attribute : table.tableSchema().tableMetadata().keyAttributes()) {
			if (table.tableSchema().tableMetadata().primaryKeys().contains(attribute.name())) {
				AttributeValue value = missing(attribute.attributeValueType());
				if (index++ == 0) {
					key.partitionValue(value);
				}
				else {
					key.sortValue(value);
				}
			}
		}
		return key.build();
	}

	private static AttributeValue missing(AttributeValueType type) {
		return switch (type) {
			case N -> AttributeValue.fromN(NO_NUMBER);
			case B -> AttributeValue.fromB(SdkBytes.fromUtf8String(NO_KEY));
			default -> AttributeValue.fromS(NO_KEY);
		};
	}

	private ListableBeanFactory beanFactory() {
		if (this.beanFactory == null) {
			throw new IllegalStateException("Only a bean can prime");
		}
		return this.beanFactory;
	}

	private static Logger logger() {
		return LoggerFactory.getLogger(DynamoDbPriming.class);
	}

}
