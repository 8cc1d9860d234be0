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

"""Measures all subjects interleaved, and sums up what was measured."""

import dataclasses
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import threading
import time

from .environment import TABLE, TARGET, TlsEndPoint, compile_c

LAMBDA = {
    "AWS_LAMBDA_FUNCTION_NAME": "benchmark", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128", "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/benchmark",
    "AWS_LAMBDA_LOG_STREAM_NAME": "2026/01/01/[$LATEST]0123456789abcdef", "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
    "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "benchmark",
    "AWS_SECRET_ACCESS_KEY": "benchmark", "AWS_SESSION_TOKEN": "benchmark", "_HANDLER": "bootstrap",
    "LAMBDA_TASK_ROOT": "/var/task", "LAMBDA_RUNTIME_DIR": "/var/runtime", "TZ": ":UTC", "LANG": "en_US.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin", "EXAMPLE_TABLE_NAME": TABLE,
}
SHARE_OF_128_MB = 128 / 1769  # of a core: 1769 MB are one


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    tls: bool = False
    unprimed: bool = False
    evicted: bool = False
    quota: bool = False
    warm: bool = False


SCENARIOS = [
    Scenario("plain", "cold start"),
    Scenario("tls", "cold start over TLS", tls=True),
    Scenario("tls-unprimed", "cold start over TLS, priming switched off", tls=True, unprimed=True),
    Scenario("evicted", "cold start over TLS, nothing in the page cache", tls=True, evicted=True),
    Scenario("quota", "cold start over TLS, the CPU of 128 MB from the first event on", tls=True, quota=True),
    Scenario("warm", "warm calls", warm=True),
    Scenario("warm-tls", "warm calls over TLS", tls=True, warm=True),
]


class Failed(Exception):
    """A subject that didn't start, or didn't answer rightly."""


class Progress:
    """One line that rewrites itself on a terminal; elsewhere only what matters later."""

    def __init__(self):
        self.terminal = sys.stderr.isatty()

    def show(self, text):
        if self.terminal:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    def say(self, text):
        print(f"\r\033[K{text}" if self.terminal else text, file=sys.stderr, flush=True)


