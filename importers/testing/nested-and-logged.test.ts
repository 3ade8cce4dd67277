import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

type Case = [what: string, text: string, expected: string[]];

const LIST = (nested: string) =>
  `## Timeline\n\n- 2024-03-05 14:00 UTC: queue fills up\n${nested}\n- 2024-03-05 16:00 UTC: queue is empty\n`;

describe("an update nested below an entry", () => {
  it.each<Case>([
    ["a number", "  - Update #1 at 2024-03-05 14:20 UTC\n    - one disk is full", ["14:20"]],
    ["a state and words", "  - MONITORING at 2024-03-05 14:20 UTC: holding for now", ["14:20"]],
    ["brackets", "  - Second update (2024-03-05 14:20 UTC): disk replaced", ["14:20"]],
    ["a dash", "  - Update - 2024-03-05 14:20 UTC - disk replaced", ["14:20"]],
    ["bold", "  - **Update 2** at 2024-03-05 14:20 UTC: disk replaced", ["14:20"]],
    ["another zone", "  - Update at 2024-03-05 15:20 CET: disk replaced", ["14:20"]],
    ["German", "  - Nachtrag am 05.03.2024 14:20 UTC: Platte ersetzt", ["14:20"]],
    ["French", "  - Mise à jour le 2024-03-05 14:20 UTC : disque remplacé", ["14:20"]],
    ["two of them", "  - Update 1 at 2024-03-05 14:20 UTC\n  - Update 2 at 2024-03-05 14:30 UTC", ["14:20", "14:30"]],
    ["stars", "    * Update at 2024-03-05 14:20 UTC: disk replaced", ["14:20"]],
  ])("is an event of its own: %s", (_what, nested, inner) => {
    const expected = ["14:00", ...inner, "16:00"].map((time) => `03-05 ${time}`);
    expect(times(LIST(nested))).toEqual(expected);
  });

  it.each([
    ["a plain detail", "  - the disk was full"],
    ["a mere repetition of the time", "  - Started at 2024-03-05 14:00 UTC"],
    ["words that go on behind the time", "  - Backup of 2024-03-05 13:00 UTC was missing"],
  ])("isn't found in: %s", (_what, nested) => {
    expect(times(LIST(nested))).toEqual(["03-05 14:00", "03-05 16:00"]);
  });
});

describe("a stamp", () => {
  it.each<Case>([
    [
      "a wave dash for about",
      "| Time | Event |\n|---|---|\n| 2024-03-05 〜14:20 | 検知 |\n| 2024-03-05 14:30 | 復旧 |\n",
      ["14:20", "14:30"],
    ],
    ["a full-width tilde", "- 2024-03-05 14:10 検知\n- ～14:20 再起動\n- 14:30 復旧\n", ["14:10", "14:20", "14:30"]],
    ["a wave dash for a range", "- 2024-03-05 14:10〜14:20 検知\n- 14:30 復旧\n", ["14:10", "14:30"]],
    ["a range of seconds", "- 2024-03-05 14:10:25–26 two tasks stop\n- 14:30:00 fixed\n", ["14:10", "14:30"]],
    [
      "a zone run into its half of the day",
      "- 2024-03-05 9:20amET paged\n- 2024-03-05 9:30amET fixed\n",
      ["14:20", "14:30"],
    ],
    ["the same in the evening", "- 2024-03-05 4:20pmCET paged\n- 2024-03-05 4:30pmCET fixed\n", ["15:20", "15:30"]],
  ])("is read with %s", (_what, text, expected) => {
    expect(times(`## Timeline\n\n${text}`)).toEqual(expected.map((time) => `03-05 ${time}`));
  });

  it("keeps the end of a range of seconds", () => {
    const { events } = parseSource(textInput("## Timeline\n\n- 2024-03-05 14:10:25–26 two tasks stop\n"), {
      zone: "UTC",
    });
    expect(events[0]?.endAt).toBe("2024-03-05T14:10:26.000Z");
  });
});

describe("a range in a sentence", () => {
  it.each([
    "Between 2024-03-05 14:20 UTC and 2024-03-05 16:20 UTC the shop was down.",
    "Between approximately 2024-03-05 14:20 UTC and 2024-03-05 16:20 UTC the shop was down.",
    "The shop was down between 2024-03-05 14:20 UTC and 2024-03-05 16:20 UTC.",
    "The outage was between March 5, 2024 14:20 UTC and March 5, 2024 16:20 UTC.",
  ])("is one event with its end: %s", (sentence) => {
    const { events } = parseSource(textInput(`# Shop outage\n\n${sentence}\n`), {});
    expect(events.map(({ at, endAt }) => [at, endAt])).toEqual([
      ["2024-03-05T14:20:00.000Z", "2024-03-05T16:20:00.000Z"],
    ]);
  });
});

const ASKED = "## Timeline\n\n- 08:00: alerts fire\n- 08:15: complaints arrive\n";

