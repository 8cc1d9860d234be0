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

package dev.kindling.corpus.plain.configurationproperties;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

@ConfigurationProperties("configurationproperties.types")
record Types(Duration duration, @DurationUnit(ChronoUnit.SECONDS) Duration seconds, DataSize size,
		@DataSizeUnit(DataUnit.KILOBYTES) DataSize kilobytes, Period period, Charset charset, Pattern pattern,
		InetAddress address, Locale locale, ZoneId zone, Currency currency, URI uri, UUID uuid, Class<?> type,
		ChronoUnit unit, byte[] bytes, BigDecimal decimal, char letter, Resource resource) {

	@Override
	public String toString() {
		return String.join(" ", String.valueOf(this.duration), String.valueOf(this.seconds), String.valueOf(this.size),
				String.valueOf(this.kilobytes), String.valueOf(this.period), String.valueOf(this.charset),
				String.valueOf(this.pattern), this.address.getHostAddress(), this.locale.toLanguageTag(),
				String.valueOf(this.zone), String.valueOf(this.currency), String.valueOf(this.uri),
				String.valueOf(this.uuid), this.type.getName(), this.unit.name(), String.valueOf(this.bytes.length),
				String.valueOf(this.decimal), String.valueOf(this.letter), this.resource.getFilename());
	}

}
