package com.example;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class Greeter {

	private static final String BASE = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";

	public static void main(String[] args) throws Exception {
		register("http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2020-01-01/extension/");
		while (true) {
			HttpURLConnection next = (HttpURLConnection) new URL(BASE + "next").openConnection();
			String event = read(next.getInputStream());
			String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
			if (event.contains("\"fail\"")) {
				post(BASE + id + "/error", "{\"errorType\":\"Odd\",\"errorMessage\":\"it went wrong\"}", null);
				continue;
			}
			String tables = post(System.getenv("AWS_ENDPOINT_URL_DYNAMODB"), "{}", "DynamoDB_20120810.ListTables");
			post(BASE + id + "/response",
					"{\"greeting\":\"" + System.getenv("GREETING") + "\",\"event\":" + event + ",\"tables\":" + tables + "}",
					null);
		}
	}

	/**
	 * As Kindling's loop does: a request for events that never come stays open.
	 */
	private static void register(String api) throws Exception {
		HttpURLConnection connection = (HttpURLConnection) new URL(api + "register").openConnection();
		connection.setDoOutput(true);
		connection.setRequestProperty("Lambda-Extension-Name", "greeter");
		connection.getOutputStream().write("{\"events\":[]}".getBytes(StandardCharsets.UTF_8));
		read(connection.getInputStream());
		String identifier = connection.getHeaderField("Lambda-Extension-Identifier");
		Thread events = new Thread(() -> {
			try {
				HttpURLConnection next = (HttpURLConnection) new URL(api + "event/next").openConnection();
				next.setRequestProperty("Lambda-Extension-Identifier", identifier);
				read(next.getInputStream());
			}
			catch (Exception ex) {
				// the Lambda has ended
			}
		});
		events.setDaemon(true);
		events.start();
	}

	private static String post(String url, String body, String target) throws Exception {
		HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
		connection.setDoOutput(true);
		if (target != null) {
			connection.setRequestProperty("X-Amz-Target", target);
			connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
			connection.setRequestProperty("Authorization",
					"AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local");
		}
		connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
		return read(connection.getInputStream());
	}

	private static String read(InputStream input) throws Exception {
		return new String(input.readAllBytes(), StandardCharsets.UTF_8);
	}

}
