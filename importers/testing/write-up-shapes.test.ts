import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const instant = (stated: string) => new Date(`${stated.length === 16 ? `${stated}:00` : stated}Z`).toISOString();

type Row = [shape: string, file: string, text: string, instants: readonly string[], options?: { zone: string }];

const ROWS: Row[] = [
  [
    "bullets",
    "2026-02-11-api.md",
    "# API outage\n\n## Timeline (UTC)\n\n* 13:02 – Deploy of 4.2 begins\n* 13:09 – p99 climbs to 8 s\n* 13:15 – On-call is paged\n* 13:31 – Rollback done\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:15", "2026-02-11T13:31"],
  ],
  [
    "numbered",
    "x.md",
    "# Post-mortem: 11 February 2026\n\n## What happened\n\nAll times UTC.\n\n1. 13:02 Deploy of 4.2 begins\n2. 13:09 p99 climbs to 8 s\n3. 13:15 On-call is paged\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:15"],
  ],
  [
    "table-date-time",
    "x.md",
    "# Outage\n\n| Date | Time (UTC) | What |\n|---|---|---|\n| 11 Feb 2026 | 23:50 | Deploy |\n| 12 Feb 2026 | 00:04 | Alert |\n|  | 00:20 | Rollback |\n",
    ["2026-02-11T23:50", "2026-02-12T00:04", "2026-02-12T00:20"],
  ],
  [
    "table-range",
    "2026-02-11.md",
    "# Outage\n\n## Timeline\n\n| When (UTC) | What |\n|---|---|\n| 13:02 – 13:09 | Deploy rolls out |\n| 13:09 – 13:31 | Errors on checkout |\n| 13:31 | Rolled back |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "definition-list",
    "x.md",
    "# Outage of 2026-02-11\n\n## Timeline\n\n13:02 UTC\n: Deploy of 4.2 begins\n\n13:09 UTC\n: p99 climbs to 8 s\n\n13:15 UTC\n: On-call is paged\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:15"],
  ],
  [
    "heading-hour",
    "x.md",
    "# Outage of 2026-02-11 (UTC)\n\n### 13:02\n\nDeploy of 4.2 begins.\n\n### 13:09\n\np99 climbs to 8 s.\n\n### 13:15\n\nOn-call is paged.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:15"],
  ],
  [
    "prose",
    "x.md",
    "# Outage\n\nOn 11 February 2026 at 13:02 UTC we deployed 4.2. Around 13:09 the p99 of checkout climbed to 8 seconds. The on-call was paged at 13:15 and began a rollback, which finished at 13:31.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:15", "2026-02-11T13:31"],
  ],
  [
    "comma-millis",
    "x.log",
    "2026-02-11 13:02:01,113 INFO deploy started\n2026-02-11 13:09:44,870 ERROR upstream timed out\n2026-02-11 13:31:00,001 INFO rollback done\n",
    ["2026-02-11T13:02:01.113", "2026-02-11T13:09:44.870", "2026-02-11T13:31:00.001"],
    { zone: "UTC" },
  ],
  [
    "14h05-named",
    "2026-02-11.md",
    "# Incident\n\n## Timeline (UTC)\n\n- 14h05: deploy\n- 14h12: first errors\n- 14h31: rolled back\n",
    ["2026-02-11T14:05", "2026-02-11T14:12", "2026-02-11T14:31"],
  ],
  [
    "2.05pm",
    "x.md",
    "# Outage, 11 Feb 2026\n\n## Timeline (GMT)\n\n- 2.05pm Deploy\n- 2.12pm First errors\n- 2.31pm Rolled back\n",
    ["2026-02-11T14:05", "2026-02-11T14:12", "2026-02-11T14:31"],
  ],
  [
    "t-plus",
    "x.md",
    "# Outage\n\nT0 = 2026-02-11 13:02 UTC\n\n## Timeline\n\n- T+0m Deploy\n- T+7m Errors rise\n- T+29m Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "en-dash-range",
    "x.md",
    "# 2026-02-11 outage\n\n## Timeline\n\n- 13:02–13:09 UTC: deploy rolls out\n- 13:09–13:31 UTC: checkout fails\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "arrows",
    "2026-02-11.txt",
    "13:02 UTC -> deploy\n13:09 UTC -> errors rise\n13:31 UTC → rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "dmy",
    "x.md",
    "# Outage\n\n## Timeline\n\n- 23/02/2026 13:02 UTC Deploy\n- 23/02/2026 13:09 UTC Errors\n- 24/02/2026 08:00 UTC Review of alerts\n",
    ["2026-02-23T13:02", "2026-02-23T13:09", "2026-02-24T08:00"],
  ],
  [
    "dotted",
    "x.md",
    "# Ausfall\n\n## Timeline (UTC)\n\n- 11.02.2026 13:02 Deploy\n- 11.02.2026 13:09 Errors\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "next-morning",
    "x.md",
    "# Outage\n\nOn 11 February 2026 at 22:10 UTC disks filled up. At 22:25 UTC we freed space. The next morning at 9:40 UTC it happened again, and at 10:05 UTC we added a volume.\n",
    ["2026-02-11T22:10", "2026-02-11T22:25", "2026-02-12T09:40", "2026-02-12T10:05"],
  ],
  [
    "brackets-after",
    "x.md",
    "# Outage of 2026-02-11\n\n## Timeline\n\n- Deploy of 4.2 begins (13:02 UTC)\n- p99 climbs to 8 s (13:09 UTC)\n- Rolled back (13:31 UTC)\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "emoji",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\n- 🚀 13:02 Deploy\n- 🔥 13:09 Errors rise\n- ✅ 13:31 Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "quote-chat",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\n> **ines** 13:02: deploying 4.2\n> **tomas** 13:09: seeing timeouts\n> **ines** 13:31: rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "code-log",
    "x.md",
    "# Outage of 2026-02-11\n\n## Timeline\n\n```\n13:02:11 UTC deploy started\n13:09:40 UTC upstream timed out\n13:31:02 UTC rollback done\n```\n",
    ["2026-02-11T13:02:11", "2026-02-11T13:09:40", "2026-02-11T13:31:02"],
  ],
  [
    "bold-times",
    "x.md",
    "# 2026-02-11: checkout down\n\n## Timeline (all times UTC)\n\n**13:02** Deploy begins. \n\n**13:09** Errors rise. \n\n**13:31** Rolled back.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "day-headings",
    "x.md",
    "# Outage\n\n## Timeline (UTC)\n\n### Wednesday, 11 February 2026\n\n- 23:50 Deploy\n\n### Thursday, 12 February 2026\n\n- 00:04 Alert\n- 00:20 Rolled back\n",
    ["2026-02-11T23:50", "2026-02-12T00:04", "2026-02-12T00:20"],
  ],
  [
    "us-long",
    "x.md",
    "# Outage\n\n## Timeline\n\n- Feb 11, 2026, 8:02 AM ET: Deploy\n- Feb 11, 2026, 8:09 AM ET: Errors\n- Feb 11, 2026, 12:31 PM ET: Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T17:31"],
  ],
  [
    "iso-bullets",
    "x.md",
    "# Outage\n\n## Events\n\n- 2026-02-11T13:02:00Z deploy\n- 2026-02-11T13:09:00Z errors\n- 2026-02-11T14:31:00+01:00 rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "wiki-table",
    "x.txt",
    "h1. Outage of 2026-02-11\n\n|| Time (UTC) || Event ||\n| 13:02 | Deploy |\n| 13:09 | Errors |\n| 13:31 | Rolled back |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "hhmm-utc",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- 1302 UTC: deploy\n- 1309 UTC: errors\n- 1331 UTC: rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "midnight",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\n- 23:50 Deploy\n- 23:58 Errors\n- 00:04 Paged\n- 00:20 Rolled back\n",
    ["2026-02-11T23:50", "2026-02-11T23:58", "2026-02-12T00:04", "2026-02-12T00:20"],
  ],
  [
    "checklist",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- [x] 13:02 Deploy\n- [x] 13:09 Errors\n- [ ] 13:31 Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "pipe-lines",
    "2026-02-11.txt",
    "Outage timeline, UTC\n\n13:02 | Deploy\n13:09 | Errors\n13:31 | Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "tabs",
    "2026-02-11.txt",
    "Time (UTC)\tEvent\n13:02\tDeploy\n13:09\tErrors\n13:31\tRolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "approx",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline (UTC)\n\n- ~13:02 Deploy\n- approx. 13:09 Errors\n- circa 13:31 Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "html-break",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\n13:02 Deploy<br>13:09 Errors<br/>13:31 Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "two-zones",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- 14:02 CET (13:02 UTC): deploy\n- 14:09 CET (13:09 UTC): errors\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "zone-per-column",
    "x.md",
    "| UTC | Local (CET) | Event |\n|---|---|---|\n| 2026-02-11 13:02 | 14:02 | Deploy |\n| 2026-02-11 13:09 | 14:09 | Errors |\n",
    ["2026-02-11T13:02", "2026-02-11T13:09"],
  ],
  [
    "bold-label",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- **Start:** 13:02 UTC\n- **Detected:** 13:09 UTC\n- **Resolved:** 13:31 UTC\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "sentence-items",
    "x.md",
    "# Outage 2026-02-11\n\n## Timeline\n\n- We deployed 4.2 at 13:02 UTC.\n- At 13:09 UTC errors began.\n- By 13:31 UTC the rollback was done.\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "weekday-items",
    "x.md",
    "# Outage, week of 9 February 2026\n\n## Timeline (UTC)\n\n- Wed 11 Feb, 13:02: Deploy\n- Wed 11 Feb, 13:09: Errors\n- Thu 12 Feb, 08:00: Fix shipped\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-12T08:00"],
  ],
  [
    "rst",
    "x.rst",
    "Outage of 2026-02-11\n====================\n\nTimeline (UTC)\n--------------\n\n:13:02: Deploy\n:13:09: Errors\n:13:31: Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "square",
    "2026-02-11.txt",
    "[13:02 UTC] Deploy\n[13:09 UTC] Errors\n[13:31 UTC] Rolled back\n",
    ["2026-02-11T13:02", "2026-02-11T13:09", "2026-02-11T13:31"],
  ],
  [
    "next-day-word",
    "2026-02-11.md",
    "# Outage\n\n## Timeline (UTC)\n\n- 22:10 Disks full\n- 22:25 Freed space\n- Next day 09:40 Full again\n- 10:05 Added a volume\n",
    ["2026-02-11T22:10", "2026-02-11T22:25", "2026-02-12T09:40", "2026-02-12T10:05"],
  ],
];

describe("a write-up", () => {
  it.each(ROWS)("%s is read with its instants and nothing else", (...[, file, text, instants, options]: Row) => {
    const { events, rejects } = parseSource(textInput(text, file), options ?? {});
    expect(rejects).toEqual([]);
    expect(events.map(({ at }) => at)).toEqual(instants.map(instant));
  });
});
