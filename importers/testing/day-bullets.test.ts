import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

type Case = [what: string, text: string, expected: string[]];

const A = "* The scanner reports a crash\n";
const B = "* A patch is under review\n* The vendor list hears of it\n";

describe("items without a time below a day", () => {
  it.each<Case>([
    ["days as plain lines", `## Timeline\n\n2024-03-05:\n${A}\n2024-03-06:\n${B}`, ["03-05", "03-06", "03-06"]],
    ["days without a colon", `## Timeline\n\n2024-03-05\n${A}\n2024-03-06\n${B}`, ["03-05", "03-06", "03-06"]],
    ["bold days", `## Timeline\n\n**March 5, 2024**\n\n${A}\n**March 6, 2024**\n\n${B}`, ["03-05", "03-06", "03-06"]],
    ["headings", `## Timeline\n\n### 5 March 2024\n\n${A}\n### 6 March 2024\n\n${B}`, ["03-05", "03-06", "03-06"]],
    ["weekdays beside", `## Timeline\n\n### Tuesday, March 5, 2024\n${A}`, ["03-05"]],
    ["German days", `## Zeitverlauf\n\n05.03.2024:\n${A}\n06.03.2024:\n${B}`, ["03-05", "03-06", "03-06"]],
    ["Spanish days", `## Cronología\n\n5 de marzo de 2024:\n- El equipo activa la cola\n`, ["03-05"]],
    ["Japanese days", `## タイムライン\n\n2024年3月5日\n- 検知\n- 復旧\n`, ["03-05", "03-05"]],
    [
      "one time among them",
      `## Timeline\n\n2024-03-05:\n${A}\n2024-03-06:\n* The build is ready\n* 11:20 AM v2 is out\n* The list hears of it\n`,
      ["03-05", "03-06", "03-06 11:20", "03-06"],
    ],
    [
      "wrapped words",
      "## Timeline\n\n2024-03-05:\n* The scanner reports\n  a crash\n* Patch merged\n",
      ["03-05", "03-05"],
    ],
    [
      "nested items",
      "## Timeline\n\n2024-03-05:\n* Patch merged\n  * by two people\n* Patch sent\n",
      ["03-05", "03-05"],
    ],
    ["notes without headings", `2024-03-05:\n${A}\n2024-03-06:\n${B}`, ["03-05", "03-06", "03-06"]],
    [
      "a day above one with times",
      `## Timeline\n\n2024-03-05:\n${A}\n2024-03-06:\n- 10:02 paged\n- 10:09 fixed\n`,
      ["03-05", "03-06 10:02", "03-06 10:09"],
    ],
    ["a day without its year", `# Crash of 2024-03-06\n\n## Timeline\n\nMarch 5\n${A}`, ["03-05"]],
  ])("happened on that day: %s", (_what, text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  it.each<Case>([
    [
      "a list of times is below them",
      "## Timeline\n\n2024-03-05\n\n- Lead: Ann\n\n10:02 paged\n10:09 fixed\n",
      ["03-05 10:02", "03-05 10:09"],
    ],
    [
      "a table is below them",
      "## Timeline\n\n2024-03-05\n\n- Lead: Ann\n\n| Time | Event |\n|---|---|\n| 10:02 | Paged |\n| 10:09 | Fixed |\n",
      ["03-05 10:02", "03-05 10:09"],
    ],
    [
      "they say the zone",
      "## Timeline\n\n2024-03-05\n- All times are in UTC\n- 10:02 paged\n- 10:09 fixed\n",
      ["03-05 10:02", "03-05 10:09"],
    ],
    [
      "most items have times",
      "## Timeline\n\n2024-03-05\n- 10:02 paged\n- with two pages\n- 10:09 fixed\n",
      ["03-05 10:02", "03-05 10:09"],
    ],
    ["it isn't part of a timeline", "# Crash\n\n## Changelog\n\n2024-03-05\n\n- New button\n", []],
    ["a part of its own follows", "## Timeline\n\n2024-03-05\n\n**Action items:**\n\n- Buy disks\n", []],
  ])("isn't an event if %s", (_what, text, expected) => {
    expect(times(text)).toEqual(expected);
  });
});

describe("a time before the word second", () => {
  it.each([
    ["2024-03-05 15:44 Second node fails", "03-05 15:44"],
    ["2024-03-05 15:44 second node fails", "03-05 15:44"],
    ["2024-03-05 15:44 Minute-by-minute log begins", "03-05 15:44"],
  ])("is read in %s", (line, expected) => {
    expect(times(`2024-03-05 15:40 First node fails\n${line}\n`).at(-1)).toBe(expected);
  });

  it("is a duration before what lasted", () => {
    expect(times("## Timeline\n\n- 2024-03-05 15:44 queue stuck\n  1:30 minute outage\n")).toEqual(["03-05 15:44"]);
  });
});

describe("a short foreign month", () => {
  it.each([
    ["27-28 dic 2023: se activan 6 clubs", "12-27"],
    ["5 ene 2024: cambio de la cola", "01-05"],
    ["5 abr 2024: fila cheia", "04-05"],
    ["12 fév 2024 : déploiement", "02-12"],
    ["3 mrt 2024: uitrol van de dienst", "03-03"],
    ["9 ott 2024: nuova versione", "10-09"],
  ])("is read in %s", (line, day) => {
    expect(times(`## Timeline\n\n- ${line}\n`)).toEqual([day]);
  });
});
