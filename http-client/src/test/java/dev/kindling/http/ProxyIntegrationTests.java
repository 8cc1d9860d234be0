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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Which proxy is taken, and what it is told.
 */
class ProxyIntegrationTests {

	private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

	private static void answer(TestServer.Peer peer) throws Exception {
		for (TestServer.Received request = peer.receive(); request != null; request = peer.receive()) {
			peer.answer(request.target());
		}
	}

	/**
	 * A proxy that forwards and tunnels.
	 */
	private void proxy(TestServer.Peer peer) throws Exception {
		for (String head = peer.receiveHead(); head != null; head = peer.receiveHead()) {
			this.heads.add(head);
			String target = head.split(" ", 3)[1];
			if (head.startsWith("CONNECT ")) {
				tunnel(peer, target);
				return;
			}
			peer.answer("forwarded " + target);
		}
	}

	private static void tunnel(TestServer.Peer peer, String target) throws IOException, InterruptedException {
		int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
		try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
			peer.send("HTTP/1.1 200 Connection established\r\n\r\n");
			Thread back = new Thread(() -> copy(socket, peer.socket()));
			back.start();
			InputStream input = peer.input();
			OutputStream output = socket.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int count = input.read(buffer); count > 0; count = input.read(buffer)) {
				output.write(buffer, 0, count);
			}
		}
	}

	private static void copy(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One of them has gone
		}
	}

	private static KindlingHttpClient through(TestServer proxy, String user, String password) {
		ProxyConfiguration.Builder configuration = ProxyConfiguration.builder().endpoint(proxy.uri());
		if (user != null) {
			configuration.username(user).password(password);
		}
		return Tls.client((builder) -> builder.proxyConfiguration(configuration.build()));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void forwardsPlainRequests(boolean secureProxy) throws Exception {
		try (TestServer proxy = Tls.server(secureProxy, this::proxy);
				KindlingHttpClient client = through(proxy, "user", "secret")) {
			URI uri = URI.create("http://service.example:8000/path?query=1");
			for (int i = 0; i < 3; i++) {
				assertThat(Requests.text(Requests.get(client, uri).call()))
					.isEqualTo("forwarded http://service.example:8000/path?query=1");
			}
			assertThat(proxy.accepted()).isOne();
			assertThat(this.heads.get(0)).contains("Host: service.example:8000")
				.contains("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tunnelsTls(boolean secureProxy) throws Exception {
		try (TestServer server = Tls.server(true, ProxyIntegrationTests::answer);
				TestServer proxy = Tls.server(secureProxy, this::proxy);
				KindlingHttpClient client = through(proxy, "user", "secret")) {
			for (int i = 0; i < 3; i++) {
				assertThat(Requests.text(Requests.get(client, server.uri().resolve("/path")).call()))
					.isEqualTo("/path");
			}
			assertThat(this.heads).singleElement()
				.asString()
				.startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")
				.contains("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=");
		}
	}

	@Test
	void doesNotSendTheCredentialsToTheServer() throws Exception {
		List<String> received = Collections.synchronizedList(new ArrayList<>());
		try (TestServer server = Tls.server(true, (peer) -> {
			received.add(peer.receiveHead());
			peer.answer("");
		});
				TestServer proxy = Tls.server(false, this::proxy);
				KindlingHttpClient client = through(proxy, "user", "secret")) {
			Requests.get(client, server.uri()).call();
			assertThat(received).singleElement().asString().doesNotContainIgnoringCase("proxy");
		}
	}

	@ParameterizedTest
	@CsvSource({ "407,asks for a user name and password", "502,answers status 502 to CONNECT localhost:1" })
	void saysThatTheProxyRefuses(int status, String message) throws Exception {
		try (TestServer proxy = Tls.server(false, (peer) -> {
			peer.receiveHead();
			peer.send("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
		}); KindlingHttpClient client = through(proxy, null, null)) {
			assertThatThrownBy(() -> Requests.get(client, URI.create("https://localhost:1")).call())
				.isInstanceOf(IOException.class)
				.hasMessageContaining("The proxy localhost:" + proxy.port())
				.hasMessageContaining(message);
		}
	}

	private static ProxyServer find(ProxyConfiguration configuration, Map<String, String> properties,
			Map<String, String> environment, String uri) {
		return new ProxySelection(configuration, properties::get, environment::get).find(Route.of(URI.create(uri)));
	}

	private static ProxyServer find(Map<String, String> environment, String uri) {
		return find(ProxyConfiguration.builder().build(), Map.of(), environment, uri);
	}

	@Test
	void readsTheEnvironment() {
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://us%2Fer:p%40ss+@proxy.example:3128",
				"http_proxy", "plain.example");
		ProxyServer secure = find(environment, "https://dynamodb.eu-west-1.amazonaws.com");
		assertThat(secure.address()).isEqualTo(new Route(false, "proxy.example", 3128));
		assertThat(secure.authorization()).isEqualTo(ProxyServer.basic("us/er", "p@ss+"));
		assertThat(secure.toString()).isEqualTo("http://proxy.example:3128");
		assertThat(find(environment, "http://localhost:8000").address())
			.isEqualTo(new Route(false, "plain.example", 80));
		assertThat(find(Map.of(), "https://example.com")).isNull();
		assertThat(find(Map.of("HTTPS_PROXY", ""), "https://example.com")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "*|example.com|true", "example.com|example.com|true", "example.com|EXAMPLE.com|true",
					"example.com|sub.example.com|true", "example.com|notexample.com|false",
					".example.com|sub.example.com|true", ".example.com|example.com|true",
					"*.example.com|sub.example.com|true", "a.b, example.com ,c.d|example.com|true",
					"a.b example.com c.d|example.com|true", "a*.example.*m|ab.example.com|true", "a*b*c|abc|true",
					"a*b*c|acb|false", "*ab*|cab|true", "ab*ba|aba|false", "*.com*|example.com|true",
					"example.com:8443|example.com|false", "example.com:443|example.com|true",
					"10.0.0.0/8|10.1.2.3|true", "10.0.0.0/8|11.1.2.3|false", "10.0.0.0/8|ten.example|false",
					"169.254.0.0/16|169.254.169.254|true", "fd00::/8|fd00::1|true", "[fd00::1]:443|fd00::1|true",
					"fd00::1|fd00::1|true", "10.0.0.0/x|10.1.2.3|false", ",,|example.com|false", "|example.com|false" })
	void readsNoProxy(String entries, String host, boolean direct) {
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY",
				(entries != null) ? entries : "");
		String authority = (host.indexOf(':') >= 0) ? '[' + host + ']' : host;
		assertThat(find(environment, "https://" + authority) == null).isEqualTo(direct);
	}

	@Test
	void prefersTheBuilderOverPropertiesAndThoseOverTheEnvironment() {
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://environment.example:1");
		Map<String, String> properties = Map.of("https.proxyHost", "properties.example", "https.proxyPort", "2",
				"https.proxyUser", "user", "https.proxyPassword", "secret", "http.nonProxyHosts", "*.internal|10.*");
		ProxyConfiguration none = ProxyConfiguration.builder().build();
		ProxyServer byProperty = find(none, properties, environment, "https://example.com");
		assertThat(byProperty.address()).isEqualTo(new Route(false, "properties.example", 2));
		assertThat(byProperty.authorization()).isEqualTo(ProxyServer.basic("user", "secret"));
		assertThat(find(none, properties, environment, "https://a.internal")).isNull();
		assertThat(find(none, properties, environment, "https://10.0.0.1")).isNull();
		ProxyConfiguration built = ProxyConfiguration.builder()
			.endpoint(URI.create("http://builder.example:3"))
			.nonProxyHosts(List.of("direct.example", "*.direct.example"))
			.build();
		assertThat(find(built, properties, environment, "https://example.com").address().host())
			.isEqualTo("builder.example");
		assertThat(find(built, properties, environment, "https://sub.direct.example")).isNull();
		ProxyConfiguration off = ProxyConfiguration.builder()
			.useSystemPropertyValues(false)
			.useEnvironmentVariableValues(false)
			.build();
		assertThat(find(off, properties, environment, "https://example.com")).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "socks5://user:secret@proxy.example:1080", "http://user:secret@", "http://us er:secret@host" })
	void namesAMalformedProxyWithoutQuotingIt(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> find(Map.of("HTTPS_PROXY", url), "https://example.com"))
			.withMessageContaining("the environment variable HTTPS_PROXY")
			.withMessageNotContaining("secret")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "a.internal", "10.1.2.3" })
	void heedsTheExclusionsOfTheSourceBesideABuildersEndpoint(String host) {
		ProxyConfiguration built = ProxyConfiguration.builder()
			.endpoint(URI.create("http://builder.example:3"))
			.build();
		Map<String, String> environment = Map.of("no_proxy", "169.254.0.0/16,.internal,10.0.0.0/8");
		Map<String, String> properties = Map.of("http.nonProxyHosts", "169.254.*|*.internal|10.*");
		for (String scheme : List.of("http://", "https://")) {
			assertThat(find(built, Map.of(), environment, scheme + host)).isNull();
			assertThat(find(built, properties, Map.of(), scheme + host)).isNull();
			assertThat(find(built, Map.of(), environment, scheme + "example.com")).isNotNull();
			assertThat(find(built, properties, environment, scheme + "example.com")).isNotNull();
		}
	}

	@Test
	void asksTheSourceThatSaysAnythingForWhatTheBuilderLeavesUnset() {
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://eve:env@environment.example:1", "NO_PROXY",
				"direct.example");
		ProxyConfiguration endpoint = ProxyConfiguration.builder()
			.endpoint(URI.create("http://builder.example:3"))
			.build();
		ProxyServer server = find(endpoint, Map.of(), environment, "https://example.com");
		assertThat(server)
			.isEqualTo(new ProxyServer(new Route(false, "builder.example", 3), ProxyServer.basic("eve", "env")));
		Map<String, String> properties = Map.of("https.proxyUser", "paul");
		assertThat(find(endpoint, properties, environment, "https://example.com").authorization())
			.isEqualTo(ProxyServer.basic("paul", ""));
		assertThat(find(endpoint, properties, environment, "https://direct.example")).isNotNull();
		ProxyConfiguration password = ProxyConfiguration.builder().password("built").build();
		assertThat(find(password, Map.of(), environment, "https://example.com"))
			.isEqualTo(new ProxyServer(new Route(false, "environment.example", 1), ProxyServer.basic("eve", "built")));
		assertThat(find(password, properties, Map.of(), "https://example.com")).isNull();
	}

	@Test
	void takesTheCredentialsOfTheEndpointBeforeThoseOfTheSources() {
		ProxyConfiguration endpoint = ProxyConfiguration.builder()
			.endpoint(URI.create("http://ann:url@builder.example:3"))
			.build();
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://eve:env@environment.example:1");
		assertThat(find(endpoint, Map.of(), environment, "https://example.com").authorization())
			.isEqualTo(ProxyServer.basic("ann", "url"));
	}

	@Test
	void letsTheBuildersExclusionsReplaceAllOthers() {
		ProxyConfiguration none = ProxyConfiguration.builder().nonProxyHosts(List.of()).build();
		Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.example:1", "NO_PROXY", "*");
		assertThat(find(none, Map.of(), environment, "https://example.com")).isNotNull();
		ProxyConfiguration some = ProxyConfiguration.builder().nonProxyHosts(List.of("direct.example")).build();
		assertThat(find(some, Map.of(), environment, "https://direct.example")).isNull();
		assertThat(find(some, Map.of(), environment, "https://example.com")).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "https.proxyHost,https://example.com,443", "http.proxyHost,http://localhost,80",
			"http.proxyHost,http://127.0.0.1,80" })
	void takesThePropertiesForAnyHostAndTheirStandardPort(String property, String uri, int port) {
		ProxyConfiguration none = ProxyConfiguration.builder().build();
		assertThat(find(none, Map.of(property, "proxy.example"), Map.of(), uri).address())
			.isEqualTo(new Route(false, "proxy.example", port));
		assertThat(find(none, Map.of(property, "::1"), Map.of(), uri).address())
			.isEqualTo(new Route(false, "::1", port));
	}

	@Test
	void needsNoProxyThatItDoesNotUse() {
		ProxyConfiguration endpoint = ProxyConfiguration.builder()
			.endpoint(URI.create("http://builder.example:3"))
			.build();
		Map<String, String> environment = Map.of("HTTPS_PROXY", "socks5://user:secret@proxy.example:1080");
		assertThat(find(endpoint, Map.of(), environment, "https://example.com"))
			.isEqualTo(new ProxyServer(new Route(false, "builder.example", 3), null));
	}

	@Test
	void refusesAUserWhereNothingCanNameAProxy() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ProxyConfiguration.builder()
				.username("user")
				.useSystemPropertyValues(false)
				.useEnvironmentVariableValues(false)
				.build())
			.withMessageContaining("need a proxy");
	}

}
