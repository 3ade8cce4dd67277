import { describe, expect, it } from "vitest";
import { readSource } from "#importers/source/read-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { notesImporter } from "../notes.ts";

const parse = (text: string) => notesImporter.parse(readSource(textInput(text, "report.md")), {});
const read = (text: string) => parse(text).events.map(({ at, title }) => `${at?.slice(0, 16)} ${title}`);

const REPORT = `# The outage of the relay on 1 March 2024

At 10:02 UTC a relay was upgraded, e.g. its firmware. The queue
began to grow, and we were paged at 10:15 UTC. By 11:58 UTC it was clear why.

The old firmware was back by 12:10 UTC.

We will check the queue at 09:00 UTC every day.
`;

describe("a report in paragraphs", () => {
  it("gives an event for each time in its sentences, and keeps its paragraphs", () => {
    expect(read(REPORT)).toEqual([
      "2024-03-01T10:02 At 10:02 UTC a relay was upgraded, e.g. its firmware.",
      "2024-03-01T10:15 The queue began to grow, and we were paged at 10:15 UTC.",
      "2024-03-01T11:58 By 11:58 UTC it was clear why.",
      "2024-03-01T12:10 The old firmware was back by 12:10 UTC.",
    ]);
    expect(parse(REPORT).context).toHaveLength(5);
  });

  it.each([
    ["In ~7am UTC the chain got stuck.", "07:00"],
    ["The site was back round 11:20 UTC.", "11:20"],
    ["It came back round ~11am UTC.", "11:00"],
    ["The outage, beginning 10:40 UTC, hit all regions.", "10:40"],
  ])("knows the words before a time: %s", (sentence, clock) => {
    const text = `# Outage on 1 March 2024\n\nAt 06:08 UTC a line failed. ${sentence}`;
    expect(read(text)[1]).toBe(`2024-03-01T${clock} ${sentence}`);
  });

  it.each(["We were in 7 regions.", "The second round 3 days later went well."])("finds no time in: %s", (sentence) =>
    expect(
      read(`# Outage on 1 March 2024\n\nAt 06:08 UTC a line failed. At 07:00 UTC it was back. ${sentence}`),
    ).toHaveLength(2),
  );

  const LONG = "and the team of the data centre spent the rest of the morning with a search for what had failed";

  it.each([
    ["What happened today", `At 09:08 UTC a line failed, ${LONG}.`],
    ["The outage", `At 09:08 UTC all links dropped, ${LONG}.`],
    ["Was heute geschehen ist", `Um 9.08 Uhr UTC fiel eine Leitung aus, ${LONG}.`],
    ["Ce qui est arrivé", `À 9h08 UTC une liaison est tombée, ${LONG}.`],
  ])("keeps a heading without marks out of the sentence below it: %s", (heading, sentence) => {
    const [first] = read(`# Outage on 1 March 2024\n\nWe had trouble today.\n${heading}\n${sentence}`);
    expect(first).toBe(`2024-03-01T09:08 ${sentence}`);
  });

  it.each([
    "At 09:08 UTC a line to the",
    "There was, at 09:08 UTC, on the line of the",
    "It was bad, and at 09:08 UTC the line to",
  ])("joins the lines of a wrapped sentence: %s", (start) => {
    const text = `# Outage on 1 March 2024\n\nWe had trouble today.\n${start}\nHamburg site failed, ${LONG}. It was back at 10:20 UTC.`;
    expect(read(text)[0]).toContain(`${start} Hamburg site failed`);
  });

  it.each([
    "Heute Nacht wird es zwischen 22 und 4 Uhr eine Wartung geben.",
    "Es wird heute Nacht um 22:00 Uhr eine Wartung geben.",
    "Morgen werden wir um 06:00 Uhr den Router tauschen.",
    "Il y aura une maintenance à 22h00.",
    "Nous allons remplacer le routeur à 22h00.",
    "Habrá un mantenimiento a las 22:00.",
    "Haverá uma manutenção às 22:00.",
    "Ci sarà una manutenzione alle 22:00.",
    "Vannacht zullen we om 22:00 de router vervangen.",
    "Er zal er om 22:00 een onderhoud zijn.",
  ])("gives no event for what is still to come: %s", (plan) => {
    const text = `# Outage on 1 March 2024\n\nAt 09:08 UTC a line failed. At 09:30 UTC it was back.\n\n${plan}`;
    expect(read(text)).toHaveLength(2);
  });

  it("reads the day from the sentence, then from the time before, over midnight", () => {
    const text =
      "On 1 March 2024 we upgraded. At 11:40 PM UTC the queue grew. At 12:20 AM UTC we were paged. We met at 4:00 PM UTC on March 4, 2024.";
    expect(read(text).map((event) => event.slice(0, 16))).toEqual([
      "2024-03-01T23:40",
      "2024-03-02T00:20",
      "2024-03-04T16:00",
    ]);
  });

  it("can be a list, but not of lessons", () => {
    const items = "- At 10:02 UTC we upgraded.\n- The queue grew at 10:15 UTC.\n- It was over by 10:31 UTC.";
    expect(read(`# 1 March 2024\n\nWhat we saw:\n\n${items}`)).toHaveLength(3);
    expect(read(`# 1 March 2024\n\n## Lessons learned\n\n${items.replaceAll("- At", "- We saw that at")}`)).toEqual([]);
  });

  it("ignores examples", () => {
    const days = ["3", "4", "5"].map((day) => `Whole days (e.g., March ${day}, 2024 at 12:00 AM).`);
    expect(read(`${days.join(" ")} For example, a job at 5:34 PM.`)).toEqual([]);
  });

  it("counts a time that occurs twice once", () => {
    const text =
      "1 March 2024. It began at 10:02 UTC. At 10:02 UTC a relay fell. At 10:15 UTC we knew. By 10:31 UTC it was over.";
    expect(read(text)).toHaveLength(3);
  });

  it("accepts fewer than three times only if one is about trouble", () => {
    expect(read("On 1 March 2024 it began at 10:02 UTC. It was over by 10:31 UTC.")).toEqual([]);
    expect(read("On 1 March 2024 at 10:02 UTC the relay failed. It was over by 10:31 UTC.")).toHaveLength(2);
    expect(read("On 1 March 2024 at 10:02 UTC the relay was unreachable. We met on 4 March 2024.")).toHaveLength(1);
    expect(read("We meet on 1 March 2024 at 10:02 UTC.")).toEqual([]);
  });

  it.each([
    ["between 2:56 and 3:32pm UTC", "14:56"],
    ["between 11:50 and 12:10 PM UTC", "11:50"],
    ["between 2:56 and 3:32 a.m. UTC", "02:56"],
    ["between 14:56 and 15:32 UTC", "14:56"],
  ])("reads am or pm from the end of a range: %s", (range, at) => {
    expect(read(`On 22 July 2015 the dashboard was unavailable (${range}).`)[0]?.slice(0, 16)).toBe(`2015-07-22T${at}`);
  });

  it("returns nothing without a day, or next to a timeline", () => {
    expect(read("It began at 10:02 UTC. We knew at 10:15 UTC. It was over by 10:31 UTC.")).toEqual([]);
    expect(read(`${REPORT}\n## Timeline\n- 10:02 UTC upgrade\n- 12:10 UTC old firmware`)).toHaveLength(2);
  });

  it.each([
    "Kim Sol@2024-03-02 15:26:36:",
    "kim_sol @ 2024-03-02 15:26",
    "Kim Sol wrote on 2 March 2024 15:26:",
    "Kim wrote at 2024-03-02 15:26:36",
    "noc-bot posted 2024-03-02 15:26:36:",
    "Kim Sol posted on Mar 2, 2024 3:26 PM",
    "Kim Sol commented on 2024-03-02 15:26",
    "Kim van der Sol said 2024-03-02 15:26:36:",
    "2024-03-02 15:26:34",
    "**2024-03-02 15:26:34**",
  ])("doesn't use the day of a post as the day of its story: %s", (post) => {
    const story = "At 06:32 UTC a relay failed. It was replaced by 17:30 UTC, and at 17:45 UTC all was back.";
    expect(read(`The outage of the relay on 1 March 2024\n\n${post}\n${story}`)).toEqual([
      "2024-03-01T06:32 At 06:32 UTC a relay failed.",
      "2024-03-01T17:30 It was replaced by 17:30 UTC, and at 17:45 UTC all was back.",
      "2024-03-01T17:45 It was replaced by 17:30 UTC, and at 17:45 UTC all was back.",
    ]);
  });

  it.each(["The relay failed on 2024-03-02 06:10 UTC.", "It was seen by kim@2024-03-02 06:10 UTC first."])(
    "keeps a sentence that ends with its day: %s",
    (sentence) => {
      const story = "At 06:32 UTC it failed again. It was replaced by 17:30 UTC, and at 17:45 UTC all was back.";
      expect(read(`The relay\n\n${sentence}\n${story}`)).toContain("2024-03-02T06:32 At 06:32 UTC it failed again.");
    },
  );

  const told = (sentence: string, year: string) => {
    const story = "A generator arrived at 17:30 UTC, and at 19:49 UTC power was restored.";
    const begin = `On 1 March${year} the power failed at 10:02 UTC.`;
    return read(`Power outages\n\n${begin}\n\n${sentence}\n\n${story}`).map((one) => one.slice(5, 16));
  };

  it.each([
    "The third time (on the morning of 6 March) they found a clue.",
    "A bolt was loose (found on 6 March, after a search).",
    "It was like that on 6 March, when the bolt broke.",
  ])("gives no day to times after a sentence about a later day: %s", (sentence) => {
    expect(told(sentence, " 2024")).toEqual(["03-01T10:02"]);
    expect(told(sentence, "").filter((one) => one.startsWith("03-01"))).toEqual([]);
  });

  it.each(["It was like that on 20 February, when a fuse broke.", "We knew the bolt (changed on 3 January)."])(
    "keeps the day where the other day is an earlier one: %s",
    (sentence) => {
      expect(told(sentence, " 2024")).toEqual(["03-01T10:02", "03-01T17:30", "03-01T19:49"]);
    },
  );
});

