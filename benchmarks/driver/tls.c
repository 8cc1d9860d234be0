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
 * The TLS end point in front of DynamoDB Local: decrypts, and relays bytes. On stdout one
 * line a handshake, "full" or "resumed" with the protocol, from which the benchmark counts
 * them; the first line is the port. A thread a connection, so that a slow one holds up none.
 *
 *   tls <certificate chain> <key> <port of DynamoDB Local>
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static SSL_CTX *context;
static struct sockaddr_in target;

static void die(const char *what) {
	perror(what);
	ERR_print_errors_fp(stderr);
	exit(1);
}

static void no_delay(int fd) {
	int one = 1;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

static int send_all(int fd, const char *bytes, int length) {
	for (int sent = 0; sent < length;) {
		ssize_t n = send(fd, bytes + sent, length - sent, MSG_NOSIGNAL);
		if (n <= 0) {
			return 0;
		}
		sent += n;
	}
	return 1;
}

/* Relays until one side closes. */
static void relay(SSL *tls, int client, int server) {
	char bytes[16384];
	struct pollfd polled[2] = { { .fd = client, .events = POLLIN }, { .fd = server, .events = POLLIN } };
	for (;;) {
		int pending = SSL_pending(tls) > 0;
		if (poll(polled, 2, pending ? 0 : -1) < 0) {
			return;
		}
		if (pending || polled[0].revents) {
			int n = SSL_read(tls, bytes, sizeof bytes);
			if (n > 0 ? !send_all(server, bytes, n) : SSL_get_error(tls, n) != SSL_ERROR_WANT_READ) {
				return;
			}
		}
		if (polled[1].revents) {
			ssize_t n = recv(server, bytes, sizeof bytes, 0);
			if (n <= 0 || SSL_write(tls, bytes, n) != n) {
				return;
			}
		}
	}
}

static void *serve(void *argument) {
	int client = (int) (long) argument, server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	SSL *tls = SSL_new(context);
	no_delay(client);
	no_delay(server);
	SSL_set_fd(tls, client);
	if (SSL_accept(tls) == 1) {
		printf("%s %s\n", SSL_session_reused(tls) ? "resumed" : "full", SSL_get_version(tls));
		if (connect(server, (struct sockaddr *) &target, sizeof target) == 0) {
			relay(tls, client, server);
		}
		SSL_shutdown(tls);
	}
	else {
		printf("failed %s\n", ERR_reason_error_string(ERR_peek_error()));
	}
	SSL_free(tls);
	ERR_clear_error();
	close(client);
	close(server);
	return NULL;
}

int main(int argc, char **argv) {
	if (argc != 4) {
		fprintf(stderr, "usage: tls <certificate chain> <key> <port of DynamoDB Local>\n");
		return 2;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGPIPE, SIG_IGN);
	setvbuf(stdout, NULL, _IOLBF, 0);
	context = SSL_CTX_new(TLS_server_method());
	SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
	SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY); /* a record without data mustn't block the other direction */
	if (SSL_CTX_use_certificate_chain_file(context, argv[1]) != 1
			|| SSL_CTX_use_PrivateKey_file(context, argv[2], SSL_FILETYPE_PEM) != 1) {
		die("certificate");
	}
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof address;
	target = address;
	target.sin_port = htons(atoi(argv[3]));
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (bind(listener, (struct sockaddr *) &address, length) != 0 || listen(listener, 64) != 0
			|| getsockname(listener, (struct sockaddr *) &address, &length) != 0) {
		die("listen");
	}
	printf("%d\n", ntohs(address.sin_port));
	for (;;) {
		pthread_t thread;
		long client = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
		if (client >= 0 && pthread_create(&thread, NULL, serve, (void *) client) == 0) {
			pthread_detach(thread);
		}
	}
}
