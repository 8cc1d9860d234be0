package com.example;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class Greeter {

	private static final String BASE = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";

	public static void main(String[] args) throws Exception {
		while (true) {
			HttpURLConnection next = (HttpURLConnection) new URL(BASE + "next").openConnection();
			String event = read(next.getInputStream());
			String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
			if (event.contains("sleep")) {
				Thread.sleep(1500);
			}
			HttpURLConnection answer = (HttpURLConnection) new URL(BASE + id + "/response").openConnection();
			answer.setDoOutput(true);
			answer.getOutputStream().write(("\"" + Greeting.text() + " " + resource() + "\"").getBytes(StandardCharsets.UTF_8));
			read(answer.getInputStream());
		}
	}

	private static String resource() throws Exception {
		try (InputStream input = Greeter.class.getResourceAsStream("/greeting.txt")) {
			return (input != null) ? read(input).strip() : "nobody";
		}
	}

	private static String read(InputStream input) throws Exception {
		return new String(input.readAllBytes(), StandardCharsets.UTF_8);
	}

}
