import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const AT = ["11-25 15:00", "11-25 23:16", "11-26 00:28", "11-26 10:47"];
const told = (story: string, one: string, other: string, mark = "  - ") =>
  asked(
    times(
      `# Outage\n\n${story}\n\n## Timeline\n\n${one}\n${mark}15:00 - released\n${mark}23:16 - tested\n\n${other}\n${mark}00:28 - sent in\n${mark}10:47 - back\n`,
    ),
  );
const STORY = "On 25 November 2021 the app failed.";

describe("a numeric day without a year above times", () => {
  it.each([
    ["- 11/25", "- 11/26"],
    ["* 11/25:", "* 11/26:"],
    ["- **11/25**", "- **11/26**"],
    ["- 11/25 (Thu)", "- 11/26 (Fri)"],
    ["- 11/25(木)", "- 11/26(金)"],
    ["- 25/11", "- 26/11"],
    ["- 25/11 :", "- 26/11 :"],
  ])("is read in a list, in the year of the story: %s", (one, other) => {
    expect(told(STORY, one, other)).toEqual(AT);
    expect(told("### 発生日時\n2021年11月25日午後3時\n", one, other)).toEqual(AT);
  });

  it.each([
    ["### 11/25", "### 11/26"],
    ["### 11/25（木）", "### 11/26（金）"],
    ["**25/11**", "**26/11**"],
    ["11/25:", "11/26:"],
    ["11/25", "11/26"],
  ])("is read above a list: %s", (one, other) => {
    expect(told(STORY, one, other, "- ")).toEqual(AT);
  });

  it("is asked for if no year is told", () => {
    expect(told("The app failed.", "- 11/25", "- 11/26")).toEqual(["?", "?", "?", "?"]);
  });

  it.each(["- 24/7", "- 13/31", "- 2/10 done", "- 0/5"])("isn't one: %s", (one) => {
    expect(times(`# Outage of 2021-11-25\n\n## Timeline\n\n${one}\n  - 15:00 - released\n`)).toEqual(["11-25 15:00"]);
  });
});

describe("a label of the incident's day in other languages", () => {
  it.each([
    "- 장애 일자: 2021-11-25",
    "- 장애 발생 일시: 2021년 11월 25일",
    "발생일: 2021-11-25",
    "障害発生日: 2021年11月25日",
    "**発生日時**：2021年11月25日 15:00",
    "故障日期：2021年11月25日",
    "- 事故时间: 2021-11-25",
    "Störungsdatum: 25.11.2021",
    "Datum des Ausfalls: 25. November 2021",
    "Date de l'incident : 25 novembre 2021",
    "- Fecha del incidente: 25 de noviembre de 2021",
    "Data do incidente: 25 de novembro de 2021",
    "Data dell'incidente: 25 novembre 2021",
    "Datum van de storing: 25 november 2021",
    "Dato for hendelsen: 25. november 2021",
    "Datum för avbrottet: 25 november 2021",
    "Data awarii: 25 listopada 2021",
    "Дата инцидента: 25 ноября 2021",
  ])("is the day of the times: %s", (label) => {
    expect(
      times(
        `# Report\n\n${label}\n\nThe story.\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 15:05 | down |\n| 16:10 | up |\n`,
      ).slice(-2),
    ).toEqual(["11-25 15:05", "11-25 16:10"]);
  });
});