describe("a time in front of another one with a later day", () => {
  const days = (sentence: string) => read(sentence).map((one) => one.slice(5, 16));

  it.each([
    [
      "On 3 March 2024 a disk broke at 06:00 UTC. It was replaced at 13:20 UTC and ran on March 4, 03:47 UTC.",
      "03-03T13:20",
    ],
    [
      "The outage began on 3 March 2024 at 06:00 UTC. We left at 23:10 UTC, and were back on 4 March at 07:00 UTC.",
      "03-03T23:10",
    ],
    ["The outage began at 22:10 UTC, and was over on March 4, 2024, 03:47 UTC.", "03-03T22:10"],
  ])("is before it: %s", (sentence, at) => expect(days(sentence)).toContain(at));

  it.each([
    [
      "On 3 March 2024 a disk broke at 06:00 UTC. At 13:20 UTC on March 4 it broke again, until 15:00 UTC.",
      "03-04T13:20",
    ],
    [
      "On 3 March 2024 a disk broke at 06:00 UTC. It ran at 13:20 UTC. By March 4, 03:47 UTC it was slow.",
      "03-04T03:47",
    ],
  ])("keeps its own day: %s", (sentence, at) => expect(days(sentence)).toContain(at));
});

describe("a mail within a text", () => {
  const mail = (head: string, words: string) => read(`We sent this to all users.\n\n${head}\n\n${words}`);
  const at = (head: string, words: string) => mail(head, words).map((one) => one.slice(0, 16));
  const SENT = "Date: Mon, 29 Nov 2004 04:37:24 -0700 (MST)";

  it.each([
    [SENT, "Subject: Server outage"],
    ["From: root", SENT],
    ["**Subject:** Server outage", `**Date:** ${SENT.slice(6)}`, "**To:** all"],
    ["Betreff: Ausfall", "Datum: Mo, 29.11.2004 04:37:24 -0700"],
    ["Fecha: 29 Nov 2004 04:37:24 -0700", "Asunto: Caída"],
  ])("gives its sender's zone and no event of its head: %s", (...head) => {
    const story = "The disk failed on November 28 2004 at 06:10. I restarted the server at 09:42.";
    expect(at(head.join("\n"), story)).toEqual(["2004-11-28T13:10", "2004-11-28T16:42"]);
  });

  it("tells of the day before in its own words", () => {
    const head = `${SENT}\nSubject: Server outage\n  Yesterday morning, November 28 2004, around 6am, a disk failed`;
    const words =
      "and the server hung until 9:42.\n\nIt was replaced at 13:20, and booted from the new disk on\nNovember 29, 03:47.";
    expect(at(`${head}\n${words}`, "All is well.")).toEqual([
      ...["2004-11-28T13:00", "2004-11-28T16:42", "2004-11-28T20:20", "2004-11-29T10:47"],
    ]);
  });

  it("is of its own day, unless a time in it is later than the mail", () => {
    const head = "Date: Sat, 12 Mar 2011 18:20:11 -0500\nSubject: Mail server down";
    expect(at(head, "The server stopped at 14:10. It was back at 15:25.")).toEqual([
      "2011-03-12T19:10",
      "2011-03-12T20:25",
    ]);
    expect(at(head, "The server stopped at 22:10. It was back at 23:25.")).toEqual([
      "undefined The se",
      "undefined It was",
    ]);
  });

  it.each(["Date: 5 March 2024\nSubject: Server outage", "Date: 5 March 2024, 10:00\nImpact: none"])(
    "isn't a field of a report: %s",
    (head) => {
      expect(at(head, "At 10:05 the cache failed. At 10:20 UTC it was restarted.")).toContain("2024-03-05T10:20");
    },
  );
});
