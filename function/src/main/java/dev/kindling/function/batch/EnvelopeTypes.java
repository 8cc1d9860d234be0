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

package dev.kindling.function.batch;

import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.payload.LambdaEvents;
import dev.kindling.function.payload.TypeProperties;
import org.jspecify.annotations.Nullable;

/**
 * Which envelopes a type wants: one that has an envelope's properties gets the envelope,
 * others get what is in it.
 */
public final class EnvelopeTypes {

	/**
	 * Envelopes of which a type may have nothing but the carrier.
	 */
	private static final Set<Envelope> ALONE = EnumSet.of(Envelope.KAFKA_EVENT, Envelope.ACTIVE_MQ_EVENT,
			Envelope.TRANSFORMATION, Envelope.S3_BATCH_JOB, Envelope.EVENT_BRIDGE);

	private final TypeProperties properties;

	private final boolean event;

	private final Map<Envelope, Fit> fits = new ConcurrentHashMap<>();

	public EnvelopeTypes(Type type, ObjectMapper mapper) {
		this.properties = new TypeProperties(type, LambdaEvents.mapper(type, mapper));
		this.event = LambdaEvents.isEvent(this.properties.type());
	}

	/**
	 * Whether the type wants the envelope rather than what is in it. Where its properties
	 * leave that open, it depends on whether it knows any of what is inside.
	 * @param envelope the envelope
	 * @param inside what is in it
	 */
	boolean wants(Envelope envelope, Supplier<@Nullable JsonNode> inside) {
		return switch (this.fits.computeIfAbsent(envelope, this::fit)) {
			case YES -> true;
			case NO -> false;
			case MAYBE -> !knowsSome(inside.get());
		};
	}

	/**
	 * Whether the type is the envelope by its properties alone.
	 */
	public boolean is(Envelope envelope) {
		return fit(envelope) == Fit.YES;
	}

	/**
	 * What the type knows of an envelope.
	 */
	JsonNode known(JsonNode envelope) {
		if (this.event || !this.properties.isKnown() || !(envelope instanceof ObjectNode)) {
			return envelope;
		}
		ObjectNode known = JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> property : envelope.properties()) {
			if (this.properties.takes(property.getKey())) {
				known.set(property.getKey(), property.getValue());
			}
		}
		return known;
	}

	private Fit fit(Envelope envelope) {
		if (this.event) {
			return envelope.isOf(this.properties.type()) ? Fit.YES : Fit.NO;
		}
		if (!this.properties.declares(envelope.carrier())) {
			return Fit.NO;
		}
		long others = envelope.others().stream().filter(this.properties::declares).count();
		if (envelope.isTelling() || others >= 2) {
			return Fit.YES;
		}
		return (others == 1 || (this.properties.count() == 1 && ALONE.contains(envelope))) ? Fit.MAYBE : Fit.NO;
	}

	private boolean knowsSome(@Nullable JsonNode inside) {
		if (inside == null) {
			return false;
		}
		for (Map.Entry<String, JsonNode> property : inside.properties()) {
			if (this.properties.takes(property.getKey())) {
				return true;
			}
		}
		return false;
	}

	private enum Fit {

		/** The type is this envelope. */
		YES,

		/** It has as much of it as something else may have. */
		MAYBE,

		/** It is something else. */
		NO

	}

}
