import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const instant = (stated: string) => new Date(`${stated.length === 16 ? `${stated}:00` : stated}Z`).toISOString();

type Row = [shape: string, file: string, text: string, instants: readonly string[], options?: { zone: string }];

const ROWS: Row[] = [
  [
    "story-at-start",
    "x.md",
    "# Post-mortem: checkout outage\n\nDate: 2026-02-11\n\n## What happened\n\nAt 13:02 UTC, a deploy of 4.2 started. Seven minutes later, at 13:09 UTC, errors rose. At 13:31 UTC the rollback was complete.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "meta-table",
    "x.md",
    "# Checkout outage\n\n| | |\n|---|---|\n| Date | 2026-02-11 |\n| Owner | Ines |\n\n## Timeline\n\nTimes in UTC.\n\n- 13:02: deploy\n- 13:09: errors\n- 13:31: rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "front-matter",
    "x.md",
    "---\ntitle: Checkout outage\ndate: 2026-02-11\n---\n\n## Timeline (UTC)\n\n- 13:02: deploy\n- 13:09: errors\n- 13:31: rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "time-column-last",
    "2026-02-11.md",
    "## Timeline\n\n| Event | Time (UTC) |\n|---|---|\n| Deploy | 13:02 |\n| Errors | 13:09 |\n| Rolled back | 13:31 |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "phase-tables",
    "2026-02-11.md",
    "## Timeline\n\n| Phase | Time (UTC) | Notes |\n|---|---|---|\n| Detect | 13:02 | Alert on p99 |\n| Respond | 13:09 | Paged Ines |\n| Fix | 13:31 | Rolled back |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "bracket-utc-plus",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC+1)\n\n- 14:02 deploy\n- 14:09 errors\n- 14:31 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "offset-each",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- 14:02 +0100 deploy\n- 14:09 +0100 errors\n- 14:31 +0100 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "parens-lead",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- (13:02 UTC) deploy\n- (13:09 UTC) errors\n- (13:31 UTC) rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "day-prefix",
    "x.md",
    "# Outage, February 2026\n\n## Timeline (UTC)\n\n- Feb 11 13:02 deploy\n- Feb 11 13:09 errors\n- Feb 11 13:31 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "ordinal",
    "x.md",
    "# Outage\n\n## Timeline (UTC)\n\n### 11th February 2026\n\n- 13:02 deploy\n- 13:09 errors\n- 13:31 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "us-slash",
    "x.md",
    "# Outage\n\n## Timeline (UTC)\n\n- 2/23/2026 13:02 deploy\n- 2/23/2026 13:09 errors\n- 2/23/2026 13:31 rolled back\n",
    ["2026-02-23T13:02", "2026-02-23T13:09", "2026-02-23T13:31"],
  ],
  [
    "noon",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- 11:58 am deploy\n- 12:09 pm errors\n- 12:31 pm rolled back\n",
    ["2026-02-11T11:58", "2026-02-11T12:09", "2026-02-11T12:31"],
  ],
  [
    "seconds-z",
    "x.txt",
    "20260211T130200Z deploy\n20260211T130900Z errors\n20260211T133100Z rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "slash-iso",
    "x.txt",
    "2026/02/11 13:02:00 UTC deploy\n2026/02/11 13:09:00 UTC errors\n2026/02/11 13:31:00 UTC rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "nginx",
    "x.log",
    "2026/02/11 13:02:00 [error] 31#31: *1 upstream timed out\n2026/02/11 13:09:00 [error] 31#31: *2 upstream timed out\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
    { zone: "UTC" },
  ],
  [
    "clf",
    "x.log",
    '10.0.0.1 - - [11/Feb/2026:13:02:00 +0000] "GET / HTTP/1.1" 500 12\n10.0.0.1 - - [11/Feb/2026:13:09:00 +0000] "GET / HTTP/1.1" 500 12\n',
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "minutes-later",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- 13:02 deploy\n- 13:09 (+7m) errors\n- 13:31 (+29m) rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "nested",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- 13:02 deploy\n  - by Ines, seen in the log of 12:58\n- 13:09 errors\n  - about 4% of requests\n- 13:31 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "asterisks-colon",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n**13:02 UTC:** deploy\n**13:09 UTC:** errors\n**13:31 UTC:** rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "code-times",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- `13:02` deploy\n- `13:09` errors\n- `13:31` rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "uhr",
    "2026-02-11.md",
    "# Ausfall\n\n## Zeitleiste (UTC)\n\n- 13:02 Uhr: Deploy\n- 13:09 Uhr: Fehler\n- 13.31 Uhr: Rollback\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "spanish",
    "2026-02-11.md",
    "# Caída\n\n## Cronología (UTC)\n\n- A las 13:02 se despliega 4.2\n- A las 13:09 suben los errores\n- A las 13:31 se revierte\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "two-days-table",
    "x.md",
    "## Timeline\n\n| UTC | Event |\n|---|---|\n| **2026-02-11** | |\n| 23:50 | Deploy |\n| **2026-02-12** | |\n| 00:04 | Alert |\n",
    ["2026-02-11T23:50", "2026-02-12T00:04"],
  ],
  [
    "three-cols-who",
    "2026-02-11.md",
    "## Timeline\n\n| Time | Who | What |\n|---|---|---|\n| 13:02 UTC | ines | deploy |\n| 13:09 UTC | pagerduty | page |\n| 13:31 UTC | ines | rolled back |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "star-date-time",
    "x.md",
    "# Outage\n\n## Timeline\n\n* 2026-02-11 @ 13:02 UTC - deploy\n* 2026-02-11 @ 13:09 UTC - errors\n* 2026-02-11 @ 13:31 UTC - rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "quoted-slack-style",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\nInes Alvarez [13:02]\nDeploying 4.2\n\nTomas Berg [13:09]\nSeeing timeouts\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "html-list",
    "x.html",
    "<h1>Outage 2026-02-11</h1><h2>Timeline (UTC)</h2><ul><li>13:02 deploy</li><li>13:09 errors</li><li><b>13:31</b> rolled back</li></ul>",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "html-table",
    "x.html",
    "<h1>Outage 2026-02-11</h1><h2>Timeline</h2><table><tr><th>Time (UTC)</th><th>What</th></tr><tr><td>13:02</td><td>deploy</td></tr><tr><td>13:09</td><td>errors</td></tr></table>",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "asciidoc",
    "x.adoc",
    "= Outage of 2026-02-11\n\n== Timeline (UTC)\n\n* 13:02 deploy\n* 13:09 errors\n* 13:31 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "asciidoc-dlist",
    "x.adoc",
    "= Outage of 2026-02-11\n\n== Timeline (UTC)\n\n13:02:: deploy\n13:09:: errors\n13:31:: rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "em-dash",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n13:02 — deploy\n\n13:09 — errors\n\n13:31 — rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "range-to",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- From 13:02 to 13:09: deploy rolls out\n- Between 13:09 and 13:31: errors\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "later-that-day",
    "x.md",
    "# Outage\n\nOn 11 February 2026 the deploy of 4.2 began at 13:02 UTC. Errors were first seen at 13:09 UTC. Later that day, at 13:31 UTC, we rolled back.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "lessons-times",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- 13:02 deploy\n- 13:09 errors\n- 13:31 rolled back\n\n## Lessons\n\n- The alert of 2025-12-01 10:00 was never tuned\n- Review at 15:00 on 2026-02-20\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "est-table",
    "x.md",
    "## Timeline\n\n| Date | Time (EST) | Event |\n|---|---|---|\n| 2026-02-11 | 8:02 AM | deploy |\n| 2026-02-11 | 8:09 AM | errors |\n| 2026-02-11 | 8:31 AM | rolled back |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
];

describe("a write-up or log, by how it names its day and times", () => {
  it.each(ROWS)("%s is read with its instants and nothing else", (...[, file, text, instants, options]: Row) => {
    const { events, rejects } = parseSource(textInput(text, file), options ?? {});
    expect(rejects).toEqual([]);
    expect(events.map(({ at }) => at)).toEqual(instants.map(instant));
  });

  it.each([
    ["no day", "# Outage\n\n## Timeline (UTC)\n\n- 13:02 deploy\n- 13:09 errors\n", "date"],
    [
      "a day of two orders",
      "# Outage\n\n## Timeline (UTC)\n\n- 02/03/2026 13:02 deploy\n- 02/03/2026 13:09 errors\n",
      "date",
    ],
    [
      "a zone of three meanings",
      "# Outage 2026-07-11\n\n## Timeline\n\n- 18:45 IST deploy\n- 18:52 IST errors\n",
      "zone",
    ],
    [
      "an hour without its half of the day",
      "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- 2:05 Deploy\n- 2:10 Errors\n- 2:15 PM Page\n",
      "half_day",
    ],
  ])("asks where it states %s", (_what, text, reason) => {
    const { events } = parseSource(textInput(text, "x.md"), {});
    expect(events[0]).toMatchObject({ at: null, ambiguity: { reason } });
  });
});
