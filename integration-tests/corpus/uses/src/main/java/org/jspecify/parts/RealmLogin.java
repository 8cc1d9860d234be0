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

package org.jspecify.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Who has logged in to a database of H2 that knows a realm from a file.
 */
final class RealmLogin {

	private static final String REALMS = """
			<h2Auth allowUserRegistration="true" createMissingRoles="true">
				<realm name="parts" validatorClass="org.h2.security.auth.impl.StaticUserCredentialsValidator">
					<property name="userNamePattern" value="STAFF"/>
					<property name="password" value="secret"/>
				</realm>
			</h2Auth>
			""";

	private static final String DATABASE = "jdbc:h2:mem:realms";

	private RealmLogin() {
	}

	static String user() throws Exception {
		Path file = Files.writeString(Files.createTempFile("realms", ".xml"), REALMS);
		System.setProperty("h2.authConfigFile", file.toUri().toString());
		try (Connection open = DriverManager.getConnection(DATABASE, "sa", "")) {
			try (Statement statement = open.createStatement()) {
				statement.execute("SET AUTHENTICATOR TRUE");
			}
			try (Connection connection = DriverManager.getConnection(DATABASE + ";AUTHREALM=PARTS", "STAFF", "secret");
					Statement statement = connection.createStatement();
					ResultSet user = statement.executeQuery("SELECT CURRENT_USER")) {
				user.next();
				return user.getString(1);
			}
		}
		finally {
			System.clearProperty("h2.authConfigFile");
			Files.delete(file);
		}
	}

}
