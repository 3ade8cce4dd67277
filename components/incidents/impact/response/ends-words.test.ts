import { expect, it } from "vitest";
import { endsWords } from "./measure-row.tsx";

const end = (words: string, at: string | null) => ({ words, at, eventId: null, milestone: null });
const started = end("impact started", "2017-01-31T23:42:00Z");

it.each([
  [started, end("detected", "2017-01-31T23:44:20Z"), "detected 23:44:20 minus impact started 23:42:00"],
  [started, end("mitigated", "2017-02-01T00:10:00Z"), "mitigated 1 Feb 00:10:00 minus impact started 23:42:00"],
  [started, end("detected", null), "impact started 23:42:00, missing: detected"],
  [end("declared", null), end("commander assigned", null), "missing: declared and commander assigned"],
  [end("update", null), end("update", null), "missing: update"],
])("names both ends, and what is missing", (from, to, words) => {
  expect(endsWords({ from, to }, "UTC")).toBe(words);
});

it("names both times of ends in the wrong order, and no difference", () => {
  const from = { words: "mitigated", at: "2026-03-10T12:31:00Z", eventId: null, milestone: "mitigated" as const };
  const to = { words: "resolved", at: "2026-03-10T12:20:00Z", eventId: null, milestone: "resolved" as const };
  expect(endsWords({ from, to }, "UTC")).toBe("resolved 12:20:00 is before mitigated 12:31:00");
});
