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

"""Writes the results: Markdown, JSON and SVG charts."""

import html
import json

MB = 1_000_000


def milliseconds(spread):
    return None if spread is None else f"{spread['median']:.3g}" if spread["median"] < 100 else f"{spread['median']:.0f}"


def with_range(spread):
    """Median with the least and the most, such as 4.9 (4.7-5.6)."""
    if spread is None:
        return None
    digits = 2 if spread["max"] < 10 else 1 if spread["max"] < 100 else 0
    return f"{spread['median']:.{digits}f} ({spread['min']:.{digits}f}-{spread['max']:.{digits}f})"


def megabytes_of_kb(spread):
    return None if spread is None else f"{spread['median'] * 1024 / MB:.1f}"


def figure(subject, scenario, name):
    return subject["figures"].get(scenario, {}).get(name)


def column(title, form, scenario, name):
    return title, lambda subject: form(figure(subject, scenario, name))


def pair(title, form, *figures):
    def text(subject):
        parts = [form(figure(subject, scenario, name)) for scenario, name in figures]
        return " / ".join(part or "-" for part in parts) if any(parts) else None
    return title, text


def size(key):
    return lambda subject: f"{subject['size'][key] / MB:.1f}"


TRUST = ("Over TLS, subjects on Java are told a trust store of 140 roots at run time: the JDK parses all, for "
         "Kindling's HTTP client those that the server's chain names. Rust reads the 140 as PEM; Node and LLRT read "
         "one root beside those compiled in.")

TABLES = [
    ("Cold start", "From `exec` to the first request for an event, and to the first answer; ms, median (min-max). " +
     TRUST, [
        column("→ `/next`", with_range, "plain", "next_ms"),
        column("→ first answer", with_range, "plain", "answer_ms"),
        column("the same over TLS", with_range, "tls", "answer_ms"),
        column("priming off", with_range, "tls-unprimed", "answer_ms"),
        column("executable not in the page cache", with_range, "evicted", "answer_ms"),
        pair("CPU time to the first answer: plain / TLS", milliseconds, ("plain", "cpu_answer_ms"),
             ("tls", "cpu_answer_ms")),
        ("of it DynamoDB's client, schema and table", lambda subject: with_range(subject["table"])
         if "table" in subject else None)]),
    ("First call with the CPU of 128 MB",
     "Over TLS. Init runs without a limit, then from the first event on the function has 128/1769 of a core; ms.", [
         column("init", with_range, "quota", "next_ms"),
         column("first call", with_range, "quota", "first_call_ms"),
         column("together", with_range, "quota", "answer_ms")]),
    ("Size and memory", "MB, medians. Page faults up to the first answer, minor / major.", [
        ("deployed", size("bytes")), ("zipped", size("zipped")),
        pair("first answer: resident / private dirty", megabytes_of_kb, ("plain", "first.rss_kb"),
             ("plain", "first.private_dirty_kb")),
        pair("after the warm calls: resident / private dirty", megabytes_of_kb, ("warm", "end.rss_kb"),
             ("warm", "end.private_dirty_kb")),
        pair("peak after 300 calls / at the end", megabytes_of_kb, ("warm", "between.peak_kb"),
             ("warm", "end.peak_kb")),
        pair("page faults", lambda spread: spread and f"{spread['median']:.0f}", ("plain", "first.minor_faults"),
             ("plain", "first.major_faults"))]),
    ("Warm calls", "ms.", [
        column("median", with_range, "warm", "warm.median_ms"),
        column("99th percentile", with_range, "warm", "warm.p99_ms"),
        column("CPU time a call", with_range, "warm", "warm.cpu_ms"),
        column("median over TLS", with_range, "warm-tls", "warm.median_ms"),
        column("CPU time over TLS", with_range, "warm-tls", "warm.cpu_ms"),
        ("TLS handshakes: first call / 3 more, 10 s apart", lambda subject: "{first} / {later}".format(**subject["idle"])
         if "idle" in subject else None)]),
]

RATIOS = [("→ `/next`", "plain", "next_ms"), ("→ first answer", "plain", "answer_ms"),
          ("→ first answer over TLS", "tls", "answer_ms"), ("first call, 128 MB", "quota", "first_call_ms"),
          ("deployed", "size", "bytes"), ("resident, first answer", "plain", "first.rss_kb"),
          ("resident, after the warm calls", "warm", "end.rss_kb"), ("warm median", "warm", "warm.median_ms"),
          ("warm median over TLS", "warm-tls", "warm.median_ms"), ("CPU time a call", "warm", "warm.cpu_ms")]

CHARTS = [
    ("cold-start", "Cold start: from exec to the first answer, ms",
     [("plain", "plain", "answer_ms"), ("over TLS", "tls", "answer_ms")], 1),
    ("first-call", "First call over TLS with the CPU of a 128 MB function, ms",
     [("first call", "quota", "first_call_ms")], 1),
    ("memory", "Resident memory, MB",
     [("first answer", "plain", "first.rss_kb"), ("after the warm calls", "warm", "end.rss_kb")], 1024 / MB),
    ("warm", "A warm call: put and get one item, ms",
     [("plain", "warm", "warm.median_ms"), ("over TLS", "warm-tls", "warm.median_ms")], 1),
]


def table(results, columns):
    """Rows of Markdown; a column or a row without a value is left out."""
    subjects = list(results["subjects"].values())
    shown = [(title, form) for title, form in columns if any(form(subject) for subject in subjects)]
    if not shown:
        return []
    lines = ["| | " + " | ".join(title for title, _ in shown) + " |", "|---" * (len(shown) + 1) + "|"]
    for subject in subjects:
        cells = [form(subject) for _, form in shown]
        if any(cells):
            lines.append(f"| {subject['title']} | " + " | ".join(cell or "-" for cell in cells) + " |")
    return lines


