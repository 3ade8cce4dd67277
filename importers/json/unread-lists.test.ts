import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const at = (minute: number) => `2026-03-04T09:${String(minute).padStart(2, "0")}:00Z`;
const contextOf = (json: unknown) =>
  parseSource(jsonInput(json))
    .context.map(({ text }) => text)
    .filter((text) => text.includes("n't read"));

describe("lists that an importer doesn't read", () => {
  it("are counted by name, over all records", () => {
    const samples = [1, 2, 3].map((minute) => ({ taken_at: at(minute), message: `depth ${minute}` }));
    const record = (minute: number) => ({ title: "Queue is deep", fired_at: at(minute), samples });
    expect(contextOf([record(20), record(30)])).toEqual(["6 entries of “samples” weren't read."]);
    expect(contextOf([{ ...record(20), samples: samples.slice(0, 1) }])).toEqual(["1 entry of “samples” wasn't read."]);
  });

  it("are counted in a format with its own importer", () => {
    const change = { message: "Raised the limit", at: at(3) };
    const incident = {
      id: "Q1",
      created_at: at(0),
      status: "triggered",
      title: "Down",
      service: null,
      urgency: "high",
    };
    expect(contextOf([{ ...incident, automation: [change, { ...change, at: at(4) }] }])).toEqual([
      "2 entries of “automation” weren't read.",
    ]);
  });

  it("aren't counted if they were read, or are the parts of a record", () => {
    const events = [1, 2, 3].map((minute) => ({ at: at(minute), text: `step ${minute}` }));
    expect(contextOf([{ title: "Case 7", created: at(0), events }])).toEqual([]);
    const jobs = [1, 2].map((minute) => ({ started_at: at(minute), name: "compile" }));
    expect(contextOf([{ title: "Build 7 failed", started: at(0), jobs }])).toEqual([]);
  });
});
