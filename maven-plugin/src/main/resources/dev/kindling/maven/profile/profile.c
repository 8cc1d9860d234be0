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
 * Counts, within an executable, which of its methods run and which objects of its image
 * heap are used. kindling:profile links it into a build of its own.
 *
 * A method begins with a breakpoint, which its first call of an epoch removes. The pages
 * of the image heap can't be accessed: each access is a signal, whose handler notes the
 * object, lets the one instruction have the page, and takes it away again. A page that
 * has had QUIET accesses without anything new stays open up to the next epoch.
 *
 * The counters lie in a file that kindling:profile maps, too. It begins a new epoch when
 * an event is answered, and waits until all is closed again.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef __x86_64__
#error "kindling:profile counts on x86-64 only"
#endif

#define PAGE 4096
#define QUIET 400
#define OPEN_AT_ONCE 8
#define BREAKPOINT 0xCC
#define TRAP_FLAG 0x100
#define WRITE_ACCESS 2

/* What was counted of a method or an object. */
struct item {
	uint32_t offset; /* from the start of the code, or of the heap */
	uint32_t size;   /* in bytes; 0 of a method */
	uint32_t last;   /* the epoch of the last use, from 1 on */
	uint32_t epochs; /* how many epochs used it */
	uint32_t first;  /* whether the first epoch did */
	uint32_t written;
};

/* The file, before the methods and the objects, each in the order of their offsets. */
struct counters {
	uint32_t methods;
	uint32_t objects;
	uint32_t epoch; /* written by kindling:profile, from 1 on */
	uint32_t begun; /* written here, when all is closed: the epoch that has begun */
	uint32_t pages; /* written here, once the heap is watched: how many pages it has */
	uint32_t heap;  /* how many bytes the image heap has */
	struct item items[];
};

struct page {
	uint8_t writable; /* for the executable itself */
	uint8_t readers;  /* whether reading needs no signal in this epoch */
	uint8_t writers;
	uint8_t shared;   /* whether the kernel accesses it, which would fail */
	uint16_t quiet_reads;
	uint16_t quiet_writes;
};

/* The C library's own. The executable calls what is below instead: the linker's option --wrap. */
void *__real_mmap(void *, size_t, int, int, int, off_t);
int __real_mprotect(void *, size_t, int);
int __real_sigaction(int, const struct sigaction *, struct sigaction *);
int __real_pthread_mutex_lock(pthread_mutex_t *);
int __real_pthread_mutex_unlock(pthread_mutex_t *);
int __real_pthread_cond_wait(pthread_cond_t *, pthread_mutex_t *);
int __real_pthread_cond_timedwait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
int __real_pthread_cond_signal(pthread_cond_t *);
int __real_pthread_cond_broadcast(pthread_cond_t *);

extern char __svm_code_section[];

static struct counters *counters;
static struct item *methods, *objects;
static uint8_t *first_bytes;
static struct page *pages;
static uintptr_t heap;
static size_t heap_size, page_count;
static uint32_t current; /* the epoch */
static int watching;
static int lock;
static struct sigaction previous_fault;

static __thread uintptr_t opened[OPEN_AT_ONCE];
static __thread int opened_count;

static void acquire(void) {
	while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
		__builtin_ia32_pause();
	}
}

static void release(void) {
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
}

static void fail(const char *what) {
	dprintf(STDERR_FILENO, "kindling:profile: %s: %s\n", what, strerror(errno));
	_exit(70);
}

static void protect(size_t page, int access) {
	int saved = errno;
	if (__real_mprotect((void *) (heap + page * PAGE), PAGE, access)) {
		fail("a page of the image heap can't be protected");
	}
	errno = saved;
}

static int access_of(struct page *page) {
	if (page->shared || page->writers) {
		return PROT_READ | (page->writable ? PROT_WRITE : 0);
	}
	return page->readers ? PROT_READ : PROT_NONE;
}

/* The last item that doesn't lie behind the offset. */
static struct item *at(struct item *items, uint32_t count, uintptr_t offset) {
	uint32_t low = 0, high = count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (items[middle].offset <= offset) {
			low = middle + 1;
		}
		else {
			high = middle;
		}
	}
	return low ? &items[low - 1] : NULL;
}

