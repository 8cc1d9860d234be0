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

package dev.kindling.corpus.web.jwt;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Shows: decoding and validation of JWTs with a public key.
 */
@SpringBootApplication
public class JwtApplication {

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(JwtApplication.class, args);
	}

	@Bean
	JwtDecoder jwtDecoder(@Value("${jwt.key}") RSAPublicKey key) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key).build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer("https://issuer.example"));
		return decoder;
	}

	@Bean
	Function<Map<String, String>, List<String>> jwt(JwtDecoder decoder) {
		return (event) -> {
			try {
				Jwt token = decoder.decode(event.get("token"));
				return List.of(token.getSubject(), token.getClaimAsString("scope"),
						String.valueOf(token.getExpiresAt()));
			}
			catch (JwtException ex) {
				return List.of(ex.getMessage());
			}
		};
	}

}
