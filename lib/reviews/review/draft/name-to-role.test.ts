import { expect, it } from "vitest";
import { nameToRole } from "./name-to-role.ts";

const say = nameToRole({
  roles: [{ role: "commander", name: "Maya Lindqvist" }],
  people: [{ name: "Maya Lindqvist" }, { name: "Zoë O'Neill (SRE)" }, { name: "Sam" }, { name: " " }],
});

it.each([
  ["Maya Lindqvist rolled back", "The incident commander rolled back"],
  ["asked @maya lindqvist for help", "asked the incident commander for help"],
  ["Paged Zoë O'Neill (SRE)", "Paged a responder"],
  ["Samples from Samoa, Same", "Samples from Samoa, Same"],
  ["No names here", "No names here"],
])("%s", (text, expected) => expect(say(text)).toBe(expected));