class Load:
    """How much of the machine others have used since the last look, in cores."""

    def __init__(self, pids):
        self.pids = pids
        self.last = self.read()

    def read(self):
        ticks = [int(value) for value in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        hertz = os.sysconf("SC_CLK_TCK")
        busy = (sum(ticks) - ticks[3] - ticks[4]) / hertz  # all but idle and waiting for a disk
        own = sum(usage.ru_utime + usage.ru_stime for usage in (resource.getrusage(resource.RUSAGE_SELF),
                                                               resource.getrusage(resource.RUSAGE_CHILDREN)))
        for pid in self.pids:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            own += (int(fields[11]) + int(fields[12])) / hertz
        return time.monotonic(), busy - own

    def by_others(self):
        before, self.last = self.last, self.read()
        return max(0.0, (self.last[1] - before[1]) / max(self.last[0] - before[0], 0.001))


class Bench:
    def __init__(self, options, dynamodb, tls, certificates):
        self.options = options
        self.dynamodb = dynamodb
        self.tls = tls
        self.certificates = certificates
        self.driver = compile_c("driver")
        self.progress = Progress()
        self.load = Load([dynamodb.process.pid, tls.process.pid])
        self.samples = {}  # (subject, scenario): the driver's figures, one a start
        self.failures = {}
        self.disturbed = 0
        self.patience = options.patience

    # ---- one start ----

    def start(self, subject, built, scenario, calls=1, endpoint=None, extra=(), more={}):
        certificates = self.certificates if scenario.tls else None
        environment = {**LAMBDA, **subject.environment(built, certificates),
                       "AWS_ENDPOINT_URL_DYNAMODB": endpoint or (self.tls if scenario.tls else self.dynamodb).endpoint,
                       **more}
        if scenario.tls and subject.priming:  # the default takes a local end point for a test, and doesn't prime
            environment[subject.priming] = "off" if scenario.unprimed else "always"
        log = self.log(subject, scenario)
        log.parent.mkdir(parents=True, exist_ok=True)
        arguments = ["--calls", calls, "--timeout", 60, "--log", log, *extra]
        if scenario.evicted:
            for file in [*built.files, *built.also_evicted]:
                arguments += ["--evict", file]
        if scenario.quota:
            arguments += ["--quota", f"{SHARE_OF_128_MB:.4f}"]
        arguments += subject.workload.options
        return self.drive([*arguments, "--", *subject.command(built, certificates)], environment, log)

    @staticmethod
    def log(subject, scenario):
        return TARGET / "logs" / f"{subject.name}-{scenario.name}.log"

    def drive(self, arguments, environment, log):
        finished = subprocess.run([str(part) for part in [self.driver, *arguments]], env=environment,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if finished.stderr.strip():
            self.progress.say(finished.stderr.strip())
        if finished.returncode == 3:
            raise Failed(finished.stderr.strip())
        lines = [json.loads(line) for line in finished.stdout.splitlines()]
        if finished.returncode != 0 or not lines or not lines[-1]["ok"]:
            error = lines[-1]["error"] if lines else finished.stderr.strip()
            raise Failed(f"{error} (its output: {log})")
        if not self.dynamodb.has(lines[-1]["item_id"], "mamezou"):
            raise Failed(f"the item {lines[-1]['item_id']} that it answered isn't in DynamoDB")
        return lines[-1]

    # ---- rounds ----

    def measure(self, subjects, scenarios):
        cold = [scenario for scenario in scenarios if not scenario.warm]
        warm = [scenario for scenario in scenarios if scenario.warm]
        for subject, built in subjects:  # a start that doesn't count: shows failures, fills the page cache
            self.forget(built.files)
            for scenario in cold or SCENARIOS[:1]:
                self.try_start(subject, built, scenario, {})
        self.load.by_others()
        for group, rounds in [(cold, self.options.starts), (warm, self.options.warm_rounds)]:
            for number in range(rounds if group else 0):
                self.round(subjects, group, number, rounds)

    @staticmethod
    def forget(files):
        """Puts files out of the page cache: what was just written counts as dirty memory of the program, and is
        mapped in larger blocks than what was read, as it is where the program is deployed."""
        for file in files:
            descriptor = os.open(file, os.O_RDONLY)
            try:
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)

    def round(self, subjects, scenarios, number, rounds):
        """Every subject in every scenario once; again if others kept the machine busy meanwhile."""
        while True:
            taken = {}
            for scenario in scenarios:
                for position in range(len(subjects)):
                    subject, built = subjects[(position + number) % len(subjects)]
                    self.progress.show(f"{scenario.title}: round {number + 1} of {rounds}, {subject.name}")
                    self.try_start(subject, built, scenario, taken)
            others = self.load.by_others()
            if others <= self.options.max_load or self.patience <= 0:
                break
            self.progress.say(f"round {number + 1}: others used {others:.2f} cores, again")
            self.wait_for_quiet()
        if others > self.options.max_load:
            self.disturbed += 1
        for key, figures in taken.items():
            self.samples.setdefault(key, []).append(figures)

    def wait_for_quiet(self):
        while self.patience > 0:
            time.sleep(2)
            self.patience -= 2
            if self.load.by_others() <= self.options.max_load:
                return
        self.progress.say("the machine doesn't get quiet: going on, and saying so in the report")

    def try_start(self, subject, built, scenario, taken):
        key = (subject.name, scenario.name)
        if key in self.failures or (scenario.unprimed and not subject.priming):
            return
        try:
            if scenario.warm:
                calls = self.options.calls
                taken[key] = self.start(subject, built, scenario, calls, extra=["--memory-at", min(300, calls)])
            else:
                taken[key] = self.start(subject, built, scenario)
        except Failed as failure:
            self.failures[key] = str(failure)
            self.samples.pop(key, None)
            self.progress.say(f"FAILED {subject.name}, {scenario.title}: {failure}")

    def train(self, command):
        """Runs a JVM through 50 calls and ends it gently."""
        self.drive(["--calls", 50, "--timeout", 60, "--term", "--log", TARGET / "training.log", "--", *command],
                   {**LAMBDA, "AWS_ENDPOINT_URL_DYNAMODB": self.dynamodb.endpoint}, TARGET / "training.log")

    # ---- one part of the start ----

    def table(self, subjects):
        """How long Kindling's own executables say that their table took, with client and schema."""
        scenario, times = SCENARIOS[0], {}
        for number in range(self.options.starts):
            for subject, built in subjects:
                if (not subject.priming or subject.jvm or subject.workload.name != "person"
                        or (subject.name, "table") in self.failures):
                    continue
                self.progress.show(f"table: round {number + 1} of {self.options.starts}, {subject.name}")
                try:
                    self.start(subject, built, scenario, more={"LOGGING_LEVEL_DEV_KINDLING_DYNAMODB": "debug"})
                    found = table_ms(self.log(subject, scenario).read_text())
                    times.setdefault(subject.name, []).append(found)
                except Failed as failure:
                    self.failures[(subject.name, "table")] = str(failure)
                    self.progress.say(f"FAILED {subject.name}, table: {failure}")
        return {name: spread(values) for name, values in times.items()}

    # ---- a quiet function ----

    def idle(self, subjects):
        """TLS handshakes for the first call, and for those that follow every 10 s; all subjects at the same time."""
        handshakes, scenario = {}, next(scenario for scenario in SCENARIOS if scenario.name == "tls")
        calls, interval = self.options.idle_calls, self.options.idle_interval

        def run(subject, built):
            tls = TlsEndPoint(self.certificates, self.dynamodb)
            try:
                self.start(subject, built, scenario, calls, tls.endpoint, ["--interval", interval * 1000])
                times = [at for at, _ in tls.handshakes]
                later = [at for at in times if at > times[0] + interval / 2]
                handshakes[subject.name] = {"first": len(times) - len(later), "later": len(later)}
            except Failed as failure:
                self.failures[(subject.name, "idle")] = str(failure)
                self.progress.say(f"FAILED {subject.name}, idle: {failure}")
            finally:
                tls.close()

        self.progress.show(f"{calls} calls, one every {interval} s")
        threads = [threading.Thread(target=run, args=pair) for pair in subjects]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return handshakes


def table_ms(log):
    """The milliseconds in the line that an executable logs when its table is ready."""
    found = re.search(r"is ready after (\d+) us", log)
    if not found:
        raise Failed("it doesn't say when its table was ready")
    return int(found[1]) / 1000


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values), "samples": len(values)}


def pick(figures, path):
    for part in path.split("."):
        figures = figures.get(part) if isinstance(figures, dict) else None
    return figures


COLD = ["next_ms", "answer_ms", "first_call_ms", "cpu_next_ms", "cpu_answer_ms", "first.rss_kb",
        "first.private_dirty_kb", "first.minor_faults", "first.major_faults"]
WARM = ["warm.median_ms", "warm.p99_ms", "warm.cpu_ms", "between.peak_kb", "end.rss_kb", "end.private_dirty_kb",
        "end.peak_kb", "end.minor_faults"]


def summary(samples):
    """subject → scenario → figure → median, min, max."""
    result = {}
    for (subject, scenario), starts in samples.items():
        figures = WARM if scenario.startswith("warm") else COLD
        result.setdefault(subject, {})[scenario] = {
            figure: spread([pick(start, figure) for start in starts]) for figure in figures}
    return result
