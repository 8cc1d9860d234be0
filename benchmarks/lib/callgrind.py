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

import collections
import re


def read_symbols(file):
    """The class and the name of each symbol's method, but for the application's own."""
    symbols = {}
    for line in file.read_text().splitlines():
        _, symbol, *method = line.split(" ")
        if not method[0].startswith("com.example."):
            symbols[symbol] = tuple(method)
    return symbols


def executed(output):
    """How often each function was called, of those that ran, in Callgrind's format."""
    names, ran, calls, called = {}, set(), collections.Counter(), None

    def name(text):
        number, found = re.fullmatch(r"\((\d+)\)(?: (.*))?", text).groups()
        if found:
            names[number] = re.sub(r"'\d+$", "", found)  # the depth of a recursion
        return names[number]

    for line in output.read_text().splitlines():
        if line.startswith("fn="):
            ran.add(name(line[3:]))
        elif line.startswith("cfn="):
            called = name(line[4:])
        elif line.startswith("calls="):
            calls[called] += int(line[6:].split()[0])
    return {function: calls[function] for function in ran | set(calls)}
