#!/usr/bin/env python3
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

"""Tests of the benchmark itself: a driver that counts a wrong answer would make every figure worthless."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from lib import checks, report, subjects
from lib.callgrind import executed, read_symbols
from lib.environment import Unavailable, compile_c
from lib.measure import Failed, spread, summary, table_ms
from lib.objects import Heap

# A runtime of few lines; ANSWER is evaluated with the number of the call as n
PROGRAM = r"""
import http.client, os, time
answer = compile(os.environ["ANSWER"], "answer", "eval")
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
base, n = "/2018-06-01/runtime/invocation/", 0
while True:
    n += 1
    api.request("GET", base + "next")
    event = api.getresponse()
    body = event.read()
    deadline = int(event.headers["Lambda-Runtime-Deadline-Ms"])
    assert time.time() * 1000 < deadline < time.time() * 1000 + 60000
    assert event.headers["Lambda-Runtime-Invoked-Function-Arn"].startswith("arn:aws:lambda:")
    text = eval(answer)
    chunked = not isinstance(text, str)
    api.request("POST", base + event.headers["Lambda-Runtime-Aws-Request-Id"] + "/response", text,
                headers={"Transfer-Encoding": "chunked"} if chunked else {}, encode_chunked=chunked)
    accepted = api.getresponse()
    accepted.read()
    assert accepted.status == 202
"""
RIGHT = """'{"id":"%d","name":"mamezou"}' % n"""


class DriverTests(unittest.TestCase):
    def drive(self, answer, *options, program=PROGRAM):
        finished = subprocess.run([compile_c("driver"), "--timeout", "5", *options, "--", sys.executable, "-c", program],
                                  env={**os.environ, "ANSWER": answer}, capture_output=True, text=True)
        lines = [json.loads(line) for line in finished.stdout.splitlines()]
        self.assertEqual(finished.returncode == 0, all(line["ok"] for line in lines), finished.stderr)
        return lines

    def refused(self, answer, because, *options, program=PROGRAM):
        line = self.drive(answer, *options, program=program)[-1]
        self.assertFalse(line["ok"], line)
        self.assertIn(because, line["error"])

    def test_measures_starts_and_calls(self):
        lines = self.drive(RIGHT, "--starts", "2", "--calls", "11", "--memory-at", "5")
        self.assertEqual(len(lines), 2)
        for line in lines:
            self.assertEqual(line["item_id"], "11")
            self.assertEqual(line["warm"]["calls"], 10)
            self.assertLess(0, line["next_ms"])
            self.assertLess(line["next_ms"], line["answer_ms"])
            self.assertLessEqual(line["warm"]["min_ms"], line["warm"]["median_ms"])
            self.assertLessEqual(line["warm"]["median_ms"], line["warm"]["p99_ms"])
            for memory in ("first", "between", "end"):
                self.assertLess(1000, line[memory]["rss_kb"])
                self.assertLessEqual(line[memory]["rss_kb"], line[memory]["peak_kb"])
                self.assertLess(100, line[memory]["minor_faults"])

    def test_takes_members_in_either_order_and_spaces(self):
        self.assertTrue(self.drive("""' { "name" : "mamezou", "id" : "x" } '""")[0]["ok"])

    def test_takes_a_chunked_answer(self):
        answer = """iter([b'{"id":"%d",' % n, b'"name":"mam', b'ezou"}'])"""
        self.assertTrue(self.drive(answer, "--calls", "3")[0]["ok"])

    def test_refuses_wrong_answers(self):
        for answer in ('{"id":"1","name":"other"}', '{"id":"","name":"mamezou"}', '{"name":"mamezou"}', '{"id":"1"}',
                       '{"id":"1","name":"mamezou","more":"x"}', '{"id":"1","name":"mamezou"}x', '[]', '',
                       '{"id":1,"name":"mamezou"}', '"{}"', '{"id":"1","name":"mamezou"'):
            with self.subTest(answer):
                self.refused(repr(answer), "wrong answer")

    def test_takes_the_body_of_an_http_functions_answer(self):
        body = json.dumps('{"id":"%d","name":"mamezou"}').replace("%d", "' + str(n) + '")
        for rest in ('"statusCode":200,%s', '%s , "statusCode" : 201 , "headers":{"a":["}"]},"isBase64Encoded":false'):
            with self.subTest(rest):
                answer = "'{" + rest % f'"body":{body}' + "}'"
                self.assertTrue(self.drive(answer.replace("\\", "\\\\"), "--http", "--calls", "2")[0]["ok"])

    def test_refuses_other_answers_of_an_http_function(self):
        right = json.dumps('{"id":"1","name":"mamezou"}')
        for answer in (json.loads(right), '{"statusCode":500,"body":%s}' % right, '{"body":%s}' % right,
                       '{"statusCode":200}', '{"statusCode":200,"body":"{}"}', '{"statusCode":200,"body":%s' % right):
            with self.subTest(answer):
                self.refused(repr(answer), "wrong answer", "--http")

    def test_refuses_an_id_that_was_there_before(self):
        self.refused("""'{"id":"1","name":"mamezou"}'""", "wrong answer", "--calls", "2")

    def test_refuses_a_program_that_ends(self):
        self.refused("os._exit(7)", "it ended with status 7")

    def test_refuses_a_program_that_hangs(self):
        self.refused("time.sleep(60)", "no answer within 4 s", "--timeout", "4")

    def test_refuses_an_error_report(self):
        self.refused("", "init/error: {\"errorMessage\":\"x\"}", program="""