/* Notes a use, and says whether it is news. */
static int note(struct item *item, int written) {
	int news = 0;
	if (item->last != current) {
		item->last = current;
		item->epochs++;
		item->first |= current == 1;
		news = 1;
	}
	if (written && !item->written) {
		item->written = 1;
		news = 1;
	}
	return news;
}

static void close_all(void) {
	for (size_t i = 0; i < page_count; i++) {
		pages[i].readers = pages[i].writers = 0;
		pages[i].quiet_reads = pages[i].quiet_writes = 0;
	}
	if (__real_mprotect((void *) heap, page_count * PAGE, PROT_NONE)) {
		fail("the image heap can't be protected");
	}
	for (size_t i = 0; i < page_count; i++) {
		if (pages[i].shared) {
			protect(i, access_of(&pages[i]));
		}
	}
}

static void set_breakpoints(void) {
	for (uint32_t i = 0; i < counters->methods; i++) {
		((volatile uint8_t *) __svm_code_section)[methods[i].offset] = BREAKPOINT;
	}
}

static void begin(uint32_t epoch) {
	acquire();
	current = epoch;
	set_breakpoints();
	if (watching) {
		close_all();
	}
	__atomic_store_n(&counters->begun, epoch, __ATOMIC_RELEASE);
	release();
}

static void *await_epochs(void *unused) {
	struct timespec pause = {0, 1000000};
	for (;;) {
		uint32_t epoch = __atomic_load_n(&counters->epoch, __ATOMIC_ACQUIRE);
		if (epoch != current) {
			begin(epoch);
		}
		nanosleep(&pause, NULL);
	}
	return unused;
}

static void pass_on(int signal, siginfo_t *info, void *context) {
	(void) info;
	(void) context;
	__real_sigaction(signal, &previous_fault, NULL); /* the access comes again, and ends the process */
}

static void on_access(int signal, siginfo_t *info, void *context) {
	uintptr_t offset = (uintptr_t) info->si_addr - heap;
	if (!watching || offset >= page_count * PAGE) {
		pass_on(signal, info, context);
		return;
	}
	acquire();
	greg_t *registers = ((ucontext_t *) context)->uc_mcontext.gregs;
	int written = (registers[REG_ERR] & WRITE_ACCESS) != 0;
	struct page *page = &pages[offset / PAGE];
	if (written && !page->writable) {
		release();
		pass_on(signal, info, context);
		return;
	}
	struct item *object = at(objects, counters->objects, offset);
	int news = object && offset - object->offset < object->size && note(object, written);
	uint16_t *quiet = written ? &page->quiet_writes : &page->quiet_reads;
	*quiet = news ? 0 : *quiet + 1;
	if (*quiet > QUIET || opened_count == OPEN_AT_ONCE) {
		page->readers = 1;
		page->writers |= written;
		protect(offset / PAGE, access_of(page));
	}
	else {
		protect(offset / PAGE, PROT_READ | (page->writable ? PROT_WRITE : 0));
		opened[opened_count++] = offset / PAGE;
		registers[REG_EFL] |= TRAP_FLAG;
	}
	release();
}

static void on_trap(int signal, siginfo_t *info, void *context) {
	greg_t *registers = ((ucontext_t *) context)->uc_mcontext.gregs;
	acquire();
	if (opened_count && info->si_code == TRAP_TRACE) {
		for (int i = 0; i < opened_count; i++) {
			protect(opened[i], access_of(&pages[opened[i]]));
		}
		opened_count = 0;
		registers[REG_EFL] &= ~(greg_t) TRAP_FLAG;
		release();
		return;
	}
	uintptr_t offset = (uintptr_t) registers[REG_RIP] - 1 - (uintptr_t) __svm_code_section;
	struct item *method = at(methods, counters->methods, offset);
	if (!method || method->offset != offset) {
		release();
		struct sigaction standard = {.sa_handler = SIG_DFL};
		__real_sigaction(signal, &standard, NULL);
		raise(signal);
		return;
	}
	note(method, 0);
	((volatile uint8_t *) __svm_code_section)[offset] = first_bytes[method - methods];
	registers[REG_RIP]--;
	release();
}

static void handle(int signal, void (*handler)(int, siginfo_t *, void *), struct sigaction *previous) {
	struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_RESTART};
	sigfillset(&action.sa_mask);
	if (__real_sigaction(signal, &action, previous)) {
		fail("a signal can't be handled");
	}
}

