import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterGroups, markFound } from "./filter-groups.ts";

const groups = [
  {
    heading: "Go to",
    items: [
      { id: "a", label: "Incidents", keywords: ["outages"] },
      { id: "b", label: "Actions" },
    ],
  },
  { heading: "New", items: [{ id: "c", label: "New incident", detail: "what happened" }] },
];

describe("filterGroups", () => {
  it("keeps everything while nothing is typed", () => {
    expect(filterGroups(groups, " ")).toEqual(groups);
  });

  it("needs every word, in label, detail or keywords, and drops empty groups", () => {
    expect(filterGroups(groups, "outage inc").flatMap((group) => group.items.map((item) => item.id))).toEqual(["a"]);
    expect(filterGroups(groups, "HAPPENED").map((group) => group.heading)).toEqual(["New"]);
    expect(filterGroups(groups, "zebra")).toEqual([]);
  });
});

describe("markFound", () => {
  it("marks the typed text", () => {
    expect(markFound("Push back the date", "back")).toEqual([
      { text: "Push ", found: false, at: 0 },
      { text: "back", found: true, at: 5 },
      { text: " the date", found: false, at: 9 },
    ]);
  });

  it("loses nothing of the label, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, query) => {
        const together = markFound(label, query)
          .map((part) => part.text)
          .join("");
        expect(together).toBe(label);
      }),
    );
  });
});
