import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "status.txt"), {}).events.map(({ at, title, body }) => [at?.slice(5, 16), title, body]);

const UPDATES = `Resolved
This incident has been resolved.
Posted Feb 18, 2019 - 06:07 EST

Monitoring

A fix has been implemented.
Posted Feb 18, 2019 - 05:38 EST`;
const REPORT = ["02-20T20:21", "Postmortem", ""];
const TOLD = [
  ["02-18T11:07", "Resolved", "This incident has been resolved."],
  ["02-18T10:38", "Monitoring", "A fix has been implemented."],
];

describe("updates of a status page copied as text", () => {
  it.each([
    ["alone", UPDATES],
    ["below a heading", `# Outage\nIncident Report for Example\n\n${UPDATES}`],
    ["before a remark", `${UPDATES}\nThis incident affected: API and Metrics.`],
    ["with the age of each post", UPDATES.replaceAll("Posted ", "Posted 10 months ago. ")],
    ["on a day written in full", UPDATES.replaceAll("Feb 18", "February 18")],
    ["with a dash behind each state", UPDATES.replace(/^(Resolved|Monitoring)$/gm, "$1 -")],
  ])("have their time below their words, %s", (_, text) => {
    expect(read(text)).toEqual(TOLD);
  });

  it("are next to the publication of a report, whose words aren't its own", () => {
    const text = `Postmortem\n\nWe were sorry.\n\nPosted Feb 20, 2019 - 15:21 EST\n\n${UPDATES}`;
    expect(read(text)).toEqual([REPORT, ...TOLD]);
    const [event] = parseSource(textInput(text, "status.txt"), {}).events;
    expect(event?.kind).toBe("public_update");
  });

  it("are in addition to the timeline of the report above them", () => {
    const timeline = "Timeline:\n\nFeb 18 2019 0905 UTC: Outage detected\n\nFeb 18 2019 1035 UTC: Services restored";
    const text = `# Outage\n\nPostmortem\n\n${timeline}\n\nPosted Feb 20, 2019 - 15:21 EST\n\n${UPDATES}`;
    expect(read(text)).toEqual([
      ["02-18T09:05", "Outage detected", ""],
      ["02-18T10:35", "Services restored", ""],
      REPORT,
      ...TOLD,
    ]);
  });

  it("are in addition to the story of the report above them", () => {
    const story = "On February 18, 2019 at 09:05 UTC the router failed. It was restored by 10:35 UTC.";
    const text = `# Outage\n\nPostmortem\n\n${story}\n\nPosted Feb 20, 2019 - 15:21 EST\n\n${UPDATES}`;
    expect(read(text).map(([at]) => at)).toEqual([
      "02-18T09:05",
      "02-18T10:35",
      "02-20T20:21",
      "02-18T11:07",
      "02-18T10:38",
    ]);
  });

  it.each([
    ["two paragraphs", "It is over.\n\nWe are sorry."],
    ["three paragraphs", "It is over.\n\nA node had failed.\n\nWe are sorry."],
    ["a list", "It is over.\n\n- We added a node.\n- We are sorry."],
    ["one paragraph", "It is over."],
    ["wrapped lines", "It is over.\nWe are sorry."],
  ])("start with their first words below the head of a page: %s", (_, said) => {
    const older = "We are looking into it.\nPosted Feb 18, 2019 - 05:38 EST";
    const text = `Elevated latency\nIncident Report for Example\n${said}\nPosted Feb 18, 2019 - 06:07 EST\n${older}\n`;
    expect(read(text).map(([at, title]) => [at, title])).toEqual([
      ["02-18T11:07", "It is over."],
      ["02-18T10:38", "We are looking into it."],
    ]);
  });

  it("leave the head of a page out of its story", () => {
    const story =
      "On July 28 starting at 01:30am PDT, we began to see errors. The alert was at 01:53am PDT. It was over at 03:15am PDT.";
    const text = `Ingest outage\nIncident Report for Example\n${story}\nPosted Jul 28, 2020 - 09:30 PDT\n`;
    expect(read(text).map(([, title]) => title)).toEqual([
      "On July 28 starting at 01:30am PDT, we began to see errors.",
      "The alert was at 01:53am PDT.",
      "It was over at 03:15am PDT.",
    ]);
  });

  it.each([
    "Resolved",
    "Postmortem",
    "Post-mortem",
    "Identified -",
    "Monitoring:",
    "Update",
    "Investigating",
    "Completed",
  ])("leave the state alone on a line out of its story: %s", (state) => {
    const story =
      "On July 28, 2020 starting at 01:30 PDT, we began to see errors. The alert was at 01:53 PDT. It was over at 03:15 PDT.";
    expect(read(`Ingest outage\nIncident Report for Example\n${state}\n${story}\n`).map(([, title]) => title)).toEqual([
      "On July 28, 2020 starting at 01:30 PDT, we began to see errors.",
      "The alert was at 01:53 PDT.",
      "It was over at 03:15 PDT.",
    ]);
  });

  it("use the paragraph right above if no state is named", () => {
    expect(read("# Outage\n\nWe were sorry.\n\nIt is over.\nPosted Feb 18, 2019 - 06:07 EST")).toEqual([
      ["02-18T11:07", "It is over.", ""],
    ]);
  });

  it.each([
    ["Resolved Feb 18, 2019 at 11:07am UTC\n\nThis incident has been resolved."],
    ["Resolved Feb 18, 2019, 11:07 UTC\nThis incident has been resolved."],
    ["- resolved Feb 18, 2019, 11:07 AM UTC\nThis incident has been resolved."],
    ["**Resolved** - Feb 18, 2019, 11:07 UTC\nThis incident has been resolved."],
    ["Resolved: 18 February 2019 11:07 UTC\n\nThis incident has been resolved."],
    ["Resolved 2019-02-18 11:07 UTC\n\nThis incident has been resolved.\n\n7 previous updates"],
  ])("have their state, day and time above their text in %j", (text) => {
    const [[at, title, body] = []] = read(`# Incidents\n\n${text}\n\nPartial outage`);
    expect([at, String(title).toLowerCase(), body]).toEqual([
      "02-18T11:07",
      "resolved",
      "This incident has been resolved.",
    ]);
  });

  it("don't affect a report's own times, whenever it was posted", () => {
    const report = "postmortem Aug 26, 2024, 05:48 PM UTC\nOn `2024-08-14` we had an outage from `15:03Z` to `15:10Z`.";
    expect(
      read(`# Incident\n\n- resolved Aug 14, 2024, 03:49 PM UTC\nIt is over.\n- ${report}`).map(([at]) => at),
    ).toEqual(["08-14T15:49", "08-26T17:48", "08-14T15:03"]);
  });

  it("lose no line", () => {
    const { context } = parseSource(
      textInput(`# Outage\n\nPostmortem\n\nSorry.\n\nPosted Feb 20, 2019 - 15:21 EST\n\n${UPDATES}\nThe end.`),
      {},
    );
    expect(context.map(({ line }) => line)).toEqual([1, 3, 5, 7, 17]);
  });
});