def ratios(results):
    """Kindling's figures as shares of every peer's with the same workload."""
    subjects = results["subjects"]
    peers = {name: subject for name, subject in subjects.items()
             if subject["reference"] in subjects and name != subject["reference"]}
    if not peers:
        return []

    def cell(subject, scenario, name):
        mine = subjects[subject["reference"]]
        if scenario == "size":
            return f"{mine['size'][name] / subject['size'][name]:.2f}"
        ours, theirs = figure(mine, scenario, name), figure(subject, scenario, name)
        return f"{ours['median'] / theirs['median']:.2f}" if ours and theirs and theirs["median"] else None

    columns = [(title, lambda subject, s=scenario, n=name: cell(subject, s, n)) for title, scenario, name in RATIOS]
    return table({"subjects": peers}, columns)


def markdown(results, checked):
    machine = results["machine"]
    lines = ["# Benchmark", "",
             f"{results['date']}, commit {machine['commit']}, {machine['cores']} cores of {machine['cpu']}, "
             f"{machine['memory_gb']} GB, Linux {machine['kernel']}. "
             f"{results['starts']} cold starts, {results['warm_rounds']} × {results['calls']} warm calls, all subjects "
             f"interleaved in one run, heap of every Java subject limited to 48 MB.", ""]
    if results["disturbed"]:
        lines += [f"**{results['disturbed']} rounds were measured while others used the machine.**", ""]
    for title, text, columns in TABLES:
        rows = table(results, columns)
        if rows:
            lines += [f"## {title}", "", text, "", *rows, ""]
    rows = ratios(results)
    if rows:
        lines += ["## Kindling's share of each", "", "Its median divided by the other's: below 1 Kindling is better.",
                  "", *rows, ""]
    for name, checks in checked.items():
        lines += [f"## Targets: {name}", "", "| figure | of | reached | at most | |", "|---|---|---|---|---|"]
        for check in checks:
            reached = "-" if check["value"] is None else f"{check['value']:.3f}"
            word = {None: "not measured", True: "reached", False: "**missed**"}[check["passed"]]
            lines.append(f"| {check['subject']} {check['figure']} | {check.get('of', '-')} | {reached} | "
                         f"{check['at_most']:.2f} | {word} |")
        lines.append("")
    for kind in ("skipped", "failures"):
        if results[kind]:
            lines += [f"## {kind.capitalize()}", "",
                      *(f"- {name}: {reason.splitlines()[0]}" for name, reason in results[kind].items()), ""]
    return "\n".join(lines)


COLOURS = ["#2f7d4f", "#8fc7a5", "#5b6470", "#b9c0c8"]  # Kindling's two series, the others' two


def chart(results, title, series, factor):
    """Horizontal bars; one that would dwarf the rest is cut, and marked."""
    rows = []
    for name, subject in results["subjects"].items():
        values = [(label, figure(subject, scenario, key)) for label, scenario, key in series]
        if all(spread for _, spread in values):
            rows.append((name, subject["title"], [(label, spread["median"] * factor) for label, spread in values]))
    if not rows:
        return None
    native = [value for name, _, values in rows if not name.endswith(("-jvm", "-aot")) for _, value in values]
    limit = max(native or [value for _, _, values in rows for _, value in values])
    bar, left, width, right = 15, 300, 420, 90
    parts, y = [], 62
    for index, (label, _, _) in enumerate(series if len(series) > 1 else []):
        x = left + index * 160
        parts.append(f'<rect x="{x}" y="36" width="12" height="12" fill="{COLOURS[2 + index]}"/>'
                     f'<text x="{x + 18}" y="46">{html.escape(label)}</text>')
    for name, label, values in rows:
        middle = y + bar * len(values) / 2 + 4
        weight = ' font-weight="bold"' if name == results["subjects"][name]["reference"] else ""
        parts.append(f'<text x="{left - 10}" y="{middle:.0f}" text-anchor="end"{weight}>{html.escape(label)}</text>')
        for index, (_, value) in enumerate(values):
            length = max(1.0, min(value / limit, 1.0) * width)
            colour = COLOURS[index if name.startswith("kindling") else 2 + index]
            text = f"{value:.3g}" if value < 100 else f"{value:.0f}"
            parts.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{bar - 2}" fill="{colour}"/>'
                         f'<text x="{left + length + 6:.1f}" y="{y + bar - 4}">{"» " if value > limit else ""}{text}'
                         f'</text>')
            y += bar
        y += 9
    total = left + width + right
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{total}" height="{y + 8}" viewBox="0 0 {total} {y + 8}" '
            f'font-family="Helvetica, Arial, sans-serif" font-size="12" fill="#1c2024">\n'
            f'<rect width="{total}" height="{y + 8}" rx="6" fill="#ffffff"/>\n'
            f'<text x="16" y="24" font-size="15" font-weight="bold">{html.escape(title)}</text>\n'
            + "\n".join(parts) + "\n</svg>\n")


def write(results, checked, directory):
    directory.mkdir(parents=True, exist_ok=True)
    for name, *_ in CHARTS:
        (directory / f"{name}.svg").unlink(missing_ok=True)
    (directory / "benchmark.json").write_text(json.dumps({**results, "targets": checked}, indent=1) + "\n")
    (directory / "benchmark.md").write_text(markdown(results, checked))
    for name, title, series, factor in CHARTS:
        drawn = chart(results, title, series, factor)
        if drawn:
            (directory / f"{name}.svg").write_text(drawn)
