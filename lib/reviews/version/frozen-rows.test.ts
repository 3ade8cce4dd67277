import { expect, it } from "vitest";
import { shownRows, wordsOfCell } from "./frozen-rows.ts";

const timeline = (...shown: string[]) => ({
  columns: ["No.", "Event", "Shown"],
  rows: shown.map((cell, at) => ({ key: `e${at}`, cells: [`E${at}`, "Queue", cell] })),
});

it.each([
  ["pinned events only", ["", "pinned", "hidden"], ["e1"]],
  ["visible events where none is pinned", ["", "hidden", ""], ["e0", "e2"]],
  ["the first 60 events", Array.from({ length: 70 }, () => ""), Array.from({ length: 60 }, (_, at) => `e${at}`)],
])("shows %s of a timeline", (_, shown, keys) => {
  const block = shownRows("timeline", timeline(...shown));
  expect(block.rows.map(({ key }) => key)).toEqual(keys);
  expect(block.columns).toEqual(["No.", "Event"]);
  expect(block.note).toBe(`${keys.length} of ${shown.length}, UTC`);
});

it("shows what people chose for the block", () => {
  const all = { options: { events: "all", columns: null } } as const;
  expect(shownRows("timeline", timeline("", "pinned", "hidden"), all).rows.map(({ key }) => key)).toEqual(["e0", "e1"]);
  const actions = {
    columns: ["Key", "Owner", "Due"],
    rows: [{ key: "ACT-1", cells: ["ACT-1", "Ines", "2026-01-10"] }],
  };
  const due = shownRows("actions", actions, { options: { events: null, columns: ["due"] } });
  expect(due).toMatchObject({ columns: ["Key", "Due"], rows: [{ cells: ["ACT-1", "2026-01-10"] }] });
});

it("leaves out columns that are empty in every shown row", () => {
  const rows = [{ key: "w1", cells: ["Mail", "", "0.5"] }];
  const block = shownRows("impact", { columns: ["Service", "To", "Weight"], rows });
  expect(block).toMatchObject({
    columns: ["Service", "Weight"],
    rows: [{ cells: ["Mail", "0.5"] }],
    text: "",
    note: "",
  });
});

it("puts the impact in words above its windows", () => {
  const rows = [
    { key: "text", cells: ["Nobody could upload.", ""] },
    { key: "w1", cells: ["Uploads", "1"] },
  ];
  const block = shownRows("impact", { columns: ["Service", "Weight"], rows });
  expect(block.text).toBe("Nobody could upload.");
  expect(block.rows.map(({ key }) => key)).toEqual(["w1"]);
});

it.each([
  ["2026-01-10T14:01:00.000Z", "Sat 10 Jan, 14:01 UTC"],
  ["2025-01-10T14:01:09Z", "Fri 10 Jan 2025, 14:01 UTC"],
  ["2026-01-10", "Sat 10 Jan"],
  ["2026-11-20", "Fri 20 Nov"],
  ["2026-09-28 09:12", "Mon 28 Sep, 09:12"],
  ["2025-12-31 23:58:10 to 00:04", "Wed 31 Dec 2025, 23:58:10 to 00:04"],
  ["2026-11-20 was too early", "2026-11-20 was too early"],
  ["39 m", "39 m"],
  ["", ""],
])("writes the cell %j as %j", (cell, words) => expect(wordsOfCell(cell, "2026-11-28")).toBe(words));
