import { describe, expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { differingTimes } from "./differing-times.ts";
import { groupStory } from "./group-story.ts";
import { bundleOf, lettersOf, mergedWords } from "./group-words.ts";

const at = (time: string) => `2026-11-02T${time}.000Z`;
const source = (letter: string) => ({ type: letter, letter, label: `Source ${letter}`, importId: null, line: 7 });
const alert = sampleEvent("alert", at("21:58:04"), { precision: "exact", source: source("A") });
const page = sampleEvent("page", at("21:58:11"), {
  precision: "exact",
  source: source("P"),
  leadId: "alert",
  relation: "merged",
});
const repeat = sampleEvent("repeat", at("22:09:00"), { source: source("A"), leadId: "alert", relation: "bundled" });
const chat = sampleEvent("chat", at("22:09:04"), { source: source("S"), leadId: "repeat", relation: "merged" });
const other = sampleEvent("other", at("22:00:00"));

describe("the story folded", () => {
  const { leads, groups } = groupStory([alert, page, other, repeat, chat]);
  const group = groups.get("alert");

  it("keeps top events in order and the rest below them", () => {
    expect(leads.map((event) => event.id)).toEqual(["alert", "other"]);
    expect(groups.size).toBe(1);
    expect(group?.merged).toEqual([page]);
    expect(group?.bundled).toEqual([repeat]);
    expect(group?.deeper).toEqual([chat]);
  });

  it("keeps an event without its lead", () => {
    expect(groupStory([page, other]).leads).toEqual([page, other]);
  });

  it("names every source once", () => {
    expect(lettersOf(alert, group ?? null).map((one) => one.letter)).toEqual(["A", "P", "S"]);
    expect(lettersOf(other, null)).toEqual([{ letter: "M", name: "Written by hand" }]);
  });

  it("names how close merged times are, and how often a bundle fired", () => {
    if (!group) throw new Error("no group");
    expect(mergedWords(group)).toBe("2 sources merged, within 7 s of each other");
    expect(mergedWords({ ...group, merged: [{ ...page, at: null }] })).toBe("2 sources merged");
    expect(bundleOf(group)).toMatchObject({ count: 2, endAt: at("22:09:00") });
  });
});

describe("times that disagree", () => {
  const notes = sampleEvent("notes", at("18:00:00"), { precision: "minute", source: source("N") });
  const report = (time: string, more = {}) =>
    sampleEvent("report", at(time), { precision: "minute", leadId: "notes", relation: "merged", ...more });
  const read = (lead: typeof notes, ...below: (typeof notes)[]) => {
    const group = groupStory([lead, ...below]).groups.get("notes");
    return group ? differingTimes(group) : null;
  };

  it.each([
    ["an hour apart", report("19:00:00"), 3600],
    ["within a minute, each to the minute", report("18:01:00"), null],
    ["an hour apart, one of them within that hour", report("19:00:00", { precision: "hour" }), null],
    ["two hours apart, one of them about then", report("20:00:00", { precision: "approx" }), 7200],
    ["one without a time", report("19:00:00", { at: null, precision: "unknown" }), null],
  ])("%s", (_, below, seconds) => {
    expect(read(notes, below)?.seconds ?? null).toBe(seconds);
  });

  it("knows which of them the event has", () => {
    const said = { title: "", body: "", kind: "observation", at: at("18:00:00"), endAt: null };
    const later = { ...notes, original: said };
    expect(read(notes, report("19:00:00"))?.chosen).toBe("notes");
    expect(read({ ...later, at: at("19:00:00") }, report("19:00:00"))?.chosen).toBe("report");
    expect(read({ ...later, endAt: at("19:00:00") }, report("19:00:00"))?.chosen).toBe("both");
    expect(read({ ...later, at: at("18:30:00") }, report("19:00:00"))?.chosen).toBeNull();
  });
});
