# Copyright 2026-present the Kindling authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.

"""Reads which methods an executable ran, and how often, from what Callgrind writes."""
"""Reads which objects of an image heap an executable used, from what Valgrind's Lackey writes."""

import array
import collections
import re
import typing

WORD = 8  # bytes: objects are aligned to it
MAPPED = re.compile(r"sys_mmap \( (0x[0-9a-f]+), (\d+), .*Success\((0x[0-9a-f]+)\)")


class HeapObject(typing.NamedTuple):
    """An object of the image heap: its place in it, its size in bytes, its class, and its name in that class."""
    offset: int
    size: int
    type: str
    name: str


class Uses(typing.NamedTuple):
    """How often each object was read or written, and those that were written."""
    used: dict
    written: set


class Heap:
    """All objects of an executable's image heap."""

    def __init__(self, objects):
        self.objects = objects
        self.size = max(found.offset + found.size for found in objects)

    @classmethod
    def read(cls, file):
        """Reads what the image builder wrote, but for the application's own."""
        objects = []
        for line in file.read_text().splitlines():
            offset, size, rest = line.split(" ", 2)
            kind, name = rest.rsplit(" ", 1)
            if not kind.startswith("com.example."):
                objects.append(HeapObject(int(offset), int(size), kind, name))
        return cls(objects)

    def uses(self, lines):
        """Counts the accesses to each object in a trace of system calls and of all accesses to memory."""
        words = array.array("L", bytes(array.array("L").itemsize * (self.size // WORD + 1)))
        stored = bytearray(len(words))
        begin = end = -1
        for line in lines:
            kind = line[1:2]
            if kind in ("L", "S", "M"):
                address = int(line[3:line.index(",")], 16)
                if begin <= address < end:
                    word = (address - begin) // WORD
                    words[word] += 1
                    if kind != "L":
                        stored[word] = 1
            elif begin < 0 and "sys_mmap" in line:
                begin, end = self.mapped(line, begin, end)
        if begin < 0:
            raise ValueError("The trace has no mapping of the image heap: are executable and objects of one build?")
        used, written = collections.Counter(), set()
        for found in self.objects:
            first, last = found.offset // WORD, (found.offset + found.size) // WORD
            count = sum(words[first:last])
            if count:
                used[found] = count
                if any(stored[first:last]):
                    written.add(found)
        return Uses(used, written)

    def mapped(self, line, begin, end):
        """The addresses of the image heap, if this system call mapped it."""
        match = MAPPED.search(line)
        if match and 0 <= int(match[2]) - self.size < 64 * 1024 and int(match[1], 16) == int(match[3], 16):
            address = int(match[3], 16)
            return address, address + self.size
        return begin, end
