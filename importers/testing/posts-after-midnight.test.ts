import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const page = (said: string, posted = "Jan 04, 2022 - 01:00 EST") =>
  `API errors\nIncident Report for Acme\nResolved\n${said}\nPosted ${posted}\nInvestigating\nOur tests have seen more errors.\nPosted Jan 03, 2022 - 20:40 EST\n`;
const read = (said: string, posted?: string) =>
  times(page(said, posted), "notes.md", undefined, "")
    .filter((time) => time !== "01-04 01:40")
    .sort();

describe("a time in a post right after midnight", () => {
  it.each([
    "This has been resolved. The effects lasted from approximately 20:39 - 22:28 ET, though they came and went.",
    "The effects lasted from 20:39 to 22:28 EST.",
    "Errors were seen between 20:39 and 22:28 ET.",
    "Errors were seen between 8:39 PM and 10:28 PM ET.",
    "At 20:39, a cleanup slowed down our reads.",
    "At 8:39pm EST a cleanup slowed down our reads.",
    "The issue began at 20:39 ET and is over.",
    "The API was down from 20:39 until 22:28.",
    "Our engineers saw the first errors at 20:39 Eastern Time.",
    "The incident, which started around 20:39 EST, has been resolved.",
  ])("is on the day before: %s", (said) => {
    expect(read(said)).toEqual(["01-04 01:39", "01-04 06:00"]);
  });

  it.each([
    "We will post the next update at 20:39 EST.",
    "The next maintenance is scheduled for 20:39 EST.",
    "Support is open until 20:39 EST.",
    "At 4:39, a cleanup slowed down our reads.",
  ])("isn't one of the day before if it is ahead or unclear: %s", (said) => {
    expect(read(said)).toEqual(["01-04 06:00"]);
  });

  it("isn't on the day before if the post is in the morning", () => {
    expect(read("At 20:39 EST, a cleanup slowed down our reads.", "Jan 04, 2022 - 09:00 EST")).toEqual(["01-04 14:00"]);
  });
});
