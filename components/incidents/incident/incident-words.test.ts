import { expect, it } from "vitest";
import { bandWords, beganWords, lastedWords, spanWords } from "./incident-words.ts";
import { sampleIncident } from "./testing/sample-incident.ts";

const NOW = "2017-02-14T12:41:00.000Z";

it.each([
  ["2017-02-14T12:31:00Z", null, "10 m, open"],
  ["2017-02-14T12:31:00Z", "2017-02-14T12:31:40Z", "40 s"],
  ["2017-01-31T23:30:20Z", "2017-02-01T18:00:00Z", "18 h 30 m"],
])("from %s to %s lasted %s", (startedAt, resolvedAt, words) => {
  expect(lastedWords(sampleIncident({ startedAt, resolvedAt }), NOW)).toBe(words);
});

it.each([
  ["2017-02-14T12:31:00Z", "today 12:31"],
  ["2017-01-31T18:00:00Z", "31 Jan"],
  ["2016-12-31T18:00:00Z", "31 Dec 2016"],
])("%s started %s", (startedAt, words) => expect(beganWords(startedAt, NOW)).toBe(words));

it.each([
  ["2017-01-31T18:00:00Z", null, "UTC", "since 31 Jan 2017, 18:00"],
  ["2017-01-31T18:00:00Z", "2017-01-31T20:00:00Z", "UTC", "31 Jan 2017, 18:00 to 20:00"],
  ["2017-01-31T18:00:00Z", "2017-02-01T18:00:00Z", "UTC", "31 Jan 2017, 18:00 to 1 Feb, 18:00"],
  ["2016-12-31T23:00:00Z", "2017-01-01T01:00:00Z", "UTC", "31 Dec 2016, 23:00 to 1 Jan 2017, 01:00"],
  ["2017-01-31T23:30:00Z", "2017-02-01T01:00:00Z", "Europe/Berlin", "1 Feb 2017, 00:30 to 02:00"],
])("%s to %s in %s reads %s", (from, to, zone, words) => expect(spanWords(from, to, zone)).toBe(words));

it("describes the band", () => {
  const band = [
    { kind: "latent" as const, from: 0, to: 0.1, known: true },
    { kind: "outage" as const, from: 0.1, to: 0.9, known: true },
    { kind: "restored" as const, from: 0.9, to: 1, known: true },
  ];
  expect(bandWords(sampleIncident({ band }))).toBe("Impact: before anyone noticed, then unavailable, then restored");
  expect(bandWords(sampleIncident({ kind: "near_miss" }))).toBe("Near miss, no impact");
  expect(bandWords(sampleIncident({ resolvedAt: null }))).toBe("Impact not described yet, still open");
});

it("doesn't state how bad it was if its end isn't known", () => {
  const band = [{ kind: "outage" as const, from: 0.2, to: 1, known: false }];
  expect(bandWords(sampleIncident({ band, resolvedAt: null }))).toBe("Impact: affected, still open");
});
