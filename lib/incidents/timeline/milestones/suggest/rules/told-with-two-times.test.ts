import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

/** The sentence as the importer creates it: one event for each of its times. */
const told = (sentence: string, from: string, until: string) =>
  timesOf([`${from} ${sentence}`, `${until} ${sentence}`]);

describe("a sentence with two times", () => {
  it.each([
    "The portal was unavailable from 10:02 until it was back online at 11:40",
    "The portal was unavailable from 10:02 until 11:40",
    "Between 10:02 and 11:40 branches suffered an outage",
    "Between 10:02 and 11:40 users experienced an outage, then service was restored",
    "Downtime began at 10:02 and the tills were back in service by 11:40",
    "Ferry booking went down at 10:02 and recovered at 11:40",
    "From 10:02 members were unable to sign in; logins resumed at 11:40",
  ])("starts with the first and ends with the last: %s", (sentence) => {
    const times = told(sentence, "10:02", "11:40");
    expect([times["impact_started"], times["resolved"]]).toEqual(["10:02", "11:40"]);
  });

  it("leaves equal lines alone that contain no times", () => {
    const times = timesOf(["10:00 Alert fires", "10:05 Alert fires", "10:20 Restarted the proxy", "10:30 Back online"]);
    expect(times["detected"]).toBe("10:00");
  });
});
