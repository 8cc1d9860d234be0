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
package dev.kindling.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollector;
import software.amazon.awssdk.metrics.NoOpMetricCollector;

/**
 * Reports what the SDK expects of a client about each call. The status code is reported
 * by the SDK itself.
 *
 * @see HttpMetric
 */
final class Metrics {

	private Metrics() {
	}

	/**
	 * The request's collector, unless nobody listens.
	 */
	static @Nullable MetricCollector collector(HttpExecuteRequest request) {
		MetricCollector collector = request.metricCollector().orElse(null);
		return (collector instanceof NoOpMetricCollector) ? null : collector;
	}

	static void report(MetricCollector collector, String clientName, ConnectionPool pool, long acquireNanos) {
		int[] usage = pool.usage();
		collector.reportMetric(HttpMetric.HTTP_CLIENT_NAME, clientName);
		collector.reportMetric(HttpMetric.MAX_CONCURRENCY, pool.maxConnections());
		collector.reportMetric(HttpMetric.AVAILABLE_CONCURRENCY, usage[0]);
		collector.reportMetric(HttpMetric.LEASED_CONCURRENCY, usage[1]);
		collector.reportMetric(HttpMetric.PENDING_CONCURRENCY_ACQUIRES, usage[2]);
		collector.reportMetric(HttpMetric.CONCURRENCY_ACQUIRE_DURATION, Duration.ofNanos(acquireNanos));
	}

}