describe("updates of cState", () => {
  it.each([
    'The API is failing. {{< track "2024-03-05T16:18:01Z" >}}\n\n**Update**: We know why. {{< track "2024-03-05T16:27:33Z" >}}',
    'The API is failing.\n{{< track "2024-03-05 16:18:01" >}}\n\n**Update**:\nWe know why.\n{{< track "2024-03-05 16:27:33" >}}',
    'The API is failing. {{% track "2024-03-05 16:18:01" %}}\n\n*Update*:\nWe know why.\n{{% track "2024-03-05 16:27:33" %}}',
  ])("have their time after their text: %j", (text) => {
    const source = textInput(`---\ntitle: API\ndate: 2024-03-05 16:18:00\n---\n${text}\n`, "status.md");
    const { events } = parseSource(source, { zone: "UTC" });
    expect(events.map(({ at, title }) => [at?.slice(5, 16), title])).toEqual([
      ["03-05T16:18", "The API is failing."],
      ["03-05T16:27", "Update: We know why."],
    ]);
  });
});

describe("posts without a state", () => {
  const post = (words: string, time: string) => `${words}\n\nPosted Feb 18, 2019 - ${time} EST\n`;
  const first = post("Resolved\n\nIt is over.", "06:07");

  it.each(["We are looking into it.", "We are looking into:\n\n- API\n- Web", "Some users are slow.\n\nMore soon."])(
    "contain everything below their post: %j",
    (words) => {
      expect(read(`# Outage\n\n${first}\n${post(words, "05:38")}`).map(([at]) => at)).toEqual([
        "02-18T11:07",
        "02-18T10:38",
      ]);
    },
  );

  it("aren't a story that isn't called a report", () => {
    const words = "At 10:02 UTC all fell. At 10:30 UTC it was restored.";
    const found = read(`# Outage of February 18, 2019\n\n${first}\n${post(words, "09:38")}`).map(([at]) => at);
    expect(found).not.toContain("02-18T14:38");
  });

  it("are a report's publication without its words if a state says so", () => {
    const found = read(`# Outage of February 18, 2019\n\n${first}\n${post("Postmortem\n\nWe are sorry.", "09:38")}`);
    expect(found.find(([at]) => at === "02-18T14:38")).toEqual(["02-18T14:38", "Postmortem", ""]);
  });
});

