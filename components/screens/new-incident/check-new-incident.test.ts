import { expect, it } from "vitest";
import { parseWhen } from "#components/base/time/parse-when.ts";
import { checkNewIncident, type NewIncident } from "./check-new-incident.ts";

const answers: NewIncident = { title: "Queue grows", severity: 3, kind: "incident", serviceIds: [], restricted: false };
const when = (text: string) => parseWhen(text, { nowMs: Date.parse("2017-02-14T12:41:00Z"), zone: "UTC" });

it("accepts four fields, and treats an empty time as now", () => {
  expect(checkNewIncident(answers, null, null)).toEqual({});
  expect(checkNewIncident(answers, when("12:31"), when("12:40"))).toEqual({});
});

it("names each invalid field", () => {
  const errors = checkNewIncident({ ...answers, title: " ", severity: null }, when("25:00"), when("soon"));
  expect(Object.keys(errors).sort()).toEqual(["resolvedAt", "severity", "startedAt", "title"]);
});

it("rejects an end before the start", () => {
  expect(checkNewIncident(answers, when("12:31"), when("12:30"))).toEqual({
    resolvedAt: "Enter an end after the start",
  });
});
