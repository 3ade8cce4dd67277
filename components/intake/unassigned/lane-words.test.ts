import { expect, it } from "vitest";
import { laneDetail, laneLabel, laneWords, percentAt } from "./lane-words.ts";

const mark = (shape: "signal" | "change" | "update", title: string, count = 1) => ({
  at: "2026-01-01T12:00:00Z",
  shape,
  kind: "alert_fired" as const,
  title,
  count,
});
const title = (words: string, count = 1) => ({
  title: words,
  kind: "alert_fired" as const,
  count,
  firstAt: "2026-01-01T12:00:00Z",
  lastAt: "2026-01-01T12:00:00Z",
});

it("names a single event with its count, and several by kind", () => {
  expect(laneWords({ titles: [title("QueueDepthHigh", 14)], marks: [], count: 14 })).toBe("QueueDepthHigh, 14 times");
  expect(laneWords({ titles: [title("Deploy 42")], marks: [], count: 1 })).toBe("Deploy 42");
  expect(
    laneWords({
      titles: [title("a"), title("b")],
      marks: [mark("signal", "a", 3), mark("update", "b")],
      count: 4,
    }),
  ).toBe("3 signals and 1 status update");
});

it("names the source and where it could go", () => {
  const service = { id: "1", name: "Acme Mail" };
  const candidate = { key: "INC-144", title: "t", startedAt: "2026-01-01T12:00:00Z", open: true };
  expect(laneDetail({ sources: ["Alertmanager"], candidate, service })).toBe(
    "Alertmanager. INC-144 is open on this service.",
  );
  expect(laneDetail({ sources: ["GitHub"], candidate: null, service })).toContain("No open incident for this service");
  expect(laneDetail({ sources: ["GitHub"], candidate: null, service: null })).toContain("No service identified");
});

it("describes a lane to screen readers in one sentence", () => {
  expect(laneLabel({ service: null, marks: [mark("signal", "Down", 2), mark("change", "Deploy")] })).toBe(
    "No service: Down 2 times, Deploy",
  );
});

it("places instants between two others", () => {
  const [from, to] = ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"];
  expect(percentAt("2026-01-01T12:00:00Z", from, to)).toBe(50);
  expect(percentAt("2025-01-01T12:00:00Z", from, to)).toBe(0);
  expect(percentAt("2026-02-01T12:00:00Z", from, to)).toBe(100);
});