__attribute__((constructor)) static void start(void) {
	int file = open(KINDLING_COUNTERS, O_RDWR | O_CLOEXEC);
	struct stat stat;
	if (file < 0 || fstat(file, &stat)) {
		fail(KINDLING_COUNTERS);
	}
	counters = __real_mmap(NULL, stat.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (counters == MAP_FAILED) {
		fail(KINDLING_COUNTERS);
	}
	close(file);
	methods = counters->items;
	objects = methods + counters->methods;
	first_bytes = malloc(counters->methods + 1);
	for (uint32_t i = 0; i < counters->methods; i++) {
		first_bytes[i] = ((uint8_t *) __svm_code_section)[methods[i].offset];
	}
	uintptr_t code = (uintptr_t) __svm_code_section & ~(uintptr_t) (PAGE - 1);
	uintptr_t end = (uintptr_t) __svm_code_section + (counters->methods ? methods[counters->methods - 1].offset + 1 : 0);
	if (__real_mprotect((void *) code, end - code, PROT_READ | PROT_WRITE | PROT_EXEC)) {
		fail("the code can't be written to");
	}
	handle(SIGSEGV, on_access, &previous_fault);
	handle(SIGTRAP, on_trap, NULL);
	begin(counters->epoch);
	pthread_t thread;
	if (pthread_create(&thread, NULL, await_epochs, NULL)) {
		fail("no thread can be started");
	}
}

void *__wrap_mmap(void *address, size_t size, int access, int flags, int file, off_t offset) {
	void *mapped = __real_mmap(address, size, access, flags, file, offset);
	size_t expected = counters->heap;
	if (mapped != MAP_FAILED && file >= 0 && !pages && size >= expected && size - expected < 16 * PAGE) {
		heap = (uintptr_t) mapped;
		heap_size = size;
		page_count = (size + PAGE - 1) / PAGE;
		pages = calloc(page_count, sizeof(struct page));
	}
	return mapped;
}

/* The image heap is complete when the part of it that is written has been made writable. */
int __wrap_mprotect(void *address, size_t size, int access) {
	int result = __real_mprotect(address, size, access);
	if (!result && pages && (uintptr_t) address - heap < heap_size) {
		acquire();
		size_t end = (uintptr_t) address - heap + size;
		for (size_t i = ((uintptr_t) address - heap) / PAGE; i < page_count && i * PAGE < end; i++) {
			pages[i].writable = (access & PROT_WRITE) != 0;
		}
		if (access & PROT_WRITE) {
			watching = 1;
			counters->pages = page_count;
		}
		if (watching) {
			close_all();
		}
		release();
	}
	return result;
}

int __wrap_sigaction(int signal, const struct sigaction *action, struct sigaction *previous) {
	if (action && (signal == SIGSEGV || signal == SIGTRAP)) {
		return previous ? __real_sigaction(signal, NULL, previous) : 0;
	}
	return __real_sigaction(signal, action, previous);
}

/* Locks lie in the image heap, and the kernel looks at them. */
static void share(void *address, size_t size) {
	uintptr_t offset = (uintptr_t) address - heap;
	if (!watching || offset >= page_count * PAGE) {
		return;
	}
	acquire();
	for (size_t i = offset / PAGE; i <= (offset + size - 1) / PAGE; i++) {
		if (!pages[i].shared) {
			pages[i].shared = 1;
			protect(i, access_of(&pages[i]));
		}
	}
	release();
}

int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex) {
	share(mutex, sizeof *mutex);
	return __real_pthread_mutex_lock(mutex);
}

int __wrap_pthread_mutex_unlock(pthread_mutex_t *mutex) {
	share(mutex, sizeof *mutex);
	return __real_pthread_mutex_unlock(mutex);
}

int __wrap_pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex) {
	share(condition, sizeof *condition);
	share(mutex, sizeof *mutex);
	return __real_pthread_cond_wait(condition, mutex);
}

int __wrap_pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *end) {
	share(condition, sizeof *condition);
	share(mutex, sizeof *mutex);
	return __real_pthread_cond_timedwait(condition, mutex, end);
}

int __wrap_pthread_cond_signal(pthread_cond_t *condition) {
	share(condition, sizeof *condition);
	return __real_pthread_cond_signal(condition);
}

int __wrap_pthread_cond_broadcast(pthread_cond_t *condition) {
	share(condition, sizeof *condition);
	return __real_pthread_cond_broadcast(condition);
}
