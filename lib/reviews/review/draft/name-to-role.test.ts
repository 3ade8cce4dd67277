import { expect, it } from "vitest";
import { nameToRole } from "./name-to-role.ts";

const people = ["Maya Lindqvist", "Zoë O'Neill (SRE)", "Sam", " ", "Sam Okoye", " Ines "].map((name) => ({ name }));
const say = (text: string) => nameToRole({ roles: [{ role: "commander", name: "Maya Lindqvist " }], people })(text);

it.each([
  ["Maya Lindqvist rolled back", "The incident commander rolled back"],
  ["asked @maya lindqvist for help", "asked the incident commander for help"],
  ["Paged Zoë O'Neill (SRE)", "Paged a responder"],
  ["Samples from Samoa, Same", "Samples from Samoa, Same"],
  ["No names here", "No names here"],
  ["asked Sam Okoye and ines", "asked a responder and a responder"],
  ["ZOË O'NEILL (SRE) and Zoë O'Neill", "A responder and Zoë O'Neill"],
  ["by Sam.", "by a responder."],
  ["it is  empty", "it is  empty"],
])("replaces the names in “%s”", (text, expected) => expect(say(text)).toBe(expected));