import http.client, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
api.request("POST", "/2018-06-01/runtime/init/error", '{"errorMessage":"x"}')
api.getresponse()
""")

    def test_refuses_the_answer_to_another_request(self):
        self.refused("", "wasn't given", program="""
import http.client, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
api.request("GET", "/2018-06-01/runtime/invocation/next")
api.getresponse().read()
api.request("POST", "/2018-06-01/runtime/invocation/other/response", '{"id":"1","name":"mamezou"}')
api.getresponse()
""")

    def test_ends_a_program_gently_if_asked(self):
        line = self.drive("(__import__('signal').signal(15, lambda *_: os._exit(0)), " + RIGHT + ")[1]", "--term")[0]
        self.assertTrue(line["ok"])


class CallgrindTests(unittest.TestCase):

    def read(self, reader, text):
        with tempfile.TemporaryDirectory() as directory:
            file = pathlib.Path(directory, "file")
            file.write_text(text)
            return reader(file)

    def test_counts_the_calls_of_each_function_that_ran(self):
        self.assertEqual({"main_a": 0, "put_b": 5, "get_c": 1}, self.read(executed, """events: Ir
fn=(1) main_a
12 100
cfn=(2) put_b
calls=2 20
12 300
fn=(2)
20 40
cfn=(3) put_b'2
calls=3 20
+1 30
cfn=(4) get_c
calls=1 30
* 10
"""))

    def test_knows_the_methods_of_symbols_but_for_the_applications_own(self):
        self.assertEqual({"HashMap_put_b": ("java.util.HashMap", "put")}, self.read(read_symbols, (
            "16 HashMap_put_b java.util.HashMap put\n0 Sample_main_a com.example.Sample main\n")))


class ObjectTests(unittest.TestCase):
    TRACE = """==1== SYSCALL[1,1](9) sys_mmap ( 0x0, 4096, 3, 34, 4294967295, 0 ) --> [pre-success] Success(0x4000) 
 L 00010040,8
SYSCALL[1,1](9) sys_mmap ( 0x10000, 8192, 1, 18, 5, 4096 ) --> [pre-success] Success(0x10000) 
I  00400000,4
 L 00010040,8
 L 00010048,4
 S 00010060,8
 M 00011000,8
 L 00020000,8
