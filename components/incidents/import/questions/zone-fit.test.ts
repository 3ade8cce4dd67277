import { describe, expect, it } from "vitest";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { sampleRow } from "../testing/sample-preview.ts";
import { localTimes, zoneFits } from "./zone-fit.ts";

const at = (clock: string) => Date.parse(`2017-02-13T${clock}:00Z`);
const KNOWN = ["12:57", "13:14", "13:31", "14:19", "15:40"].map(at);

describe("times without a zone against known events", () => {
  it.each([
    ["written in Berlin", ["13:58", "14:15", "14:32", "15:20"], { UTC: 0, "Europe/Berlin": 4 }],
    ["written in UTC", ["12:58", "13:15", "14:20"], { UTC: 3, "Europe/Berlin": 0 }],
    ["that meet nothing", ["03:00"], { UTC: 0, "Europe/Berlin": 0 }],
  ])("%s: the same number match in each time zone", (_how, clocks, met) => {
    const fits = zoneFits(clocks.map(at), KNOWN, ["UTC", "Europe/Berlin"]);
    expect(Object.fromEntries([...(fits ?? [])].map(([zone, fit]) => [zone, fit.met]))).toEqual(met);
  });

  it("are not compared if nothing known is near, or no time waits", () => {
    expect(zoneFits([at("12:58")], [], ["UTC"])).toBeNull();
    expect(zoneFits([at("12:58")], [at("12:58") + 30 * DAY_MS], ["UTC"])).toBeNull();
    expect(zoneFits([], KNOWN, ["UTC"])).toBeNull();
  });

  it("leave out a time that a time zone skipped", () => {
    const skipped = Date.parse("2017-03-26T02:30:00Z");
    const fits = zoneFits([skipped], [skipped], ["UTC", "Europe/Berlin"]);
    expect(fits?.get("Europe/Berlin")?.times).toEqual([]);
    expect(fits?.get("UTC")?.met).toBe(1);
  });

  it("are those that wait for a time zone, not for am or pm", () => {
    const rows = [
      sampleRow({
        choices: [
          { label: "13:58 UTC", at: "2017-02-13T13:58:00.000Z" },
          { label: "13:58 Berlin", at: "2017-02-13T12:58:00.000Z" },
        ],
      }),
      sampleRow({ choices: [{ label: "02:30", at: "2017-02-13T02:30:00.000Z" }] }),
      sampleRow({ at: "2017-02-13T12:58:00.000Z" }),
    ];
    expect(localTimes({ rows }, null)).toEqual([at("13:58")]);
  });

  it("are the same once a time zone is chosen, except those that state their own", () => {
    const read = "2017-02-13T12:58:00.000Z";
    const rows = [sampleRow({ at: read, statedText: "13:58" }), sampleRow({ at: read, statedText: "12:58 UTC" })];
    expect(localTimes({ rows }, "Europe/Berlin")).toEqual([at("13:58")]);
  });
});
