import { expect, it } from "vitest";
import { zoneChoices } from "./shown-zone.ts";

const labels = (incident: string, mine: string | null) => zoneChoices(incident, mine).map((choice) => choice.label);

it.each([
  ["UTC", null, ["UTC"]],
  ["UTC", "Europe/Berlin", ["UTC", "Berlin, mine"]],
  ["Europe/Dublin", "America/New_York", ["UTC", "Dublin", "New York, mine"]],
  ["Europe/Dublin", "Europe/Dublin", ["UTC", "Dublin"]],
  ["+05:30", "UTC", ["UTC", "+05:30"]],
])("an incident in %s read from %s offers %j", (incident, mine, offered) => {
  expect(labels(incident, mine)).toEqual(offered);
});
