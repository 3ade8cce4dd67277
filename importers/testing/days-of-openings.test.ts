import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const ROWS =
  "## Timeline\n\nAll times are UTC.\n\n- 13:02 A job starts\n- 13:10 Queries are slow\n- 13:40 The job is stopped\n";
const front = (date: string, opening: string, rows = ROWS) =>
  `---\ntitle: What happened\ndate: ${date}\n---\n\n${opening}\n\n${rows}`;
const days = (text: string, filename = "post.md") =>
  new Set(times(text, filename).map((one) => (one.startsWith("?") ? "asked" : one.slice(0, 5))));

describe("the day that the opening of a story tells wins over the day of its publication", () => {
  it.each([
    "On the afternoon of May 12, 2026, search was unavailable.",
    "On Tuesday, May 12th, many of you could not log in.",
    "Last Tuesday, 12 May, search answered slowly.",
    "Last week, on 12 May, image uploads failed.",
    "On 12 May 2026, messages were delayed by up to 40 minutes.",
    "It was a quiet Tuesday, the 12th of May 2026, until uploads returned errors.",
    "This report describes the loss of telemetry that occurred on 12 May 2026.",
    "The errors began in the late evening of 12 May and ended later.",
    "Prepared on 18 May for the incident of 12 May 2026.",
    "Am Vormittag des 12. Mai 2026 konnten sich Kunden nicht anmelden.",
    "Le mardi 12 mai, nos clients n'ont pas pu payer.",
    "El 12 de mayo de 2026 el servicio de envíos estuvo caído.",
    "Entre las 11:00 y las 12:00 del 12 de mayo de 2026 no fue posible cobrar.",
    "Na manhã de 12 de maio de 2026, a fila de pedidos parou.",
    "2026年5月12日、決済システムで障害が発生しました。",
    "5月12日の午前中にログインできない障害が発生しました。",
    "2026年5月12日上午，网关服务出现大面积超时。",
  ])("%s", (opening) => expect(days(front("2026-05-20", opening))).toEqual(new Set(["05-12"])));

  it("also over that of the file's name and of a byline", () => {
    const opening = "On 12 May 2026, search was unavailable.";
    expect(days(`# Search\n\n${opening}\n\n${ROWS}`, "2026-05-20-search.md")).toEqual(new Set(["05-12"]));
    expect(
      days(`# Search\n\n_Posted on 20 May 2026 by Hanna_\n\nOn 12 May, search was unavailable.\n\n${ROWS}`),
    ).toEqual(new Set(["05-12"]));
  });

  it("is the first of two if the times pass midnight once", () => {
    const rows = ROWS.replace("13:02", "23:10").replace("13:10", "23:25").replace("13:40", "00:05");
    for (const opening of [
      "Dans la nuit du 14 au 15 mai 2026, les paiements ont échoué.",
      "Between May 14 and May 15, 2026 deliveries were delayed.",
    ])
      expect(times(front("2026-05-20", opening, rows))).toEqual(["05-14 23:10", "05-14 23:25", "05-15 00:05"]);
  });

  it("is the day of publication if both are the same", () => {
    expect(days(front("2026-05-12", "On 12 May 2026, search was slow."))).toEqual(new Set(["05-12"]));
  });
});

describe("days that contradict each other are asked for", () => {
  it.each([
    ["two days told", "On 12 May 2026, search failed. On 14 May 2026, it failed again.", "2026-05-20"],
    [
      "another day of an act",
      "On 12 May 2026, search failed. On 14 May 2026 we moved to object storage.",
      "2026-05-20",
    ],
    ["a day after the publication", "On 22 May 2026, search was unavailable.", "2026-05-20"],
    ["a day long before it", "On 12 January 2026, search was unavailable.", "2026-05-20"],
  ])("%s", (_, opening, date) => expect(days(front(date, opening))).toEqual(new Set(["asked"])));

  it.each([
    "Na última sexta-feira (7), clientes relataram falhas.",
    "Letzten Dienstag war die Suche gestört.",
    "La semaine dernière, le site était en panne.",
    "先週、障害が発生しました。",
  ])("a day counted from that of the writing: %s", (opening) =>
    expect(days(front("2026-08-14", opening))).toEqual(new Set(["asked"])),
  );

  it("with both as proposals", () => {
    const text = `# Search\n\nDate: 2026-05-20\n\nOn 12 May 2026, search was unavailable.\n\n${ROWS}`;
    const { days: proposed } = parseSource(textInput(text, "post.md"), {});
    expect(days(text)).toEqual(new Set(["asked"]));
    expect(proposed?.map(({ date }) => date)).toEqual(["2026-05-20", "2026-05-12"]);
  });
});

