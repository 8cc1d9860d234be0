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

package dev.kindling.function.payload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.corpus.EventComparison;
import dev.kindling.function.corpus.PublishedEvent;
import dev.kindling.function.events.LambdaEventsMapper;
import dev.kindling.start.FrozenObjectMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The classes of AWS's events are read as AWS writes them.
 */
class LambdaEventsUnitTests {

	private static final ObjectMapper MAPPER = LambdaEventsMapper.instance();

	/**
	 * Every value of an event comes through, except those that the event's class has no
	 * property for: {@code unmodelled-values.txt} lists them, with all that is below, and
	 * none that comes through.
	 */
	@Test
	void readsThePublishedEvents() throws Exception {
		assumeEvents();
		Set<String> lost = new TreeSet<>();
		for (PublishedEvent event : PublishedEvent.all()) {
			byte[] json = event.json();
			EventComparison comparison = EventComparison.of(MAPPER.readTree(json),
					MAPPER.readTree(MAPPER.writeValueAsBytes(read(event.type(), json))));
			System.out.println(comparison.line(event));
			comparison.lost().forEach((path) -> lost.add(event.file() + " " + path));
		}
		assertThat(PublishedEvent.unexpected(lost)).isEmpty();
	}

	@Test
	void accountsForEachPublishedEvent() throws Exception {
		assumeEvents();
		try (Stream<Path> files = Files.list(PublishedEvent.folder())) {
			assertThat(files.map((file) -> file.getFileName().toString().replace(".json", "")))
				.containsExactlyInAnyOrderElementsOf(Stream
					.of(PublishedEvent.all().stream().map(PublishedEvent::file), PublishedEvent.withoutClass().stream(),
							Stream.of(PublishedEvent.malformed().file()))
					.flatMap(Function.identity())
					.toList());
		}
	}

	@Test
	void refusesThePublishedEventThatIsNoJson() {
		assumeEvents();
		PublishedEvent event = PublishedEvent.malformed();
		assertThatExceptionOfType(InvalidPayloadException.class).isThrownBy(() -> read(event.type(), event.json()))
			.withMessageContaining("The event");
	}

	private static void assumeEvents() {
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
	}

	private static Object read(String type, byte[] json) throws ClassNotFoundException {
		Object event = InputReader
			.of(Class.forName("com.amazonaws.services.lambda.runtime.events." + type), FrozenObjectMapper.instance())
			.read(json, "The event");
		assertThat(event).isNotNull();
		return event;
	}

	@Test
	void readsOddNamesAndDates() throws Exception {
		SNSEvent sns = (SNSEvent) read("SNSEvent", """
				{"Records":[{"EventSource":"aws:sns","Sns":{"MessageId":"m","Message":"hello",\
				"Timestamp":"2026-01-02T03:04:05.678Z","SigningCertUrl":"https://example.com/cert"}}]}""".getBytes());
		assertThat(sns.getRecords().get(0).getSNS().getMessage()).isEqualTo("hello");
		assertThat(sns.getRecords().get(0).getSNS().getTimestamp().getMillis()).isEqualTo(1767323045678L);
		assertThat(sns.getRecords().get(0).getSNS().getSigningCertUrl()).isEqualTo("https://example.com/cert");
		ScheduledEvent scheduled = (ScheduledEvent) read("ScheduledEvent",
				"{\"detail-type\":\"Scheduled Event\",\"time\":\"2026-01-02T03:04:05Z\"}".getBytes());
		assertThat(scheduled.getDetailType()).isEqualTo("Scheduled Event");
		DynamodbEvent dynamodb = (DynamodbEvent) read("DynamodbEvent", """
				{"Records":[{"eventName":"INSERT","dynamodb":{"ApproximateCreationDateTime":1.5,"SizeBytes":7,\
				"NewImage":{"a":{"S":"x"},"b":{"BOOL":true},"c":{"NULL":true},"d":{"NS":["1"]},"e":{"B":"AQ=="}}}}]}"""
			.getBytes());
		var record = dynamodb.getRecords().get(0).getDynamodb();
		assertThat(record.getApproximateCreationDateTime().getTime()).isEqualTo(1500);
		assertThat(record.getNewImage().get("a").getS()).isEqualTo("x");
		assertThat(record.getNewImage().get("b").getBOOL()).isTrue();
		assertThat(record.getNewImage().get("c").getNULL()).isTrue();
		assertThat(record.getNewImage().get("d").getNS()).containsExactly("1");
		assertThat(record.getNewImage().get("e").getB().get(0)).isEqualTo((byte) 1);
		KinesisEvent kinesis = (KinesisEvent) read("KinesisEvent", """
				{"Records":[{"eventSource":"aws:kinesis","kinesis":{"data":"AQ==","sequenceNumber":"1",\
				"approximateArrivalTimestamp":1.25}}]}""".getBytes());
		assertThat(kinesis.getRecords().get(0).getKinesis().getApproximateArrivalTimestamp().getTime()).isEqualTo(1250);
		S3Event s3 = (S3Event) read("S3Event", """
				{"Records":[{"eventTime":"2026-01-02T03:04:05Z","awsRegion":"eu-central-1",\
				"responseElements":{"x-amz-id-2":"i","x-amz-request-id":"r"},"s3":{"bucket":{"name":"b",\
				"arn":"a"},"object":{"key":"k+1","size":9,"eTag":"e"}}}]}""".getBytes());
		assertThat(((S3Event) read("S3Event", "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"k\"}}}]}".getBytes()))
			.getRecords()
			.get(0)
			.getEventTime()).isNull();
		assertThat(s3.getRecords().get(0).getS3().getObject().getVersionId()).isEmpty();
		assertThat(s3.getRecords().get(0).getResponseElements().getxAmzId2()).isEqualTo("i");
		assertThat(MAPPER.writeValueAsString(s3)).contains("\"x-amz-id-2\":\"i\"", "\"x-amz-request-id\":\"r\"");
		assertThat(s3.getRecords().get(0).getAwsRegion()).isEqualTo("eu-central-1");
		assertThat(s3.getRecords().get(0).getS3().getBucket().getName()).isEqualTo("b");
		assertThat(s3.getRecords().get(0).getS3().getObject().getUrlDecodedKey()).isEqualTo("k 1");
	}

}
