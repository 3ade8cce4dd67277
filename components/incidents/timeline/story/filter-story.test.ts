import { expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { filterStory, isNarrowed, type StoryFilter, sourcesOf } from "./filter-story.ts";
import { groupStory } from "./group-story.ts";

const events = [
  sampleEvent("a", null, { title: "Queue depth rose", shape: "signal", citedCount: 1 }),
  sampleEvent("b", null, { body: "queue drained by hand", pinned: true }),
  sampleEvent("c", null, { title: "Small talk", hidden: true }),
  sampleEvent("d", null, {
    number: 12,
    source: { type: "slack", letter: "S", label: "Slack export: ops.zip", importId: null, line: 1 },
  }),
];
const everything: StoryFilter = { show: "all", shapes: [], sources: [], words: "" };
const ids = (more: Partial<StoryFilter>) =>
  filterStory(events, { ...everything, ...more })
    .map((event) => event.id)
    .join("");

it.each([
  [{}, "abd"],
  [{ show: "pinned" }, "b"],
  [{ show: "uncited" }, "bd"],
  [{ show: "hidden" }, "c"],
  [{ shapes: ["signal"] }, "a"],
  [{ sources: ["slack"] }, "d"],
  [{ words: "QUEUE" }, "ab"],
  [{ words: "queue hand" }, "b"],
  [{ words: "e12" }, "d"],
  [{ words: "12" }, ""],
  [{ shapes: ["signal"], words: "drained" }, ""],
] as const)("%j shows %s", (more, shown) => expect(ids(more)).toBe(shown));

it("counts sources", () => {
  expect(sourcesOf(events).map(({ label, count }) => `${label} ${count}`)).toEqual([
    "Written by hand 3",
    "Slack export 1",
  ]);
});

it("knows if a part is left out", () => {
  expect(isNarrowed(everything)).toBe(false);
  expect(isNarrowed({ ...everything, words: " x" })).toBe(true);
});

it("finds an event by the text and the source of a merged one", () => {
  const lead = sampleEvent("lead", null, { title: "Paged" });
  const source = { type: "slack", letter: "S", label: "Slack", importId: null, line: null };
  const chat = sampleEvent("chat", null, { title: "rate is firing", source, leadId: "lead", relation: "merged" });
  const { leads, groups } = groupStory([lead, chat]);
  const find = (more: Partial<StoryFilter>) =>
    filterStory(leads, { show: "all", shapes: [], sources: [], words: "", ...more }, groups).map((event) => event.id);
  expect(find({ words: "firing" })).toEqual(["lead"]);
  expect(find({ sources: ["slack"] })).toEqual(["lead"]);
  expect(find({ words: "firing paged" })).toEqual([]);
});

it("shows what happened within a range, with events without a time at that of the one above", () => {
  const at = (minute: number) => new Date(Date.UTC(2025, 0, 1, 10, minute)).toISOString();
  const story = [
    sampleEvent("before", at(0)),
    sampleEvent("first", at(5)),
    sampleEvent("untimed", null),
    sampleEvent("last", at(9)),
    sampleEvent("after", at(10)),
  ];
  const range = { fromMs: Date.parse(at(5)), toMs: Date.parse(at(9)) };
  const shown = filterStory(story, { ...everything, range }).map((event) => event.id);
  expect(shown).toEqual(["first", "untimed", "last"]);
  expect(isNarrowed({ ...everything, range })).toBe(true);
  expect(isNarrowed({ ...everything, range: null })).toBe(false);
});

it("shows events that are suggested as a milestone", () => {
  expect(ids({ show: "suggested", suggested: new Set(["b", "c"]) })).toBe("b");
  expect(ids({ show: "suggested" })).toBe("");
});