it("a day of writing in its own words isn't that of the timeline", () => {
  const rows = ROWS.replace("13:02", "22:00").replace("13:10", "23:30").replace("13:40", "01:45");
  const text = `# Umzug\n\n*Stand: 2. Juli 2026*\n\nIn der Nacht von Samstag, 27. Juni, auf Sonntag, 28. Juni 2026 ist der Umzug gescheitert.\n\n${rows}`;
  expect(times(text)).toEqual(["06-27 22:00", "06-27 23:30", "06-28 01:45"]);
  const fields = "Raised: 14/05/2026 | Occurred: 11/05/2026 | Closed: 22/05/2026";
  expect(days(`# Portal\n\n${fields}\n\n${ROWS}`)).not.toContain("05-14");
  const table = "| Erstellt am | 18.05.2026 |\n|---|---|\n| Vorfall am | 12.05.2026 |";
  expect(days(`# Vorfall\n\n${table}\n\n${ROWS}`)).toEqual(new Set(["05-12"]));
});

it("a sentence with two days right above the times isn't a line that ends with their day", () => {
  const rows = "- 22:15 Power is cut\n- 22:19 Alerts\n- 00:50 Technician arrives\n";
  const text = `# Farm offline\n\nThe farm was offline from 22:15 UTC on 8 June until 03:40 UTC on 9 June 2026.\n\n${rows}`;
  expect(times(text)).toEqual(["06-08 22:15", "06-08 22:19", "06-09 00:50"]);
});

it("fields of a notice in Japanese are told apart", () => {
  expect(
    times(
      "# 報告\n\n報告日：2026/7/10\n発生日：2026/7/6\n\n| 時刻(UTC) | 内容 |\n|---|---|\n| 23:40 | 開始 |\n| 0:15 | 異常終了 |\n",
    ),
  ).toEqual(["07-06 23:40", "07-07 00:15"]);
});

it("a title without a blank line below it ends before the sentence", () => {
  const rows = "13:01 - config applied\n13:05 - pods evicted\n13:30 - config removed\n";
  const text = `INC-2044 postmortem (written 23 Feb)\nOn Feb 20 2026 between 13:05 and 13:50 UTC the API was down.\n${rows}`;
  expect(times(text)).toEqual(["02-20 13:01", "02-20 13:05", "02-20 13:30"]);
});

it("doesn't read the moment of publication below a title as another day", () => {
  const text =
    "# Storing 4 juni 2026\n\n*Gepubliceerd op 9 juni 2026 om 10:00 uur*\n\n- 19:42 uur – verbindingen op\n- 19:55 uur – dienst gebeld\n";
  expect(times(text)).toEqual(["06-04 19:42", "06-04 19:55"]);
});

it("front matter with the day and time of a row isn't that of publication", () => {
  const text = `---\ntimestamp: 2026-05-12 13:02:00\n---\n\nThe maintenance of May 11th left one disk slow.\n\n${ROWS}`;
  expect(days(text)).toEqual(new Set(["05-12"]));
});

it("the week of a report isn't the day of its parts, which end with theirs", () => {
  const part = (title: string) => `## ${title}\n\nTimeline (UTC)\n\n- 10:10 Failover\n- 10:12 Errors\n\n`;
  const text = `# Weekly report, week of 2 March 2026\n\n${part("INC-301 Redis (3 March)")}${part("INC-302 Exports (5 March)")}`;
  expect(times(text)).toEqual(["03-03 10:10", "03-03 10:12", "03-05 10:10", "03-05 10:12"]);
});

it("each day alone between lines with times is that of the lines below it", () => {
  const text =
    "# Log\n\nSat 2026-01-31\n  22:05Z  alarm\n  23:50Z  water\nSun 2026-02-01\n  00:30Z  power off\nMon 2026-02-02\n  09:00Z  debrief\n";
  expect(times(text)).toEqual(["01-31 22:05", "01-31 23:50", "02-01 00:30", "02-02 09:00"]);
});

it("fields on lines of their own are told apart, and a label can be above its day", () => {
  const rows = "Timeline (UTC)\n\n- 16:03 Deploy\n- 16:11 Stale flags\n";
  expect(
    times(`# Flags\n\nCreated: March 9, 2026 10:12 AM\nIncident date: March 5, 2026\nSeverity: 2\n\n${rows}`),
  ).toEqual(["03-05 16:03", "03-05 16:11"]);
  expect(times(`Flags\nLast updated on 14 Jan 2026\n\nDate\n8 Jan 2026\nAuthors\nIvo\n\n${rows}`)).toEqual([
    "01-08 16:03",
    "01-08 16:11",
  ]);
});