describe("updates with their state above and their time below", () => {
  it.each([
    ["Tue, May 24, 2022, 04:29 PM UTC", "Tue, May 24, 2022, 11:16 AM UTC(5 hours earlier)"],
    ["Tue, May 24, 2022, 04:29 PM UTC", "Tue, May 24, 2022, 11:16 AM UTC (5 hours earlier)"],
    ["May 24, 2022 at 4:29 PM UTC", "May 24, 2022 at 11:16 AM UTC"],
    ["24 May 2022, 16:29 UTC", "24 May 2022, 11:16 UTC"],
    ["2022-05-24 16:29 UTC", "2022-05-24 11:16 UTC (about 5 hours earlier)"],
    ["2022-05-24T16:29:00Z", "2022-05-24T11:16:00Z"],
    ["May 24, 2022 16:29 UTC", "May 24, 2022 11:16 UTC"],
    ["Tuesday, May 24, 2022 16:29 UTC", "Tuesday, May 24, 2022 11:16 UTC"],
    ["May 24, 2022, 6:29 PM CEST", "May 24, 2022, 1:16 PM CEST (an hour ago)"],
    ["5/24/2022 4:29 PM UTC", "5/24/2022 11:16 AM UTC"],
  ])("are read with their own text: %s", (newest, oldest) => {
    const text = `Wrong mails\n\nUpdates\n\nResolved\n\nAll is stable.\n\nNo more is to come.\n\n${newest}\n\nInvestigating\n\nWrong mails were sent.\n\n${oldest}\n`;
    expect(read(text)).toEqual([
      ["05-24T16:29", "Resolved", "All is stable.\nNo more is to come."],
      ["05-24T11:16", "Investigating", "Wrong mails were sent."],
    ]);
  });

  it("aren't those with their time above the text", () => {
    const text =
      "May 24, 2022, 16:29 UTC\nResolved\n\nAll is stable.\n\nMay 24, 2022, 11:16 UTC\nInvestigating\n\nWrong mails were sent.\n";
    expect(read(text).map(([at, title]) => [at, title])).toEqual([
      ["05-24T16:29", "Resolved"],
      ["05-24T11:16", "Investigating"],
    ]);
  });
});

describe("updates below headings of their states", () => {
  const post = (state: string, posted: string, said: string) => `## ${state}\n\n*Posted ${posted}*\n\n${said}\n\n`;
  const updates =
    post("Resolved", "Mar 4, 2025 - 12:10 UTC", "All is well.") +
    post("Update", "Mar 4, 2025 - 11:40 UTC", "We keep working.") +
    post("Investigating", "Mar 4, 2025 - 11:02 UTC", "We look into it.");
  const told = [
    ["03-04T12:10", "Resolved", "All is well."],
    ["03-04T11:40", "Update: We keep working.", ""],
    ["03-04T11:02", "Investigating", "We look into it."],
  ];
  const timeline = "## Timeline\n\n- 11:00 UTC: Errors begin\n- 11:50 UTC: Traffic moved\n\n";

  it.each([
    ["alone", updates],
    ["below a title", `# Slow pages\n\n${updates}`],
    ["with underscores", updates.replaceAll("*", "_")],
    ["in bold", updates.replaceAll("*", "**")],
    ["with deeper headings", updates.replaceAll("##", "####")],
    ["without blank lines", updates.replaceAll("\n\n*", "\n*")],
  ])("have the time below their heading, %s", (_, text) => {
    expect(read(text)).toEqual(told);
  });

  it("are in addition to the timeline of a report above them", () => {
    const report = post("Postmortem", "Mar 4, 2025 - 16:30 UTC", "On March 4, 2025 pages were slow.");
    expect(read(`# Slow pages on March 4, 2025\n\n${report}${timeline}${updates}`)).toEqual([
      ["03-04T11:00", "Errors begin", ""],
      ["03-04T11:50", "Traffic moved", ""],
      ...told,
    ]);
  });

  it.each([
    ["a heading that is no state", post("Causes", "Mar 4, 2025 - 12:10 UTC", "A full disk.")],
    ["a report", post("Postmortem", "Mar 4, 2025 - 12:10 UTC", "A disk was full.")],
    ["words without a moment", "## Resolved\n\n*Posted by Ana*\n\nAll is well."],
  ])("aren't %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
