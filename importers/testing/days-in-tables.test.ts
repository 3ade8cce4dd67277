import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const ROWS = "\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 14:58 | Errors seen |\n| 15:02 | Rollback |\n";
const table = (label: string, day = "2026-06-14") =>
  `# Incident report\n\n| Field           | Value${" ".repeat(40)} |\n| --------------- | ----- |\n| ${label.padEnd(15)} | ${day.padEnd(45)} |\n| Severity        | SEV-2 |`;
const TOLD = ["06-14 14:58", "06-14 15:02"];

describe("the day in a table of fields whose cells are padded", () => {
  it.each([
    "Date",
    "**Date**",
    "Datum",
    "Fecha",
    "Data",
    "Дата",
    "日付",
    "日期",
    "Incident date",
    "Date of incident",
    "When",
    "Day",
  ])("is that of the timeline: %s", (label) => {
    expect(times(table(label) + ROWS)).toEqual(TOLD);
  });

  it.each(["14 June 2026", "June 14, 2026", "2026/06/14", "Sunday 14 June 2026"])("is read as %s", (day) => {
    expect(times(table("Date", day) + ROWS)).toEqual(TOLD);
  });

  it.each(["Report date", "Published", "Last updated", "Publié le", "Erstellt am", "Review date"])(
    "isn't that of %s",
    (label) => {
      expect(times(table(label) + ROWS)).toEqual(["? 14:58", "? 15:02"]);
    },
  );

  it("is asked if a row with the day of the incident differs", () => {
    const head = `${table("Date")}\n| Incident date   | 2026-06-12      |`;
    expect(times(head + ROWS)).not.toEqual(TOLD);
  });
});

describe("the day in a list of fields", () => {
  it.each([
    "**Date:** 2026-06-14",
    "- **Date:** 2026-06-14",
    "- Date: 2026-06-14",
    "* **Datum**: 14.06.2026",
    "- **Fecha:** 2026-06-14",
    "**日付**：2026-06-14",
  ])("is that of the timeline: %s", (field) => {
    expect(times(`# Incident report\n\n${field}\n- Severity: SEV-2${ROWS}`)).toEqual(TOLD);
  });
});
