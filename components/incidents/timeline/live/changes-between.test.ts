import { expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { changesBetween } from "./changes-between.ts";

const at = (minute: number) => `2026-11-02T22:${String(minute).padStart(2, "0")}:00.000Z`;
const a = sampleEvent("a", at(0));
const b = sampleEvent("b", at(1));
const c = sampleEvent("c", at(2), { leadId: "a", relation: "merged" });
const read = (after: (typeof a)[], mine: string[] = []) =>
  changesBetween([a, b, c], after, (id) => mine.includes(id)).map(({ deed, events }) => [
    deed,
    ...events.map((event) => event.id),
  ]);

it.each([
  ["nothing", [a, b, c], []],
  ["a version that changed nothing to be seen", [{ ...a, version: 2 }, b, c], []],
  [
    "two hidden and one pinned",
    [
      { ...a, hidden: true, version: 2 },
      { ...b, hidden: true, version: 2 },
      { ...c, pinned: true, version: 2 },
    ],
    [
      ["hid", "a", "b"],
      ["pinned", "c"],
    ],
  ],
  ["a split", [a, b, { ...c, leadId: null, relation: null, version: 2 }], [["split", "c"]]],
  [
    "one more and one less",
    [a, b, sampleEvent("d", at(3))],
    [
      ["added", "d"],
      ["removed", "c"],
    ],
  ],
])("names %s", (_, after, changes) => {
  expect(read(after)).toEqual(changes);
});

it("leaves out one's own changes", () => {
  expect(read([{ ...a, hidden: true, version: 2 }, b], ["a", "c"])).toEqual([]);
});
