import { describe, expect, it } from "vitest";
import { openMail } from "#importers/mail/email/open-mail.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const HEAD = "From: Ops <ops@example.com>\nTo: all@example.com\nDate: Fri, 20 Mar 2026 17:45:00 +0000\n";
const ROWS = "03:12  Router rebooted\n03:14  Sessions down\n03:26  Router back\n";
const written = (subject: string, body: string) => `${HEAD}Subject: ${subject}\n\n${body}`;
const read = async (subject: string, body: string) =>
  parseSource(await openMail(textInput(written(subject, body), "mail.eml")), { zone: "UTC" }).events.map(
    ({ at, ambiguity }) => at?.slice(5, 16) ?? ambiguity?.reason,
  );

describe("the lines with times in a mail", () => {
  it("are events next to the mail itself, on the day in its subject", async () => {
    expect(await read("Reason for outage, 19/03/2026", ROWS)).toEqual([
      "03-20T17:45",
      "03-19T03:12",
      "03-19T03:14",
      "03-19T03:26",
    ]);
  });

  it.each([
    ["Outage this morning", "Hello,", "03-20"],
    ["Network outage", "Yesterday we had an outage:", "03-19"],
    ["Netzausfall", "gestern kam es zu einem Netzausfall:", "03-19"],
  ])("are on the day that its words count from that of the mail: %s, %s", async (subject, opening, day) => {
    const [, ...rows] = await read(subject, `${opening}\n\n${ROWS}`);
    expect(rows).toEqual([`${day}T03:12`, `${day}T03:14`, `${day}T03:26`]);
  });

  it("are asked for without such words, because a mail can tell of any day", async () => {
    expect(await read("Router outage", ROWS)).toEqual(["03-20T17:45", "date", "date", "date"]);
  });

  it("aren't a timeline if they are fewer than three", async () => {
    expect(await read("Outage", "03:12 Router rebooted\n\nWe called the vendor.\n")).toHaveLength(1);
  });

  it("are also the times of a story of trouble, without those after the mail", async () => {
    const told = "The router lost its sessions at 06:52 UTC. I was paged at 07:01 UTC. They came back at 08:14 UTC.";
    const plan = "The next maintenance: 27 March 2026 22:00 UTC, with an interruption of minutes.";
    expect(await read("Outage of the mirrors this morning", `Hi all,\n\n${told}\n\n${plan}\n`)).toEqual([
      "03-20T17:45",
      "03-20T06:52",
      "03-20T07:01",
      "03-20T08:14",
    ]);
  });

  it("are none in a mail without trouble", async () => {
    const told = "We met at 06:52. The talk started at 07:01. Lunch was at 08:14.";
    expect(await read("Our day out", `Hi all,\n\n${told}\n`)).toHaveLength(1);
  });

  it("are read alike in a mail within notes", () => {
    expect(times(`Notes\n\n${written("Reason for outage, 19/03/2026", ROWS)}`, "notes.txt")).toEqual([
      "03-19 03:12",
      "03-19 03:14",
      "03-19 03:26",
    ]);
  });
});
