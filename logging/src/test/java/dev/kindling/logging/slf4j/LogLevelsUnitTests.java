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

package dev.kindling.logging.slf4j;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LogLevel}, {@link LevelTable}, {@link LogSettings} and
 * {@link LambdaLogging}.
 */
class LogLevelsUnitTests {

	@AfterEach
	void takeBack() {
		Map<String, LogLevel> none = new HashMap<>();
		LambdaLogging.levels().levels().keySet().forEach((name) -> none.put(name, null));
		none.put("ROOT", null);
		LambdaLogging.setLevels(none);
	}

	@Test
	void aLoggerHasTheLevelOfTheNearestAbove() {
		LevelTable table = new LevelTable(LogLevel.WARN, Map.of("com.example", LogLevel.INFO, "com.example.web.Page",
				LogLevel.DEBUG, "com.example.web", LogLevel.OFF));
		assertThat(table.effective("com.example.Orders")).isEqualTo(LogLevel.INFO);
		assertThat(table.effective("com.example.web.Page")).isEqualTo(LogLevel.DEBUG);
		assertThat(table.effective("com.example.web.Page$Part")).isEqualTo(LogLevel.DEBUG);
		assertThat(table.effective("com.example.web.Other")).isEqualTo(LogLevel.OFF);
		assertThat(table.effective("com.examples")).isEqualTo(LogLevel.WARN);
		assertThat(table.effective("ROOT")).isEqualTo(LogLevel.WARN);
	}

	@Test
	void readsLambdasLevelsAndSprings() {
		assertThat(LogLevel.of("fatal")).isEqualTo(LogLevel.ERROR);
		assertThat(LogLevel.of(" Debug ")).isEqualTo(LogLevel.DEBUG);
		assertThat(LogLevel.of("false")).isEqualTo(LogLevel.OFF);
		assertThatIllegalArgumentException().isThrownBy(() -> LogLevel.of("loud"))
			.withMessage("'loud' is no log level: use TRACE, DEBUG, INFO, WARN, ERROR, FATAL or OFF");
	}

	@Test
	void separatesLinesByCarriageReturnsOnlyWhereLambdaNeedsIt() {
		assertThat(LogSettings.of(Map.of()).returns()).isFalse();
		assertThat(LogSettings.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f")).returns()).isTrue();
		assertThat(LogSettings.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "AWS_SAM_LOCAL", "true")).returns())
			.isFalse();
		assertThat(LogSettings.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "AWS_EXECUTION_ENV", "AWS_Lambda_java21"))
			.returns()).isFalse();
	}

	@Test
	void aChangeReachesLoggersThatExist() {
		LambdaLogger logger = new LambdaLogger("com.example.Orders");
		assertThat(logger.isDebugEnabled()).isFalse();
		LambdaLogging.setLevel("com.example", LogLevel.DEBUG);
		assertThat(logger.isDebugEnabled()).isTrue();
		assertThat(logger.isEnabledForLevel(Level.TRACE)).isFalse();
		LambdaLogging.setLevel("com.example", null);
		assertThat(logger.isDebugEnabled()).isFalse();
		LambdaLogging.setLevel("root", LogLevel.OFF);
		assertThat(logger.isErrorEnabled()).isFalse();
		assertThat(LambdaLogging.getLevel("ROOT")).isEqualTo(LogLevel.OFF);
	}

	@Test
	void tellsWhichLevelIsSetAndWhichApplies() {
		LambdaLogging.setLevel("com.example", LogLevel.ERROR);
		assertThat(LambdaLogging.getLevel("com.example.Orders")).isNull();
		assertThat(LambdaLogging.getEffectiveLevel("com.example.Orders")).isEqualTo(LogLevel.ERROR);
		assertThat(LambdaLogging.getLoggers()).contains("com.example").doesNotContain("ROOT");
	}

}
