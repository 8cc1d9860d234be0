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
 * What an executable of GraalVM does at its start, in small: it maps its image heap, makes
 * a part of it writable, and runs methods. Each line of the standard input is one use.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGES 4
#define PAGE 4096

__attribute__((noinline, section(".text.methods"))) int code(int number) {
	return number + 1;
}

__attribute__((noinline, section(".text.methods"))) int first(int number) {
	return number + 2;
}

__attribute__((noinline, section(".text.methods"))) int second(int number) {
	return number + 3;
}

int main(int count, char **arguments) {
	char line[100];
	long offset = 0;
	volatile char *heap;
	int file;
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (count < 2) {
		printf("%ld %ld\n", (long) ((char *) first - (char *) code), (long) ((char *) second - (char *) code));
		return 0;
	}
	file = open(arguments[1], O_RDONLY);
	heap = mmap(NULL, PAGES * PAGE, PROT_READ, MAP_PRIVATE, file, 0);
	if (file < 0 || heap == MAP_FAILED || mprotect((char *) heap + 2 * PAGE, PAGE, PROT_READ | PROT_WRITE)) {
		return 1;
	}
	while (fgets(line, sizeof line, stdin)) {
		sscanf(line + 1, "%ld", &offset);
		switch (line[0]) {
			case 'r':
				printf("%d\n", heap[offset]);
				break;
			case 'w':
				heap[offset]++;
				printf("%d\n", heap[offset]);
				break;
			case 'm':
				printf("%d\n", offset == 1 ? first(1) : second(1));
				break;
			case 'c':
				for (long i = 0; i < 100000; i++) {
					(void) heap[offset];
				}
				printf("%d\n", heap[offset]);
				break;
		}
	}
	return 0;
}
