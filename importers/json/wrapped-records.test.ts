import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const at = (minute: number) => `2026-05-06T09:${String(minute).padStart(2, "0")}:00Z`;
const told = (json: unknown) =>
  parseSource(jsonInput(json), { zone: "UTC" }).events.map(
    (one) => `${one.at?.slice(14, 16)}${one.endAt ? `-${one.endAt.slice(14, 16)}` : ""} ${one.title}`,
  );

const TICKET = { subject: "The shop is slow", created_on: at(0), updated_on: at(30) };
const CHANGED = { action: "updated", issue: TICKET };
const BOTH = ["00 The shop is slow", "30 The shop is slow"];

describe("a record inside an object with nothing else", () => {
  it.each<[string, unknown]>([
    ["alone", CHANGED],
    ["a payload", { payload: CHANGED }],
    ["data", { data: CHANGED }],
    ["a service", { service: CHANGED }],
    ["a body inside a request", { request: { body: CHANGED } }],
    ["in a list", [{ event: CHANGED }]],
    ["with an empty field beside it", { payload: CHANGED, error: null }],
    ["with the note that was added", { payload: { ...CHANGED, journal: { notes: "", created_on: at(30) } } }],
  ])("is read like a bare one: %s", (_what, json) => {
    expect(told(json)).toEqual(BOTH);
  });

  it("is an alert if the object is called one", () => {
    const state = { title: "The disk is full", time: at(0), status: "ok" };
    const kinds = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events.map(({ kind }) => kind);
    expect(kinds({ problem: state })).toEqual(["alert_resolved"]);
    expect(kinds({ payload: state })).toEqual(["observation"]);
  });

  const RUN = { name: "Sync", start: at(0), end: at(30) };
  it.each<[string, object, string]>([
    ["data", { type: "job.finished", time: at(31), data: RUN }, "00-30 job.finished: Sync"],
    ["a payload", { event: "job.finished", sent_at: at(31), payload: RUN }, "00-30 job.finished: Sync"],
    ["a body", { action: "finished", created: at(31), body: RUN }, "00-30 Sync"],
    ["data with a title", { type: "x", at: at(31), data: { ...RUN, title: "Nightly sync" } }, "00-30 Nightly sync"],
    ["data without a time", { type: "x", at: at(31), data: { name: "Sync" } }, "31 Sync"],
  ])("is a record next to a code and a time: %s", (_what, json, line) => {
    expect(told(json)).toEqual([line]);
  });
});