"""

    def setUp(self):
        with tempfile.TemporaryDirectory() as directory:
            file = pathlib.Path(directory, "objects")
            file.write_text("64 16 java.lang.Object a\n96 8 [B b\n104 8 [B unused\n4096 4000 java.lang.String c\n"
                            "120 8 com.example.Own d\n")
            self.heap = Heap.read(file)

    def test_counts_the_accesses_to_each_object_once_the_heap_is_mapped(self):
        uses = self.heap.uses(self.TRACE.splitlines(keepends=True))
        self.assertEqual({"a": 2, "b": 1, "c": 1}, {found.name: count for found, count in uses.used.items()})
        self.assertEqual({"b", "c"}, {found.name for found in uses.written})

    def test_knows_the_objects_but_for_the_applications_own(self):
        self.assertNotIn("com.example.Own", {found.type for found in self.heap.objects})

    def test_refuses_a_trace_of_another_build(self):
        with self.assertRaises(ValueError):
            self.heap.uses([" L 00010040,8\n"])


class LlrtTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)

    def binary(self, nightly=True, **environment):
        cargo = self.directory / "cargo"
        cargo.write_text(f'#!/bin/sh\n[ "$1" = +nightly ] && exit {0 if nightly else 1}\n')
        cargo.chmod(0o755)
        with unittest.mock.patch.multiple(subjects, CACHE=self.directory, run=self.run_step), \
                unittest.mock.patch.dict(os.environ, {"LLRT": "", "PATH": f"{self.directory}:/usr/bin:/bin",
                                                      **environment}):
            return subjects.llrt_binary()

    def run_step(self, command, log):
        script, target = command
        self.assertTrue(os.access(script, os.X_OK), script)
        (target / "llrt").write_text("built")

    def test_takes_the_binary_that_is_named(self):
        self.assertEqual(pathlib.Path("/named"), self.binary(nightly=False, LLRT="/named"))

    def test_builds_one_otherwise(self):
        self.assertEqual("built", self.binary().read_text())

    def test_says_what_the_build_needs(self):
        with self.assertRaisesRegex(Unavailable, "nightly"):
            self.binary(nightly=False)
        with self.assertRaisesRegex(Unavailable, "cargo is missing"):
            self.binary(PATH="/nowhere")


class CheckTests(unittest.TestCase):
    def results(self, mine, theirs):
        samples = {("kindling", "plain"): [{"next_ms": value} for value in mine],
                   ("rust", "plain"): [{"next_ms": value} for value in theirs]}
        figures = {}
        for (subject, scenario), starts in samples.items():
            figures[subject] = {scenario: {"next_ms": spread([start["next_ms"] for start in starts])}}
        return {"subjects": {name: {"title": name, "reference": "kindling", "size": {"bytes": 10, "zipped": 5},
                                    "figures": found}
                             for name, found in figures.items()}}

    def test_a_ratio_is_one_of_medians(self):
        check = checks.evaluate(self.results([1, 5, 100], [4, 4, 4]),
                                {"figure": "plain.next_ms", "of": "rust", "at_most": 1.3})
        self.assertEqual((check["value"], check["passed"]), (1.25, True))

    def test_a_ratio_above_its_limit_is_missed(self):
        check = checks.evaluate(self.results([6], [4]), {"figure": "plain.next_ms", "of": "rust", "at_most": 1.3})
        self.assertIs(check["passed"], False)
        self.assertFalse(checks.show([check], lambda line: None))

    def test_what_was_not_measured_is_neither(self):
        check = checks.evaluate(self.results([6], [4]), {"figure": "plain.next_ms", "of": "scf", "at_most": 1.3})
        self.assertIsNone(check["passed"])

    def test_a_budget_allows_for_noise_and_no_more(self):
        with unittest.mock.patch.object(checks, "BUDGET", pathlib.Path(tempfile.mkdtemp(), "budget.json")):
            checks.BUDGET.write_text(json.dumps({"tolerance": {"time": 0.2}, "entries": [
                {"figure": "plain.next_ms", "of": "rust", "kind": "time", "recorded": None}]}))
            self.assertEqual(checks.budget(self.results([4], [4])), [])
            checks.record(self.results([4], [4]))
            for mine, passed in [(2, True), (4.7, True), (4.9, False)]:
                self.assertEqual([check["passed"] for check in checks.budget(self.results([mine], [4]))], [passed])

    def test_reads_when_a_table_was_ready(self):
        self.assertEqual(table_ms("first\nTable people of Person is ready after 1834 us, with all\n"), 1.834)
        with self.assertRaises(Failed):
            table_ms("first\n")

    def test_targets_and_budget_name_figures_that_are_measured(self):
        cold = {"next_ms": 1, "answer_ms": 2, "first_call_ms": 1, "cpu_next_ms": 1, "cpu_answer_ms": 1,
                "first": {"rss_kb": 1, "private_dirty_kb": 1, "minor_faults": 1, "major_faults": 1}}
        memory = {"rss_kb": 1, "private_dirty_kb": 1, "peak_kb": 1, "minor_faults": 1}
        warm = {"warm": {"median_ms": 1, "p99_ms": 1, "cpu_ms": 1}, "between": memory, "end": memory}
        names = ("kindling", "url-connection", "scf", "quarkus", "rust", "node", "kindling-aot", "kindling-jvm",
                 "shop", "shop-scf")
        figures = summary({(name, scenario): [warm if scenario.startswith("warm") else cold] for name in names
                           for scenario in ("plain", "tls", "evicted", "warm", "warm-tls")})
        results = {"subjects": {name: {"title": name, "reference": "shop" if name.startswith("shop") else "kindling",
                                       "size": {"bytes": 1, "zipped": 1}, "idle": {"first": 1, "later": 0},
                                       "table": {"median": 2, "min": 1, "max": 3, "samples": 3},
                                       "figures": figures[name]} for name in names}}
        found = [check for checked in checks.targets(results, []).values() for check in checked]
        found += [checks.evaluate(results, {**entry, "at_most": 1})
                  for entry in json.loads(checks.BUDGET.read_text())["entries"]]
        self.assertEqual([check for check in found if check["value"] is None], [])
        rows = "\n".join(report.ratios(results))
        self.assertIn("| rust | 1.00 |", rows)
        self.assertIn("| shop-scf | 1.00 |", rows)
        self.assertNotIn("| shop |", rows)


if __name__ == "__main__":
    unittest.main()
