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
 * Plays Lambda's Runtime API for one program, starts that program by vfork and exec, and
 * prints one line of JSON a start: when it asked for its first event, when it answered,
 * and what it used, read from /proc. One thread that blocks in poll, so that both cores
 * are left to the program and to its database.
 *
 *   driver [options] -- program [arguments]
 *
 * A start counts only if every answer is {"id":"...","name":"mamezou"} with an id that the
 * answer before didn't have, with --http in the body. The program inherits the driver's
 * environment.
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_CONNECTIONS 32
#define MAX_REQUEST (256 * 1024)
#define MAX_EVENT 2048
#define MAX_EVICTED 128
#define QUOTA_PERIOD_US 20000 /* as on Lambda */
#define API "/2018-06-01/runtime"

extern char **environ;

struct options {
	int starts, calls, interval_ms, memory_at, timeout_s;
	double quota;
	bool terminate, http;
	const char *event, *log, *evict[MAX_EVICTED];
	int evicted;
};

struct memory {
	long rss_kb, pss_kb, private_dirty_kb, peak_kb, minor_faults, major_faults;
};

struct connection {
	int fd;
	size_t length;
	char buffer[MAX_REQUEST];
};

struct request {
	char *method, *path, *body;
	size_t body_length, total_length;
};

/* What one start of the program has come to. */
struct start {
	pid_t pid;
	int pidfd, listener, waiting; /* the connection that waits for an event, or -1 */
	clockid_t cpu_clock;
	double started, next, answer, sent, cpu_next, cpu_answer, cpu_end;
	int sent_calls, done_calls;
	bool finished;
	char request_id[40], item_id[128];
	double *latencies;
	struct memory first, between, end;
	struct connection *connections[MAX_CONNECTIONS];
	char failure[512];
};

static struct options options = { .starts = 1, .calls = 1, .timeout_s = 30, .event = "{\"name\":\"mamezou\"}" };
static char cgroup[512];
static bool cgroup_v2;

/* The kernel takes a moment to let go of a cgroup whose last process has ended. */
static void remove_cgroup(void) {
	for (int i = 0; cgroup[0] && rmdir(cgroup) != 0 && errno == EBUSY && i < 100; i++) {
		usleep(10000);
	}
}

static void die(int status, const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	fprintf(stderr, "driver: ");
	vfprintf(stderr, format, arguments);
	fprintf(stderr, "\n");
	va_end(arguments);
	remove_cgroup();
	exit(status);
}

static void fail(struct start *s, const char *format, ...) {
	va_list arguments;
	if (s->failure[0]) {
		return; /* the first failure is the cause */
	}
	va_start(arguments, format);
	vsnprintf(s->failure, sizeof s->failure, format, arguments);
	va_end(arguments);
}

static double now_ms(clockid_t clock) {
	struct timespec t;
	if (clock_gettime(clock, &t) != 0) {
		return 0;
	}
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* ---- what /proc and the page cache tell ---- */

static long field_kb(const char *text, const char *name) {
	const char *line = strstr(text, name);
	return line ? strtol(line + strlen(name), NULL, 10) : -1;
}

static bool read_proc(pid_t pid, const char *file, char *buffer, size_t size) {
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/%s", pid, file);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, buffer, size - 1);
	if (fd >= 0) {
		close(fd);
	}
	buffer[n > 0 ? n : 0] = 0;
	return n > 0;
}

static void read_memory(struct start *s, struct memory *m) {
	char buffer[8192];
	if (read_proc(s->pid, "smaps_rollup", buffer, sizeof buffer)) {
		m->rss_kb = field_kb(buffer, "\nRss:");
		m->pss_kb = field_kb(buffer, "\nPss:");
		m->private_dirty_kb = field_kb(buffer, "\nPrivate_Dirty:");
	}
	if (read_proc(s->pid, "status", buffer, sizeof buffer)) {
		m->peak_kb = field_kb(buffer, "\nVmHWM:");
	}
	if (read_proc(s->pid, "stat", buffer, sizeof buffer)) {
		/* state is the 3rd field and follows the name, which may hold anything but ')' at its end */
		char *rest = strrchr(buffer, ')');
		if (rest) {
			sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %ld %*u %ld", &m->minor_faults, &m->major_faults);
		}
	}
}

static long cached_pages(int fd, size_t size) {
	size_t pages = (size + 4095) / 4096;
	long cached = 0;
	unsigned char *vector = malloc(pages);
	void *map = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0);
	if (map != MAP_FAILED && mincore(map, size, vector) == 0) {
		for (size_t i = 0; i < pages; i++) {
			cached += vector[i] & 1;
		}
	}
	if (map != MAP_FAILED) {
		munmap(map, size);
	}
	free(vector);
	return cached;
}

