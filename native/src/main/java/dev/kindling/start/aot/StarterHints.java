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

package dev.kindling.start.aot;

import java.util.List;

/**
 * Which classes hints name, besides those of the beans themselves, that are of no use
 * where the starter's beans leave.
 */
final class StarterHints {

	private StarterHints() {
	}

	/**
	 * The beginnings of the names of the classes.
	 */
	static List<String> of(StarterBeans beans) {
		return switch (beans) {
			case FUNCTION_CATALOG -> List.of("org.springframework.cloud.function.");
			case SSL_BUNDLES -> List.of("org.springframework.boot.autoconfigure.ssl.");
			case SQL_SCRIPTS -> List.of("org.springframework.boot.sql.init.dependency.",
					"org.springframework.boot.autoconfigure.batch.JobRepositoryDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializerDatabaseInitializerDetector",
					"org.springframework.boot.autoconfigure.quartz.SchedulerDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.autoconfigure.session.JdbcIndexedSessionRepositoryDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.flyway.FlywayDatabaseInitializerDetector",
					"org.springframework.boot.jdbc.SpringJdbcDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializerDetector",
					"org.springframework.boot.jooq.JooqDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.liquibase.LiquibaseDatabaseInitializerDetector",
					"org.springframework.boot.orm.jpa.JpaDatabaseInitializerDetector",
					"org.springframework.boot.orm.jpa.JpaDependsOnDatabaseInitializationDetector",
					"org.springframework.boot.r2dbc.init.R2dbcScriptDatabaseInitializerDetector");
			default -> List.of();
		};
	}

}
