import { expect, it } from "vitest";
import { keptText, readKept } from "./kept-series.ts";

const TEXT = "time,error rate\n2026-03-04 10:00,0.25\n";
const AT = "2026-03-04T09:00:00.000Z";
const instants = (text: string, zone?: string) => readKept(text, zone).points.map(({ at }) => at);

it("reads a stored series later in the zone that a person gave for it", () => {
  const kept = keptText(TEXT, "Europe/Paris");
  expect(kept).toBe(`# times without a zone are in Europe/Paris\n${TEXT}`);
  expect(instants(kept)).toEqual([AT]);
  expect(instants(kept, "UTC")).toEqual([AT]);
  expect(instants(kept.replaceAll("\n", "\r\n"))).toEqual([AT]);
});

it("keeps the first zone, and no line without one", () => {
  const kept = keptText(TEXT, "Europe/Paris");
  expect(keptText(kept, "UTC")).toBe(kept);
  expect(keptText(TEXT, undefined)).toBe(TEXT);
});

it("reads a series in the zone of the reader if it states none", () => {
  expect(instants(TEXT, "Europe/Paris")).toEqual([AT]);
  expect(readKept(TEXT)).toMatchObject({ points: [], problems: [{ kind: "zone" }] });
});