/* Puts the file's pages out of the page cache; complains if the kernel keeps some. */
static void evict(const char *file) {
	struct stat status;
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &status) != 0) {
		die(2, "%s can't be evicted: %s", file, strerror(errno));
	}
	fdatasync(fd); /* only clean pages can be dropped */
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	long left = cached_pages(fd, status.st_size);
	if (left * 4096L > status.st_size / 50) {
		fprintf(stderr, "driver: %ld of %ld pages of %s stay in the page cache\n", left, status.st_size / 4096, file);
	}
	close(fd);
}

/* ---- a cgroup with a CPU quota ---- */

static bool write_cgroup(const char *file, const char *format, ...) {
	char path[600], value[64];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(value, sizeof value, format, arguments);
	va_end(arguments);
	snprintf(path, sizeof path, "%s/%s", cgroup, file);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool written = fd >= 0 && write(fd, value, strlen(value)) == (ssize_t) strlen(value);
	if (fd >= 0) {
		close(fd);
	}
	return written;
}

static bool set_quota(double cores) {
	long quota = cores > 0 ? (long) (cores * QUOTA_PERIOD_US) : -1;
	if (cgroup_v2) {
		return quota < 0 ? write_cgroup("cpu.max", "max %d", QUOTA_PERIOD_US)
				: write_cgroup("cpu.max", "%ld %d", quota, QUOTA_PERIOD_US);
	}
	return write_cgroup("cpu.cfs_period_us", "%d", QUOTA_PERIOD_US) && write_cgroup("cpu.cfs_quota_us", "%ld", quota);
}

/* Makes a cgroup below the first hierarchy that has a cpu controller: version 2 or 1. */
static void make_cgroup(void) {
	char device[128], root[256], type[32], mount_options[256];
	FILE *mounts = fopen("/proc/mounts", "re");
	while (mounts && fscanf(mounts, "%127s %255s %31s %255s %*d %*d", device, root, type, mount_options) == 4) {
		bool v2 = strcmp(type, "cgroup2") == 0;
		char with_commas[300];
		snprintf(with_commas, sizeof with_commas, ",%s,", mount_options);
		if (!v2 && (strcmp(type, "cgroup") != 0 || !strstr(with_commas, ",cpu,"))) {
			continue;
		}
		cgroup_v2 = v2;
		snprintf(cgroup, sizeof cgroup, "%s", root);
		if (v2) {
			write_cgroup("cgroup.subtree_control", "+cpu");
		}
		snprintf(cgroup, sizeof cgroup, "%s/kindling-benchmark-%d", root, getpid());
		if (mkdir(cgroup, 0755) == 0) {
			if (set_quota(1) && set_quota(-1)) {
				fclose(mounts);
				return;
			}
			rmdir(cgroup);
		}
	}
	cgroup[0] = 0;
	die(3, "no cgroup with a CPU quota can be made here");
}

/* ---- the answer ---- */

static const char *skip_space(const char *p) {
	while (isspace((unsigned char) *p)) {
		p++;
	}
	return p;
}

/* Reads a JSON string without escapes; NULL if there is none. */
static const char *json_string(const char *p, char *value, size_t size) {
	size_t length = 0;
	if (*(p = skip_space(p)) != '"') {
		return NULL;
	}
	for (p++; *p && *p != '"'; p++) {
		if (*p == '\\' || length + 1 >= size) {
			return NULL;
		}
		value[length++] = *p;
	}
	value[length] = 0;
	return *p == '"' ? skip_space(p + 1) : NULL;
}

/* {"id":"...","name":"mamezou"} in either order, and nothing else. */
static bool right_answer(const char *p, char *id, size_t id_size) {
	char name[128] = "", key[16];
	id[0] = 0;
	if (*(p = skip_space(p)) != '{') {
		return false;
	}
	do {
		p = json_string(p + 1, key, sizeof key);
		if (!p || *p != ':') {
			return false;
		}
		bool is_id = strcmp(key, "id") == 0;
		if (!is_id && strcmp(key, "name") != 0) {
			return false;
		}
		p = json_string(p + 1, is_id ? id : name, is_id ? id_size : sizeof name);
	} while (p && *p == ',');
	return p && *p == '}' && *skip_space(p + 1) == 0 && id[0] && strcmp(name, "mamezou") == 0;
}

