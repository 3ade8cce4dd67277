import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const told = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(11, 16) ?? "?"} ${title}`,
  );
const HEAD = "# Outage of 2024-03-05\n\n";
const EXPECTED = ["10:02 Alert fires", "10:10 Ana rolls back", "10:25 All is well"];

describe("a list that an export joined to one line", () => {
  it.each([
    "## Timeline * 10:02 — Alert fires * 10:10 — Ana rolls back * 10:25 — All is well",
    "## Timeline * 10:02 - Alert fires * 10:10 - Ana rolls back * 10:25 - All is well",
    "## Timeline * 10:02: Alert fires * 10:10: Ana rolls back * 10:25: All is well",
    "## Timeline • 10:02 – Alert fires • 10:10 – Ana rolls back • 10:25 – All is well",
    "## Timeline * 10:02 UTC — Alert fires * 10:10 UTC — Ana rolls back * 10:25 UTC — All is well",
    "It was bad. ## Timeline * 10:02 — Alert fires * 10:10 — Ana rolls back * 10:25 — All is well ## Cause A disk.",
    "## Impact Few. ## Timeline * 10:02 — Alert fires * 10:10 — Ana rolls back * 10:25 — All is well",
    "* 10:02 — Alert fires * 10:10 — Ana rolls back * 10:25 — All is well",
    "## Timeline * **10:02** — Alert fires * **10:10** — Ana rolls back * **10:25** — All is well",
    "## Timeline (UTC) * 10:02 — Alert fires * 10:10 — Ana rolls back * 10:25 — All is well ## Lessons * More alerts",
  ])("is cut before each time: %s", (line) => expect(told(`${HEAD}${line}\n`)).toEqual(EXPECTED));

  it("stays one line if it contains fewer times", () => {
    expect(told(`${HEAD}## Timeline\n\n- 10:02 Read 4 * 3 * 10:10 - done\n- 10:25 All is well\n`)).toHaveLength(2);
  });
});

describe("times on lines of their own above items", () => {
  it.each([
    "-\n10:02\n- Alert fires -\n10:10\n- Ana rolls back -\n10:25\n- All is well",
    "10:02\n- Alert fires\n10:10\n- Ana rolls back\n10:25\n- All is well",
    "- \n**10:02**\n- Alert fires\n- \n**10:10**\n- Ana rolls back\n- \n**10:25**\n- All is well",
    "10:02 UTC\n- Alert fires\n10:10 UTC\n- Ana rolls back\n10:25 UTC\n- All is well",
    "10:02\n– Alert fires\n10:10\n– Ana rolls back\n10:25\n– All is well",
    "10:02\n• Alert fires\n10:10\n• Ana rolls back\n10:25\n• All is well",
    "-\n10:02 AM\n- Alert fires -\n10:10 AM\n- Ana rolls back -\n10:25 AM\n- All is well",
    "–\n10:02\n- Alert fires –\n10:10\n- Ana rolls back –\n10:25\n- All is well",
  ])("belong to the item below: %j", (list) => expect(told(`${HEAD}Timeline\n\n${list}\n`)).toEqual(EXPECTED));
});

describe("an item that names its time in its words", () => {
  const list = (item: string) =>
    times(`${HEAD}## What happened\n\n- 10:02 UTC – A node fails\n- 10:10 UTC – All fail\n${item}\n`);

  it.each([
    "- Recovery began at once, and service was restored by 10:25 UTC.",
    "- The team restarted the broker at 10:25 UTC.",
    "- By 10:25 UTC all queues were empty.",
    "- We failed over at 10:25 UTC",
    "- Customers could sign in again from 10:25 UTC.",
    "- Some were slow.\n- Traffic was back to normal at 10:25 UTC.",
    "- It took a restart around 10:25 UTC to bring it back.",
    "- Backups were verified, and writes allowed since 10:25 UTC.",
  ])("is read like its neighbours: %j", (item) => {
    expect(list(item)).toEqual(["03-05 10:02", "03-05 10:10", "03-05 10:25"]);
  });

  it.each([
    "- The deploy of 09:40 UTC had caused it.",
    "- It had been deployed around 09:40 UTC the day before.",
    "- From 10:02 to 10:10 UTC few were affected.",
    "- The job usually runs at 11:00 UTC.",
    "- It will be replaced at 11:00 UTC.",
  ])("is a remark if its time doesn't fit: %s", (item) => {
    expect(list(item)).toEqual(["03-05 10:02", "03-05 10:10"]);
  });
});

describe("sentences", () => {
  it.each([
    [
      "a list of periods without words",
      "Between 10:02 and 10:25 UTC requests failed.\n\nPeriods of errors:\n\n- 10:02 - 10:10 UTC\n- 10:20 - 10:25 UTC",
    ],
    ["a single time with errors", "At 10:02 UTC our monitoring saw that users were receiving errors."],
    ["a single time with latency", "At 10:02 UTC latency of all requests rose."],
    ["a time told again", "At 10:02 UTC users saw a blank page.\n\nThis incident lasted from 10:02 UTC to 10:25 UTC."],
  ])("are read next to %s", (_what, text) => {
    expect(times(`On March 5th, 2024 some customers were affected.\n\n${text}\n`)).toContain("03-05 10:02");
  });

  it("of one item are all read", () => {
    const items =
      "- On March 5, 2024 at 10:02 am the network failed.\n- At 10:10 am we called the provider. It answered soon.\n- At 10:20 am calls were routed elsewhere. The first one was received at 10:25 am.";
    expect(times(`Network outage\n\n${items}\n`)).toEqual(["03-05 10:02", "03-05 10:10", "03-05 10:20", "03-05 10:25"]);
  });

  it("of a post don't repeat another post", () => {
    const post = (words: string, stamp: string) => `${words}\nPosted ${stamp} UTC\n`;
    const page = `Postmortem\n\nWe were down on March 5, 2024 at 10:02 UTC.\n\n${post("", "Mar 7, 2024 - 09:00")}\n${post("Resolved\nIt is over.", "Mar 5, 2024 - 10:25")}${post("Investigating\nWe look into it.", "Mar 5, 2024 - 10:02")}`;
    expect(times(page)).toEqual(["03-07 09:00", "03-05 10:25", "03-05 10:02"]);
  });
});

describe("posts of a forum", () => {
  it.each([
    (name: string, stamp: string) => `Post by ${name} » ${stamp}`,
    (name: string, stamp: string) => `by ${name} » ${stamp}`,
    (name: string, stamp: string) => `Posted by ${name} on ${stamp}`,
    (name: string, stamp: string) => `Posted by: ${name} - ${stamp}`,
    (name: string, stamp: string) => `Written by ${name}, ${stamp}`,
    (name: string, stamp: string) => `By ${name} | ${stamp}`,
  ])("have their words below: %s", (head) => {
    const text = `Server outage\n\n${head("Kim", "Mar 5th 2024 09:45")}\n\nThe servers are down.\n\n${head("Lee", "Mar 5th 2024 10:55")}\n\nThey are back.\n`;
    expect(told(text)).toEqual(["09:45 The servers are down.", "10:55 They are back."]);
  });
});