describe("a zone that another part states", () => {
  const zoneless = (text: string) => parseSource(textInput(text), { date: "2024-03-05" }).events.map(({ at }) => at);
  const UTC = ["2024-03-05T08:00:00.000Z", "2024-03-05T08:15:00.000Z"];
  const PARIS = ["2024-03-05T07:00:00.000Z", "2024-03-05T07:15:00.000Z"];

  it.each([
    ["**Duration:** March 5, 2024, 8:00 AM - March 5, 2024, 11:30 AM (UTC)", UTC],
    ["Duration: 07:55 to 11:30 UTC", UTC],
    ["Impact window: 08:00 – 12:45 CET", PARIS],
    ["Dauer: 07:50 bis 12:45 CET", PARIS],
  ])("counts where the list is within its range: %s", (line, expected) => {
    expect(zoneless(`# Outage of 2024-03-05\n\n${line}\n\n${ASKED}`)).toEqual(expected);
  });

  it.each(["Window of the vendor: 13:00 to 15:30 UTC", "Backup: 01:00 to 02:30 UTC"])(
    "does not count if the list is outside: %s",
    (line) => {
      expect(zoneless(`# Outage of 2024-03-05\n\n${line}\n\n${ASKED}`)).toEqual([null, null]);
    },
  );

  const EXACT =
    "# Scan of 2024-03-05\n\n## Timeline\n\n- 08:00:44: scan begins\n- 08:15:02: scan ends\n\n## Evidence\n\n";

  it.each([
    ['> 10.0.0.1 - - [05/Mar/2024:08:00:44 +0000] "GET /admin" 404', "2024-03-05T08:00:44.000Z"],
    ["```\n2024-03-05T08:15:02.120Z scan over\n```", "2024-03-05T08:00:44.000Z"],
    ["```\n2024-03-05 08:15:02+01:00 scan over\n```", "2024-03-05T07:00:44.000Z"],
  ])("counts if a quoted log contains the same second: %s", (log, expected) => {
    expect(zoneless(`${EXACT}${log}\n`)[0]).toBe(expected);
  });

  it.each([
    ["another second", '> 10.0.0.1 - - [05/Mar/2024:09:00:44 +0000] "GET /admin" 404'],
    ["two offsets", "```\n2024-03-05T08:00:44Z a\n2024-03-05T08:15:02+01:00 b\n```"],
  ])("does not count if a quoted log has %s", (_what, log) => {
    expect(zoneless(`${EXACT}${log}\n`)[0]).toBeNull();
  });
});

describe("logs", () => {
  it("have the seconds within the head of audit records", () => {
    const log = [
      'type=DEL_USER msg=audit(1709648400.807:508): pid=3924 uid=0 op=delete acct="ann"',
      'type=ADD_USER msg=audit(1709648460.871:512): pid=3925 uid=0 op=add acct="ann"',
      "node=web1 type=LOGIN msg=audit(1709648520.001:513): pid=1 uid=0",
    ].join("\n");
    const { events } = parseSource(textInput(log, "audit.log"), {});
    expect(events.map(({ at, title }) => [at?.slice(11, 23), title.slice(0, 28)])).toEqual([
      ["14:20:00.807", "type=DEL_USER pid=3924 uid=0"],
      ["14:21:00.871", "type=ADD_USER pid=3925 uid=0"],
      ["14:22:00.001", "node=web1 type=LOGIN pid=1 u"],
    ]);
  });

  it("ask for the year of alerts without one, and use a stated one", () => {
    const log = (year: string) =>
      `03/25${year}-14:20:38.765402 [**] [1:366:11] "ICMP ping" [**]\n03/25${year}-14:21:00.1 [**] [1:408:8] "Echo" [**]\n`;
    expect(times(log(""), "alert_fast.log")).toEqual(["? date", "? date"]);
    expect(times(log("/24"), "alert_fast.log")).toEqual(["03-25 14:20", "03-25 14:21"]);
    expect(times(log(""), "2024-03-25-alerts.log")).toEqual(["03-25 14:20", "03-25 14:21"]);
  });

  it.each([
    [
      "apt",
      "Start-Date: 2024-03-05  14:20:08\nCommandline: apt-get upgrade\nUpgrade: vim (1, 2)\nEnd-Date: 2024-03-05  14:25:10",
    ],
    ["a job", "Job: apt-get upgrade\nStarted: 2024-03-05 14:20:08\nFinished: 2024-03-05 14:25:10\nExit code: 0"],
    ["underscores", "start_time: 2024-03-05T14:20:08\ncommand: apt-get upgrade\nend_time: 2024-03-05T14:25:10"],
    ["German", "Beginn: 05.03.2024 14:20:08\nTask: apt-get upgrade\nEnde: 05.03.2024 14:25:10"],
  ])("reads a block with a start and an end as one event: %s", (_what, block) => {
    const other = block.replaceAll("14:2", "15:2");
    const { events } = parseSource(textInput(`\n${block}\n\n${other}\n`, "history.log"), { zone: "UTC" });
    expect(events.map(({ at, endAt, title }) => [at, endAt, title])).toEqual([
      ["2024-03-05T14:20:08.000Z", "2024-03-05T14:25:10.000Z", "apt-get upgrade"],
      ["2024-03-05T15:20:08.000Z", "2024-03-05T15:25:10.000Z", "apt-get upgrade"],
    ]);
  });
});

describe("additions to a story", () => {
  const TEXT =
    "# Server outage\n\nA massive outage at 05.03.2024 at 14:20 UTC took the server down. We rebooted.\n\nEDIT 05.03.2024 at 14:30 UTC:\nWe found the reason.\n\nEDIT 05.03.2024 at 14:40 UTC:\nIt is over.\n";

  it("belong to the dated sentence above them, and have no actor", () => {
    expect(times(TEXT)).toEqual(["03-05 14:20", "03-05 14:30", "03-05 14:40"]);
    expect(parseSource(textInput(TEXT), {}).events.map(({ actor }) => actor)).toEqual([null, null, null]);
  });
});