/* Reads a JSON string with its escapes; NULL if there is none. Of \\u those of ASCII. */
static const char *json_text(const char *p, char *value, size_t size) {
	static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	size_t length = 0;
	if (*(p = skip_space(p)) != '"') {
		return NULL;
	}
	for (p++; *p && *p != '"'; p++) {
		char c = *p;
		if (c == '\\') {
			const char *escape = *++p ? strchr(escapes, *p) : NULL;
			char digits[5] = "";
			if (*p == 'u') {
				strncpy(digits, p + 1, 4);
				c = (char) strtoul(digits, NULL, 16);
				p += strlen(digits);
			}
			else if (escape) {
				c = meant[escape - escapes];
			}
			else {
				return NULL;
			}
		}
		if (length + 1 >= size) {
			return NULL;
		}
		value[length++] = c;
	}
	value[length] = 0;
	return *p == '"' ? skip_space(p + 1) : NULL;
}

/* Skips a JSON value; NULL if there is none. */
static const char *json_skip(const char *p) {
	int depth = 0;
	p = skip_space(p);
	do {
		if (*p == '"') {
			for (p++; *p && *p != '"'; p++) {
				p += *p == '\\' && p[1];
			}
		}
		depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
		if (!*p || depth < 0) {
			return NULL;
		}
		p++;
	} while (depth > 0 || !strchr(",}", *(p = skip_space(p))));
	return skip_space(p);
}

/* The body of an HTTP function's answer: {"statusCode":2xx,"body":"...",...}; NULL if it is none. */
static const char *http_body(const char *p, char *body, size_t size) {
	char key[64];
	int status = 0;
	bool found = false;
	if (*(p = skip_space(p)) != '{') {
		return NULL;
	}
	do {
		p = json_text(p + 1, key, sizeof key);
		if (!p || *p != ':') {
			return NULL;
		}
		if (strcmp(key, "body") == 0) {
			p = json_text(p + 1, body, size);
			found = p != NULL;
		}
		else {
			status = strcmp(key, "statusCode") == 0 ? atoi(skip_space(p + 1)) : status;
			p = json_skip(p + 1);
		}
	} while (p && *p == ',');
	return p && *p == '}' && *skip_space(p + 1) == 0 && found && status / 100 == 2 ? body : NULL;
}

/* ---- HTTP ---- */

static void respond(struct connection *c, int status, const char *headers, const char *body) {
	char message[4096];
	int length = snprintf(message, sizeof message,
			"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n%s\r\n%s", status,
			status == 200 ? "OK" : status == 202 ? "Accepted" : "Not Found", strlen(body), headers, body);
	for (int sent = 0; sent < length;) {
		ssize_t n = send(c->fd, message + sent, length - sent, MSG_NOSIGNAL);
		if (n <= 0) {
			return; /* the program is gone: its pidfd tells */
		}
		sent += n;
	}
}

/* Joins the chunks in place; -1: not all there yet, -2: not chunked coding. */
static ssize_t join_chunks(char *body, char *end, size_t *used) {
	char *from = body, *to = body;
	for (;;) {
		char *line_end = memmem(from, end - from, "\r\n", 2);
		if (!line_end) {
			return -1;
		}
		char *digits_end;
		unsigned long size = strtoul(from, &digits_end, 16);
		if (digits_end == from || size > MAX_REQUEST) {
			return -2;
		}
		from = line_end + 2;
		if (size == 0) { /* trailers up to an empty line */
			for (;;) {
				line_end = memmem(from, end - from, "\r\n", 2);
				if (!line_end) {
					return -1;
				}
				bool empty = line_end == from;
				from = line_end + 2;
				if (empty) {
					*used = from - body;
					return to - body;
				}
			}
		}
		if ((size_t) (end - from) < size + 2) {
			return -1;
		}
		memmove(to, from, size);
		to += size;
		from += size + 2;
	}
}

