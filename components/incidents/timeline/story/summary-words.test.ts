import { expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import type { StoryFilter } from "./filter-story.ts";
import { summaryWords } from "./summary-words.ts";

const filter: StoryFilter = { show: "all", shapes: [], sources: [], words: "" };
const events = [sampleEvent("a", null), sampleEvent("b", null), sampleEvent("c", null, { hidden: true })];
const gap = { from: "", to: "", seconds: 4000, afterEventId: "a" };

it("counts the events", () => {
  expect(summaryWords({ events, sources: 1, shown: 2, filter, gaps: [gap], coming: null })).toBe(
    "2 events from 1 source, 1 hidden, 1 gap",
  );
});

it("names how many a filter leaves", () => {
  expect(
    summaryWords({ events, sources: 1, shown: 1, filter: { ...filter, words: "x" }, gaps: [], coming: null }),
  ).toBe("1 of 3 shown");
});

it("names what is still loading", () => {
  expect(summaryWords({ events, sources: 1, shown: 2, filter, gaps: [], coming: 10_000 })).toBe(
    "3 of 10,000 events read",
  );
});
