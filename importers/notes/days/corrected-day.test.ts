import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const story = (words: string, day = "2016-05-16") =>
  times(`${words}\n\n- ${day} 05:00 UTC The update stops the mirror list\n- ${day} 08:11 UTC Rolled back\n`);
const RIGHT = ["04-16 05:00", "04-16 08:11"];

describe("a text that corrects its own dates", () => {
  it.each([
    "Apologies for this, the correct date should be : 2016-04-16 Sat. The timestamps remain accurate.",
    "The correct date is 16 April 2016.",
    "Sorry, the right date was April 16, 2016.",
    "Correction: the dates below should read 16 April 2016.",
    "The date should have been 2016-04-16, not 2016-05-16.",
    "The actual date is the 16 April 2016.",
    "Das richtige Datum ist der 16. April 2016, entschuldigt bitte.".replace("der ", "den "),
    "La bonne date est le 16 avril 2016.",
    "La fecha correcta es el 16 de abril de 2016.",
    "De juiste datum is 16 april 2016.",
  ])("has them on the right day: %s", (words) => {
    expect(story(words)).toEqual(RIGHT);
    expect(story(words, "2016-04-15")).toEqual(["04-15 05:00", "04-15 08:11"]);
    expect(story(words, "2015-04-16")).toEqual(RIGHT);
  });

  it.each([
    "The deploy of 2016-04-16 was correct.",
    "Two were wrong: the correct date is 2016-04-16, and the right date is 2016-04-17.",
    "The correct date is known.",
  ])("leaves them as they are: %s", (words) => {
    expect(story(words)).toEqual(["05-16 05:00", "05-16 08:11"]);
  });
});
