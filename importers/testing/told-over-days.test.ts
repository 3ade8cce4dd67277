import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const REST = "Errors began to drop at 22:55 UTC. The rollback was complete at 00:31 UTC, and the API failed no more.";
const REST_TIMES = ["03-11 22:55", "03-12 00:31"];
const SPAN = ["03-11 22:45", "03-12 00:48", ...REST_TIMES];

describe("sentences after a span over midnight", () => {
  it.each([
    "On March 11, 2024 starting at 22:45 UTC and ending on March 12, 2024 00:48 UTC the API failed.",
    "On March 11, 2024, starting at 22:45 UTC and ending on March 12, 2024 at 00:48 UTC, the API failed.",
    "The API failed from March 11, 2024 at 22:45 UTC until March 12, 2024 at 00:48 UTC.",
    "The API failed from 2024-03-11 22:45 UTC to 2024-03-12 00:48 UTC.",
    "The API failed, beginning on 11 March 2024 at 22:45 UTC and ending on 12 March 2024 at 00:48 UTC.",
    "Starting on 2024-03-11 at 22:45 UTC and ending on 2024-03-12 at 00:48 UTC, the API failed.",
    "From March 11th, 2024 at 22:45 UTC through March 12th, 2024 at 00:48 UTC the API failed.",
  ])("continue from its start: %s", (span) => {
    const found = times(`API outage\n\n${span} ${REST}\n`);
    expect(found.filter((time) => !SPAN.slice(0, 2).includes(time))).toEqual(REST_TIMES);
  });

  it.each([
    ["in the next paragraph", `${REST.replace("Errors", "\n\nErrors")}`, REST_TIMES],
    ["before the start", "A change went live at 21:30 UTC.", ["03-11 21:30"]],
    ["after the end", "The team met at 09:00 UTC.", ["03-12 09:00"]],
  ])("continue %s", (_what, rest, expected) => {
    const span = "On March 11, 2024 starting at 22:45 UTC and ending on March 12, 2024 00:48 UTC the API failed.";
    expect(times(`API outage\n\n${span} ${rest}\n`).slice(2)).toEqual(expected);
  });
});

describe("a time and a day after it", () => {
  const story = (sentence: string) =>
    times(`At 20:30 UTC on 2 September 2025 the restore still ran, and the site was down. ${sentence}\n`).slice(1);

  it.each([
    "At 07:21 UTC the next morning, the full backup was there.",
    "At 07:21 UTC the next day the full backup was there.",
    "At 07:21 UTC the following morning, the daily backups failed.",
    "The next morning at 07:21 UTC, the first daily backup failed.",
    "At 07:21 UTC the next morning, the restore of the next daily backup failed.",
    "At 07:21 UTC the following day, our nightly job failed.",
    "At 07:21 UTC the next morning, the hourly report was late.",
    "The weekly backup was there at 07:21 UTC the next morning.",
    "At 07:21 UTC the next morning the last of the daily backups was there.",
    "The following day, at 07:21 UTC, the daily job was fixed.",
  ])("is on that day: %s", (sentence) => {
    expect(story(sentence)).toEqual(["09-03 07:21"]);
  });

  it.each([
    "The job runs daily at 07:21 UTC.",
    "The nightly job runs at 07:21 UTC.",
    "Backups are made hourly from 07:21 UTC on.",
  ])("isn't read in a habit: %s", (sentence) => {
    expect(story(sentence)).toEqual([]);
  });
});

describe("today, in a text whose title is a day", () => {
  const rest =
    "At 9:00 am the connection was lost.\n\nAt 10:30 am the provider sent a crew. It was down until 11:50 am.\n";

  it.each([
    "Today around 7:40 am we noticed a slow connection.",
    "Today at 7:40 am we noticed a slow connection.",
    "Today at about 7:40 am, the connection became slow.",
    "Today, at 7:40 am, the connection became slow.",
    "This morning at 7:40 am the connection became slow.",
    "This morning around 7:40 am our connection failed.",
    "Earlier today, at 7:40 am, the connection failed.",
    "The connection failed today at 7:40 am.",
    "We noticed today around 7:40 am that the connection was slow.",
    "At 7:40 am today we noticed a slow connection.",
  ])("is that day: %s", (first) => {
    expect(times(`Outage information 5th March 2015\n\n${first}\n\n${rest}`)).toEqual([
      "03-05 07:40",
      "03-05 09:00",
      "03-05 10:30",
      "03-05 11:50",
    ]);
  });

  it("is that day if each line starts with a time", () => {
    const lines =
      "Today around 7:40 am we saw a slow line.\n\nAt 9:00 am the line was lost.\n\nAt 10:30 am it was back.\n";
    expect(times(`Outage information 5th March 2015\n\n${lines}`)).toEqual([
      "03-05 07:40",
      "03-05 09:00",
      "03-05 10:30",
    ]);
  });

  it("is asked for if the text has another day", () => {
    const text = `Outage information 5th March 2015\n\nToday around 7:40 am we noticed a slow connection.\n\n${rest}We met on 7 March 2015.\n`;
    expect(times(text)[0]).toMatch(/^\?/);
  });
});
