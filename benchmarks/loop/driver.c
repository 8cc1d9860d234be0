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

/*
 * Plays the Runtime API for a program that echoes, and prints how long it takes from an
 * event's last byte sent to its answer's last byte received, beside the same exchange of
 * bytes with a bare socket echo.
 *
 *   driver COUNT PROGRAM [ARGUMENT...]
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PAYLOAD 1024
#define WARM_UP 10000
#define BUFFER 65536

static char in[BUFFER];
static int in_length;

static void fail(const char *what) {
	fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "unexpected");
	exit(1);
}

static double now_us(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b) {
	double x = *(const double *) a, y = *(const double *) b;
	return (x > y) - (x < y);
}

static void print(const char *name, double *samples, int count) {
	qsort(samples, count, sizeof(double), by_value);
	printf("%-28s median %7.1f us   p99 %7.1f us   (%d calls)\n", name, samples[count / 2],
			samples[(int) (count * 0.99)], count);
}

static int listen_on(int *port) {
	int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof address;
	if (server < 0 || bind(server, (struct sockaddr *) &address, length) || listen(server, 16)
			|| getsockname(server, (struct sockaddr *) &address, &length)) {
		fail("listen");
	}
	*port = ntohs(address.sin_port);
	return server;
}

static int accept_on(int server) {
	int connection = accept4(server, NULL, NULL, SOCK_CLOEXEC);
	int on = 1;
	if (connection < 0) {
		fail("accept");
	}
	setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	return connection;
}

static void send_all(int connection, const char *bytes, int length) {
	while (length > 0) {
		ssize_t sent = write(connection, bytes, length);
		if (sent <= 0) {
			fail("write");
		}
		bytes += sent;
		length -= sent;
	}
}

/* Reads one request, up to the end of its body; what is left of it is cut off. */
static int read_request(int connection) {
	in_length = 0;
	for (;;) {
		ssize_t got = read(connection, in + in_length, BUFFER - 1 - in_length);
		if (got <= 0) {
			return 0;
		}
		in_length += got;
		in[in_length] = 0;
		char *end = strstr(in, "\r\n\r\n");
		if (end != NULL) {
			char *length = strcasestr(in, "\r\nContent-Length: ");
			int body = (length != NULL && length < end) ? atoi(length + 18) : 0;
			if (in_length >= end + 4 - in + body) {
				return 1;
			}
		}
	}
}

static int is_request(const char *start) {
	return strncmp(in, start, strlen(start)) == 0;
}

static int event(char *out, int number) {
	char payload[PAYLOAD + 1];
	memset(payload, 'x', PAYLOAD);
	payload[PAYLOAD] = 0;
	memcpy(payload, "echo\n", 5);
	return sprintf(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
			"Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012d\r\n"
			"Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
			"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:loop\r\n"
			"Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
			"Content-Length: %d\r\n\r\n%s", number, PAYLOAD, payload);
}

static const char ACCEPTED[] = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
		"Content-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

static pid_t start(char **program, int port) {
	static char variable[64];
	char *environment[] = { "PATH=/usr/bin:/bin", "_HANDLER=conformance", "AWS_REGION=eu-central-1", "AWS_ACCESS_KEY_ID=key",
		"AWS_SECRET_ACCESS_KEY=secret", variable, NULL };
	sprintf(variable, "AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d", port);
	pid_t child = vfork();
	if (child == 0) {
		execve(program[0], program, environment);
		_exit(127);
	}
	return child;
}

static void measure_loop(char **program, int count) {
	int port;
	int server = listen_on(&port);
	pid_t child = start(program, port);
	double *samples = malloc(sizeof(double) * count);
	char out[BUFFER];
	int connection;
	/* Another connection registers the extension, and is told that there is none */
	for (;;) {
		connection = accept_on(server);
		if (!read_request(connection)) {
			fail("first request");
		}
		if (is_request("GET /2018-06-01/runtime/invocation/next ")) {
			break;
		}
		send_all(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 45);
		close(connection);
	}
	for (int i = -WARM_UP; i < count; i++) {
		int length = event(out, i + WARM_UP);
		double sent = now_us();
		send_all(connection, out, length);
		if (!read_request(connection) || !is_request("POST /2018-06-01/runtime/invocation/8476a536-")) {
			fail("response");
		}
		if (i >= 0) {
			samples[i] = now_us() - sent;
		}
		send_all(connection, ACCEPTED, sizeof ACCEPTED - 1);
		if (!read_request(connection) || !is_request("GET /2018-06-01/runtime/invocation/next ")) {
			fail("next");
		}
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	print("next -> response accepted", samples, count);
	free(samples);
}

/* What the kernel and a switch between two processes cost, for as many bytes */
static void measure_echo(int count) {
	int port;
	int server = listen_on(&port);
	char out[BUFFER];
	int length = event(out, 0);
	pid_t child = fork();
	if (child == 0) {
		struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port),
				.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		int connection = socket(AF_INET, SOCK_STREAM, 0);
		int on = 1;
		setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
		if (connect(connection, (struct sockaddr *) &address, sizeof address)) {
			_exit(1);
		}
		for (;;) {
			for (int got = 0; got < length;) {
				ssize_t more = read(connection, in, length - got);
				if (more <= 0) {
					_exit(0);
				}
				got += more;
			}
			send_all(connection, out, length);
		}
	}
	int connection = accept_on(server);
	double *samples = malloc(sizeof(double) * count);
	for (int i = -WARM_UP; i < count; i++) {
		double sent = now_us();
		send_all(connection, out, length);
		for (int got = 0; got < length;) {
			ssize_t more = read(connection, in, length - got);
			if (more <= 0) {
				fail("echo");
			}
			got += more;
		}
		if (i >= 0) {
			samples[i] = now_us() - sent;
		}
	}
	close(connection);
	waitpid(child, NULL, 0);
	print("bare socket echo", samples, count);
	free(samples);
}

int main(int argc, char **argv) {
	if (argc < 3 || atoi(argv[1]) < 1) {
		fprintf(stderr, "usage: %s COUNT PROGRAM [ARGUMENT...]\n", argv[0]);
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	measure_echo(atoi(argv[1]));
	measure_loop(argv + 2, atoi(argv[1]));
	return 0;
}