/* The value of a header in the head that ends with an empty line; NULL if it isn't there. */
static const char *header(const char *head, const char *name) {
	size_t length = strlen(name);
	for (const char *line = strstr(head, "\r\n"); line; line = strstr(line + 2, "\r\n")) {
		if (strncasecmp(line + 2, name, length) == 0 && line[2 + length] == ':') {
			const char *value = line + 3 + length;
			return value + strspn(value, " \t");
		}
	}
	return NULL;
}

/* 1: a whole request is there, 0: not yet, -1: no HTTP that this server speaks. */
static int parse(struct connection *c, struct request *r) {
	c->buffer[c->length] = 0;
	char *end = c->buffer + c->length, *head_end = strstr(c->buffer, "\r\n\r\n");
	if (!head_end) {
		return c->length + 1 >= MAX_REQUEST ? -1 : 0;
	}
	head_end[2] = 0;
	const char *coding = header(c->buffer, "Transfer-Encoding"), *length = header(c->buffer, "Content-Length");
	r->body = head_end + 4;
	r->body_length = length ? strtoul(length, NULL, 10) : 0;
	size_t used = r->body_length;
	if (coding && strncasecmp(coding, "chunked", 7) == 0) {
		static char joined[MAX_REQUEST];
		size_t available = end - r->body;
		memcpy(joined, r->body, available);
		ssize_t n = join_chunks(joined, joined + available, &used);
		if (n < 0) {
			head_end[2] = '\r';
			return n == -2 ? -1 : 0;
		}
		memcpy(r->body, joined, n);
		r->body_length = n;
	}
	else if ((size_t) (end - r->body) < r->body_length) {
		head_end[2] = '\r';
		return r->body + r->body_length >= c->buffer + MAX_REQUEST ? -1 : 0;
	}
	r->total_length = r->body + used - c->buffer;
	r->method = c->buffer;
	char *space = strchr(c->buffer, ' ');
	char *second = space ? strchr(space + 1, ' ') : NULL;
	if (!second) {
		return -1;
	}
	*space = *second = 0;
	r->path = space + 1;
	return 1;
}

/* ---- the Runtime API ---- */

static void send_event(struct start *s) {
	struct timespec wall;
	char headers[1024];
	struct connection *c = s->connections[s->waiting];
	s->waiting = -1;
	s->sent_calls++;
	clock_gettime(CLOCK_REALTIME, &wall);
	snprintf(s->request_id, sizeof s->request_id, "%08x-0000-4000-8000-%012x", s->pid, s->sent_calls);
	snprintf(headers, sizeof headers,
			"Lambda-Runtime-Aws-Request-Id: %s\r\n"
			"Lambda-Runtime-Deadline-Ms: %lld\r\n"
			"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:benchmark\r\n"
			"Lambda-Runtime-Trace-Id: Root=1-%08lx-%024x;Parent=%016x;Sampled=0\r\n",
			s->request_id, (long long) wall.tv_sec * 1000 + wall.tv_nsec / 1000000 + options.timeout_s * 1000LL,
			(unsigned long) wall.tv_sec, s->sent_calls, s->sent_calls);
	s->sent = now_ms(CLOCK_MONOTONIC);
	respond(c, 200, headers, options.event);
}

static void on_next(struct start *s, int index, double at) {
	if (s->next == 0) {
		s->next = at;
		s->cpu_next = now_ms(s->cpu_clock);
	}
	if (s->sent_calls != s->done_calls) {
		fail(s, "it asked for the next event before it answered the last");
		return;
	}
	s->waiting = index;
	if (s->done_calls == 1) {
		read_memory(s, &s->first);
	}
	if (s->done_calls == options.memory_at) {
		read_memory(s, &s->between);
	}
	if (s->done_calls == options.calls) {
		read_memory(s, &s->end);
		s->finished = true;
		return;
	}
	if (s->done_calls == 0 && cgroup[0] && !set_quota(options.quota)) {
		fail(s, "the CPU quota can't be set: %s", strerror(errno));
	}
	if (s->done_calls > 0 && options.interval_ms > 0) {
		usleep(options.interval_ms * 1000);
	}
	send_event(s);
}

