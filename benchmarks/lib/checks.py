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

"""Limits for what was measured: the project's targets, and a budget recorded from an earlier run."""

import json

from .environment import HERE
from .measure import pick

TARGETS = HERE / "targets.json"
BUDGET = HERE / "budget.json"


def value(results, subject, figure):
    """A figure such as plain.next_ms, size.bytes or idle.later; None if it wasn't measured."""
    found = results["subjects"].get(subject)
    if found is None:
        return None
    group, rest = figure.split(".", 1)
    if group in ("size", "table", "idle"):
        return pick(found, figure)
    spread = found["figures"].get(group, {}).get(rest)
    return spread["median"] if spread else None


def evaluate(results, check):
    """A check with what it came to: a ratio if it names a peer, else the plain figure."""
    subject, peer = check.get("subject", "kindling"), check.get("of")
    mine = value(results, subject, check["figure"])
    others = value(results, peer, check["figure"]) if peer else 1
    reached = None if mine is None or not others else mine / others
    return {**check, "subject": subject, "value": reached,
            "passed": None if reached is None else reached <= check["at_most"]}


def show(checks, say):
    """Prints a line a check; whether none was missed."""
    for check in checks:
        word = {None: "not measured", True: "reached", False: "MISSED"}[check["passed"]]
        name = f"{check['subject']} {check['figure']}" + (f" / {check['of']}" if check.get("of") else "")
        reached = "-" if check["value"] is None else f"{check['value']:.3f}"
        say(f"  {word:12}  {name:50}  {reached:>8}  at most {check['at_most']:.3f}")
    return all(check["passed"] is not False for check in checks)


def targets(results, names):
    """The targets of these sets; every set if none is named."""
    sets = json.loads(TARGETS.read_text())
    unknown = set(names) - set(sets)
    if unknown:
        raise SystemExit(f"no set of targets named {', '.join(sorted(unknown))}; there are {', '.join(sets)}")
    return {name: [evaluate(results, check) for check in sets[name]] for name in names or sets}


def budget(results):
    """What was recorded, with the room that the noise needs added."""
    recorded = json.loads(BUDGET.read_text())
    return [evaluate(results, {**entry, "at_most": entry["recorded"] * (1 + recorded["tolerance"][entry["kind"]])})
            for entry in recorded["entries"] if entry["recorded"] is not None]


def record(results):
    """Writes what this run reached into the budget; an entry that wasn't measured keeps its value."""
    recorded = json.loads(BUDGET.read_text())
    for entry in recorded["entries"]:
        reached = evaluate(results, {**entry, "at_most": 0})["value"]
        if reached is not None:
            entry["recorded"] = round(reached) if reached > 1000 else float(f"{reached:.3g}")
    lines = ",\n".join("    " + json.dumps(entry) for entry in recorded["entries"])
    BUDGET.write_text('{\n  "tolerance": %s,\n  "entries": [\n%s\n  ]\n}\n' % (json.dumps(recorded["tolerance"]), lines))
