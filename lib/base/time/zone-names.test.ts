import { describe, expect, it } from "vitest";
import { readZoneName, zoneOfAbbreviation, zoneOfCity, zoneOfLongName } from "./zone-names.ts";
import { isZone } from "./zones.ts";

describe("names of time zones", () => {
  it("reads an abbreviation of an offset literally and one of a region by its clocks", () => {
    expect(zoneOfAbbreviation("PST")).toEqual({ kind: "zone", zone: "-08:00" });
    expect(zoneOfAbbreviation("PT")).toEqual({ kind: "zone", zone: "America/Los_Angeles" });
    expect(zoneOfAbbreviation("CET/CEST")).toEqual({ kind: "zone", zone: "Europe/Berlin" });
    expect(zoneOfAbbreviation("NOPE")).toBeNull();
    expect(zoneOfAbbreviation("constructor")).toBeNull();
  });

  it("offers the choices for a name with several meanings", () => {
    const ist = zoneOfAbbreviation("IST");
    expect(ist?.kind).toBe("several");
    expect(ist?.kind === "several" && ist.choices.every((choice) => isZone(choice.zone))).toBe(true);
  });

  it("knows long names and cities", () => {
    expect(zoneOfLongName("Central European")).toBe("Europe/Berlin");
    expect(zoneOfCity("Denver")).toBe("America/Denver");
    expect(zoneOfCity("san francisco")).toBe("America/Los_Angeles");
    expect(zoneOfCity("Davis")).toBeNull();
    expect(zoneOfLongName(" central european ")).toBe("Europe/Berlin");
    expect(["Iran", "Turkish", "Philippine", "UAE", "Swedish"].map(zoneOfLongName)).toEqual([
      "Asia/Tehran",
      "Europe/Istanbul",
      "Asia/Manila",
      "Asia/Dubai",
      "Europe/Stockholm",
    ]);
    expect(["Brazil", "Canadian", "Local", "Response"].map(zoneOfLongName)).toEqual([null, null, null, null]);
    expect(zoneOfCity(" New York ")).toBe("America/New_York");
    expect(zoneOfCity("UTC")).toBeNull();
  });

  it("reads what a person types", () => {
    for (const [typed, zone] of [
      ["europe/dublin", "Europe/Dublin"],
      ["utc", "UTC"],
      ["+0530", "+05:30"],
      ["pst", "-08:00"],
      ["Pacific Time", "America/Los_Angeles"],
      ["Berlin", "Europe/Berlin"],
      [" New York time ", "America/New_York"],
    ] as const) {
      expect(readZoneName(typed)).toEqual({ kind: "zone", zone });
    }
    expect(readZoneName("somewhere")).toBeNull();
  });
});