static void on_response(struct start *s, struct connection *c, struct request *r, double at) {
	char id[128], body[MAX_REQUEST];
	if (s->sent_calls == s->done_calls || !strstr(r->path, s->request_id)) {
		fail(s, "it answered a request that it wasn't given: %s", r->path);
		return;
	}
	s->latencies[s->done_calls++] = at - s->sent;
	s->cpu_end = now_ms(s->cpu_clock);
	if (s->done_calls == 1) {
		s->answer = at;
		s->cpu_answer = s->cpu_end;
	}
	memcpy(body, r->body, r->body_length);
	body[r->body_length] = 0;
	respond(c, 202, "", "{\"status\":\"OK\"}");
	static char http[MAX_REQUEST];
	const char *answer = options.http ? http_body(body, http, sizeof http) : body;
	if (!answer || !right_answer(answer, id, sizeof id) || strcmp(id, s->item_id) == 0) {
		fail(s, "wrong answer: %.200s", body);
	}
	memcpy(s->item_id, id, sizeof id);
}

static bool ends_with(const char *text, const char *end) {
	size_t length = strlen(text), end_length = strlen(end);
	return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static void on_request(struct start *s, int index, struct request *r, double at) {
	struct connection *c = s->connections[index];
	bool get = strcmp(r->method, "GET") == 0;
	if (get && strcmp(r->path, API "/invocation/next") == 0) {
		on_next(s, index, at);
	}
	else if (!get && strncmp(r->path, API "/invocation/", 31) == 0 && ends_with(r->path, "/response")) {
		on_response(s, c, r, at);
	}
	else if (!get && strncmp(r->path, API, 19) == 0 && ends_with(r->path, "/error")) {
		fail(s, "%s: %.*s", r->path, (int) (r->body_length < 300 ? r->body_length : 300), r->body);
	}
	else if (!get && strcmp(r->path, "/2020-01-01/extension/register") == 0) {
		respond(c, 200, "Lambda-Extension-Identifier: 00000000-0000-4000-8000-000000000001\r\n",
				"{\"functionName\":\"benchmark\",\"functionVersion\":\"$LATEST\",\"handler\":\"sample\"}");
	}
	else if (!(get && strcmp(r->path, "/2020-01-01/extension/event/next") == 0)) { /* that one is never answered */
		respond(c, 404, "", "{}");
	}
}

static void close_connection(struct start *s, int index) {
	close(s->connections[index]->fd);
	free(s->connections[index]);
	s->connections[index] = NULL;
	if (s->waiting == index) {
		s->waiting = -1;
	}
}

static void accept_connection(struct start *s) {
	int one = 1, fd = accept4(s->listener, NULL, NULL, SOCK_CLOEXEC);
	for (int i = 0; fd >= 0 && i < MAX_CONNECTIONS; i++) {
		if (!s->connections[i]) {
			setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
			s->connections[i] = malloc(sizeof(struct connection));
			s->connections[i]->fd = fd;
			s->connections[i]->length = 0;
			return;
		}
	}
	fail(s, "more than %d connections at once", MAX_CONNECTIONS);
}

static void receive(struct start *s, int index) {
	struct connection *c = s->connections[index];
	ssize_t n = recv(c->fd, c->buffer + c->length, MAX_REQUEST - 1 - c->length, 0);
	double at = now_ms(CLOCK_MONOTONIC);
	if (n <= 0) {
		close_connection(s, index);
		return;
	}
	c->length += n;
	struct request r;
	int parsed;
	while (!s->failure[0] && (parsed = parse(c, &r)) != 0) {
		if (parsed < 0) {
			fail(s, "it sent no request that this server understands");
			return;
		}
		on_request(s, index, &r, at);
		memmove(c->buffer, c->buffer + r.total_length, c->length - r.total_length);
		c->length -= r.total_length;
	}
}

/* ---- one start ---- */

static void open_listener(struct start *s) {
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof address;
	char value[32];
	s->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (s->listener < 0 || bind(s->listener, (struct sockaddr *) &address, length) != 0 || listen(s->listener, 16) != 0
			|| getsockname(s->listener, (struct sockaddr *) &address, &length) != 0) {
		die(2, "can't listen: %s", strerror(errno));
	}
	snprintf(value, sizeof value, "127.0.0.1:%d", ntohs(address.sin_port));
	setenv("AWS_LAMBDA_RUNTIME_API", value, 1);
}

static void spawn(struct start *s, char **command) {
	int log = open(options.log ? options.log : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC), procs = -1;
	volatile int exec_errno = 0; /* vfork's child shares this memory */
	if (cgroup[0]) {
		char path[600];
		snprintf(path, sizeof path, "%s/cgroup.procs", cgroup);
		procs = open(path, O_WRONLY | O_CLOEXEC);
		if (!set_quota(-1) || procs < 0) {
			die(2, "%s can't be used: %s", path, strerror(errno));
		}
	}
	s->started = now_ms(CLOCK_MONOTONIC);
	s->pid = vfork();
	if (s->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(null, 0);
		dup2(log, 1);
		dup2(log, 2);
		if (procs < 0 || write(procs, "0", 1) == 1) {
			execve(command[0], command, environ);
		}
		exec_errno = errno;
		_exit(127);
	}
	if (s->pid < 0 || exec_errno) {
		die(2, "%s can't be started: %s", command[0], strerror(s->pid < 0 ? errno : exec_errno));
	}
	close(log);
	close(null);
	if (procs >= 0) {
		close(procs);
	}
	s->pidfd = syscall(SYS_pidfd_open, s->pid, 0);
	if (s->pidfd < 0 || clock_getcpuclockid(s->pid, &s->cpu_clock) != 0) {
		die(2, "this kernel has no pidfd or no CPU clock of a process");
	}
}

static void serve(struct start *s) {
	double last = s->started;
	while (!s->finished && !s->failure[0]) {
		struct pollfd polled[MAX_CONNECTIONS + 2];
		int indexes[MAX_CONNECTIONS], count = 0;
		for (int i = 0; i < MAX_CONNECTIONS; i++) {
			if (s->connections[i]) {
				indexes[count] = i;
				polled[count++] = (struct pollfd) { .fd = s->connections[i]->fd, .events = POLLIN };
			}
		}
		polled[count] = (struct pollfd) { .fd = s->listener, .events = POLLIN };
		polled[count + 1] = (struct pollfd) { .fd = s->pidfd, .events = POLLIN };
		int left = (int) (last + options.timeout_s * 1e3 - now_ms(CLOCK_MONOTONIC));
		if (left <= 0 || poll(polled, count + 2, left) == 0) {
			fail(s, "no %s within %d s", s->next == 0 ? "request for the first event" : "answer", options.timeout_s);
			return;
		}
		last = now_ms(CLOCK_MONOTONIC);
		for (int i = 0; i < count; i++) {
			if (polled[i].revents && !s->finished && !s->failure[0]) {
				receive(s, indexes[i]);
			}
		}
		if (polled[count].revents) {
			accept_connection(s);
		}
		if (polled[count + 1].revents) {
			siginfo_t ended = { 0 };
			waitid(P_PID, s->pid, &ended, WEXITED | WNOWAIT);
			fail(s, "it ended with %s %d", ended.si_code == CLD_EXITED ? "status" : "signal", ended.si_status);
		}
	}
}

static void end_program(struct start *s) {
	int status;
	if (options.terminate) {
		struct pollfd ended = { .fd = s->pidfd, .events = POLLIN };
		kill(s->pid, SIGTERM);
		if (poll(&ended, 1, options.timeout_s * 1000) == 0) {
			fail(s, "it didn't end within %d s of SIGTERM", options.timeout_s);
		}
	}
	kill(s->pid, SIGKILL);
	waitpid(s->pid, &status, 0);
	close(s->pidfd);
	close(s->listener);
	for (int i = 0; i < MAX_CONNECTIONS; i++) {
		if (s->connections[i]) {
			close_connection(s, i);
		}
	}
}

/* ---- the figures ---- */

static int by_value(const void *a, const void *b) {
	double difference = *(const double *) a - *(const double *) b;
	return (difference > 0) - (difference < 0);
}

static void print_memory(const char *name, struct memory *m) {
	printf(",\"%s\":{\"rss_kb\":%ld,\"pss_kb\":%ld,\"private_dirty_kb\":%ld,\"peak_kb\":%ld,"
			"\"minor_faults\":%ld,\"major_faults\":%ld}",
			name, m->rss_kb, m->pss_kb, m->private_dirty_kb, m->peak_kb, m->minor_faults, m->major_faults);
}

static void print_text(const char *text) {
	for (putchar('"'); *text; text++) {
		if (*text == '"' || *text == '\\') {
			putchar('\\');
		}
		putchar((unsigned char) *text < ' ' ? ' ' : *text);
	}
	putchar('"');
}

static void print_start(struct start *s) {
	if (s->failure[0]) {
		printf("{\"ok\":false,\"error\":");
		print_text(s->failure);
		printf("}\n");
		return;
	}
	printf("{\"ok\":true,\"next_ms\":%.3f,\"answer_ms\":%.3f,\"first_call_ms\":%.3f,\"cpu_next_ms\":%.3f,"
			"\"cpu_answer_ms\":%.3f,\"cpu_ms\":%.3f,\"item_id\":",
			s->next - s->started, s->answer - s->started, s->latencies[0], s->cpu_next, s->cpu_answer, s->cpu_end);
	print_text(s->item_id);
	print_memory("first", &s->first);
	if (options.memory_at > 0) {
		print_memory("between", &s->between);
	}
	int warm = options.calls - 1;
	if (warm > 0) {
		double *calls = s->latencies + 1;
		print_memory("end", &s->end);
		qsort(calls, warm, sizeof *calls, by_value);
		printf(",\"warm\":{\"calls\":%d,\"min_ms\":%.3f,\"median_ms\":%.3f,\"p99_ms\":%.3f,\"max_ms\":%.3f,"
				"\"cpu_ms\":%.4f}",
				warm, calls[0], calls[warm / 2], calls[(int) (warm * 0.99)], calls[warm - 1],
				(s->cpu_end - s->cpu_answer) / warm);
	}
	printf("}\n");
}

static bool run_start(char **command) {
	struct start *s = calloc(1, sizeof *s);
	s->waiting = -1;
	s->latencies = calloc(options.calls, sizeof *s->latencies);
	for (int i = 0; i < options.evicted; i++) {
		evict(options.evict[i]);
	}
	open_listener(s);
	spawn(s, command);
	serve(s);
	end_program(s);
	print_start(s);
	fflush(stdout);
	bool passed = !s->failure[0];
	free(s->latencies);
	free(s);
	return passed;
}

static const char usage[] =
	"driver [options] -- program [arguments]\n"
	"  --starts N      start the program N times (1)\n"
	"  --calls N       calls a start, the first one included (1)\n"
	"  --interval MS   wait before every call but the first\n"
	"  --memory-at N   read its memory after the Nth call too\n"
	"  --evict FILE    put this file out of the page cache before each start; repeatable\n"
	"  --quota CORES   from the first event on, give it this share of a core, such as 0.072\n"
	"  --event JSON    what each call sends\n"
	"  --http          the program answers as an HTTP function does: the answer is in the body\n"
	"  --timeout S     how long to wait for a request of the program (30)\n"
	"  --log FILE      where the program's output goes (nowhere)\n"
	"  --term          end it with SIGTERM and wait, instead of SIGKILL\n";

int main(int argc, char **argv) {
	static const struct option known[] = { { "starts", 1, 0, 's' }, { "calls", 1, 0, 'c' }, { "interval", 1, 0, 'i' },
			{ "memory-at", 1, 0, 'm' }, { "evict", 1, 0, 'x' }, { "quota", 1, 0, 'q' }, { "event", 1, 0, 'e' },
			{ "timeout", 1, 0, 't' }, { "log", 1, 0, 'l' }, { "term", 0, 0, 'T' },
			{ "http", 0, 0, 'H' }, { 0 } };
	for (int option; (option = getopt_long(argc, argv, "+", known, NULL)) != -1;) {
		switch (option) {
			case 's': options.starts = atoi(optarg); break;
			case 'c': options.calls = atoi(optarg); break;
			case 'i': options.interval_ms = atoi(optarg); break;
			case 'm': options.memory_at = atoi(optarg); break;
			case 'q': options.quota = atof(optarg); break;
			case 'e': options.event = optarg; break;
			case 't': options.timeout_s = atoi(optarg); break;
			case 'l': options.log = optarg; break;
			case 'T': options.terminate = true; break;
			case 'H': options.http = true; break;
			case 'x':
				if (options.evicted == MAX_EVICTED) {
					die(2, "at most %d files to evict", MAX_EVICTED);
				}
				options.evict[options.evicted++] = optarg;
				break;
			default: die(2, "usage:\n%s", usage);
		}
	}
	if (optind >= argc || options.starts < 1 || options.calls < 1 || options.timeout_s < 1
			|| strlen(options.event) > MAX_EVENT) {
		die(2, "usage:\n%s", usage);
	}
	if (options.quota > 0) {
		make_cgroup();
	}
	bool passed = true;
	for (int i = 0; i < options.starts && passed; i++) {
		passed = run_start(argv + optind);
	}
	remove_cgroup();
	return passed ? 0 : 1;
}
