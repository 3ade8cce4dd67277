import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

describe("a day without its month", () => {
  it.each([
    ["On 2 August 2024 at 10:03 UTC a router crashed. On the 3rd at 09:00 UTC it was replaced.", "08-03 09:00"],
    ["On 30 August 2024 at 10:03 UTC a router crashed. On the 1st at 09:00 UTC it was replaced.", "09-01 09:00"],
    ["On 31 December 2024 at 10:03 UTC a router crashed. On the 2nd at 09:00 UTC it was replaced.", "01-02 09:00"],
    ["Am 2. August 2024 um 10:03 Uhr fiel ein Router aus. Am 3. um 09:00 Uhr wurde er ersetzt.", "08-03 09:00"],
    ["Le 2 août 2024 à 10:03, panne d'un routeur. Le 3 à 09:00, il a été remplacé.", "08-03 09:00"],
    ["El 2 de agosto de 2024 a las 10:03 cayó un router. El 3 a las 09:00 fue sustituido.", "08-03 09:00"],
    ["Il 2 agosto 2024 alle 10:03 un guasto al router. Il 3 alle 09:00 fu sostituito.", "08-03 09:00"],
  ])("continues the month of the story: %s", (text, at) => expect(times(`Report\n\n${text}\n`)[1]).toBe(at));

  it.each(["On the 3rd attempt at 11:00", "On the 3rd floor at 11:00", "On the 3rd try at 11:00"])(
    "isn't another count: %s",
    (lead) =>
      expect(times(`Report\n\nOn 2 August 2024 at 10:03 UTC a router crashed. ${lead} UTC it was fixed.\n`)[1]).toBe(
        "08-02 11:00",
      ),
  );
});

describe("the year of a story", () => {
  it.each([
    "By Ana Ruiz, June 14, 2024",
    "*June 14, 2024 — by the infrastructure team*",
    "Ana Ruiz | June 14, 2024",
    "Ana Ruiz · June 14, 2024 · 5 min read",
    "Written by Ana Ruiz on June 14, 2024",
  ])("is that of its byline: %s", (byline) =>
    expect(
      times(`# The June outage\n\n${byline}\n\nOn June 12 at 09:10 UTC it failed. At 09:40 UTC it was back.\n`),
    ).toEqual(["06-12 09:10", "06-12 09:40"]),
  );
});

describe("a day that counts from the day of writing", () => {
  it.each([
    "Seit gestern 17:30 Uhr ist die Telefonie gestört, um 18:00 Uhr kam die Meldung.",
    "Ieri 17:30 il servizio è caduto, alle 18:00 il guasto era noto.",
    "Ayer 17:30 cayó el servicio, a las 18:00 llegó el aviso de la caída.",
    "Yesterday 17:30 the service crashed, at 18:00 we knew.",
  ])("can be right before the time: %s", (text) =>
    expect(times(`Meldung\n\nStand 18.03.2025\n\n${text}\n`)[0]).toBe("03-17 17:30"),
  );
});

describe("sentences about the write-up itself", () => {
  it.each([
    "Author: Kim. Last updated 2025-01-07. Meeting held 2025-01-06 10:00 UTC.",
    "The postmortem review was held on 2025-01-06 at 10:00 UTC.",
    "The incident review is scheduled on 2025-01-06 at 10:00 UTC.",
    "Page updated on 2025-01-06 at 10:00 UTC.",
    "Last updated: 2025-01-06 10:00 UTC.",
    "The retrospective took place on 2025-01-06 at 10:00 UTC.",
  ])("aren't events, and their day isn't that of the story: %s", (about) => {
    const story = "At 18:02 UTC a bad route was announced. At 18:09 UTC we withdrew it.";
    expect(times(`# Postmortem 2024-12-19\n\n${about}\n\n${story}\n`)).toEqual(["12-19 18:02", "12-19 18:09"]);
  });
});

describe("a report with two times", () => {
  it.each([
    "At 10:05 the standby was rebooted. By 10:40 jobs ran again.",
    "A deploy at 10:05 changed the pool. At 10:40 we rolled back.",
    "At 10:05 alerts fired. It took until 10:40 to find the cause.",
    "The deploy went out at 10:05. 10:40 green.",
    "The broker hung at 10:05. Someone killed it at 10:40.",
    "At 10:05 the site went dark. At 10:40 it came back.",
  ])("is read with a day, and asked for without: %s", (text) => {
    const read = (head: string) => times(`${head}\n\n${text}\n`, "report.txt");
    expect(read("Report of 2024-03-05").map((one) => one.slice(0, 5))).toEqual(["03-05", "03-05"]);
    expect(read("Report").map((one) => one.slice(0, 1))).toEqual(["?", "?"]);
  });
});

describe("the night between two days", () => {
  it.each([
    [
      "During the night of 5 to 6 June 2025 the shop failed.",
      "At 23:48 UTC a script ran. At 00:15 UTC the shop crashed.",
    ],
    ["The outage was in the night of 5th to 6th June 2025.", "At 23:48 UTC a script ran. At 00:15 UTC it crashed."],
    [
      "In der Nacht vom 5. auf den 6. Juni 2025 fiel der Shop aus.",
      "Um 23:48 Uhr lief ein Skript. Um 00:15 Uhr Ausfall.",
    ],
    ["Dans la nuit du 5 au 6 juin 2025, une panne a eu lieu.", "À 23:48, script lancé. À 00:15, la panne commence."],
    ["En la noche del 5 al 6 de junio de 2025 cayó la tienda.", "A las 23:48 corrió un script. A las 00:15 cayó todo."],
    ["Between 5 and 6 June 2025 some orders failed.", "At 23:48 UTC alerts fired. At 00:15 UTC we restarted it."],
  ])("starts on the first day: %s", (night, story) =>
    expect(times(`# Report\n\n${night}\n\n${story}\n`)).toEqual(["06-05 23:48", "06-06 00:15"]),
  );

  it("can start at midnight", () => {
    const text =
      "In der Nacht vom 5. auf den 6. Juni 2025 fiel der Shop aus. Um 01:15 Uhr Alarm. Um 02:40 Uhr behoben.";
    expect(times(`# Ausfall\n\n${text}\n`)).toEqual(["06-06 01:15", "06-06 02:40"]);
  });

  it("decides the days of a list below it only if that passes midnight", () => {
    const below = (...clocks: string[]) =>
      times(
        `# Panne\n\nDans la nuit du 5 au 6 juin 2025, panne.\n\n${clocks.map((one) => `- ${one} lien`).join("\n")}\n`,
      );
    expect(below("23:10", "00:40")).toEqual(["06-05 23:10", "06-06 00:40"]);
    expect(below("01:10", "02:40")).toEqual(["? 01:10", "? 02:40"]);
  });
});

describe("yesterday", () => {
  it.each([
    "We are sorry for the late orders of yesterday.",
    "Orders were late yesterday, and we apologise.",
    "Overnight, orders failed.",
  ])("without a time only tells when the text was written: %s", (about) =>
    expect(
      times(`# What happened on 28 May 2025\n\n${about} At 11:35 UTC it failed. At 11:50 UTC it was fixed.\n`),
    ).toEqual(["05-28 11:35", "05-28 11:50"]),
  );

  it.each([
    "Last night (8 June 2021)",
    "Yesterday (8 June 2021)",
    "Last night, 8 June 2021,",
    "This morning (8 June 2021)",
  ])("can be explained by its date: %s", (day) =>
    expect(
      times(`# Outage\n\n${day} the router failed. At 10:35 UTC it shut down. At 11:50 UTC it was back.\n`),
    ).toEqual(["06-08 10:35", "06-08 11:50"]),
  );

  it.each(["Two days later we moved back.", "The following week we moved back.", "A month later we moved back."])(
    "and another unnamed day is asked for: %s",
    (later) =>
      expect(
        times(`# Outage on 28 May 2025\n\nAt 11:35 UTC the link failed. ${later} At 09:10 UTC it was used again.\n`),
      ).toEqual(["05-28 11:35", "? date"]),
  );
});

it.each([
  "By 14:30 UTC the API was operating normally.",
  "At 14:30 UTC all was working normally again.",
  "At 14:30 UTC orders were processed normally.",
])("normal operation isn't a habit: %s", (sentence) =>
  expect(times(`# Outage on 10 September 2024\n\nAt 14:21 UTC errors fell. ${sentence}\n`)).toEqual([
    "09-10 14:21",
    "09-10 14:30",
  ]),
);

describe("a heading of something that isn't over", () => {
  const posts = (heading: string) =>
    times(
      `### ${heading}\n\n**Update**: The pump is down.\n<br><span class="stamp">July 3, 08:30 PDT</span>\n\n**Update**: The pump was lost.\n<br><span class="stamp">June 1, 17:00 PDT</span>\n`,
    );

  it.each([
    "June 1 - ongoing, 2023",
    "June 1 – ongoing, 2023",
    "June 1 – present, 2023",
    "June 1 to now, 2023",
    "June 1 - today (2023)",
    "June 1 until ongoing 2023",
    "Pump trouble, June 1 - open, 2023",
    "1. Juni – laufend, 2023",
    "1 juin – en cours, 2023",
    "1 de junio - en curso, 2023",
    "1 giugno – in corso, 2023",
    "1 juni - heden, 2023",
  ])("has its year at the end: %s", (heading) => expect(posts(heading)).toEqual(["07-03 15:30", "06-02 00:00"]));

  it.each(["June 1 - ongoing", "June 1 - ongoing, 2023 orders lost in June 2024", "June 1 - ongoing, 2099:1"])(
    "doesn't guess one: %s",
    (heading) => expect(posts(heading).every((one) => one.startsWith("?"))).toBe(!heading.includes("orders")),
  );
});

describe("the word for a year behind its number", () => {
  it.each([
    "5 марта 2024 г., 10:02 UTC тревога",
    "5 марта 2024 г. 10:02 UTC тревога",
    "5 марта 2024г., 10:02 UTC тревога",
    "5 марта 2024 года, 10:02 UTC тревога",
    "5 marca 2024 r., 10:02 UTC alarm",
    "5 marca 2024 roku, 10:02 UTC alarm",
  ])("is part of the day: %s", (line) =>
    expect(times(`${line}\n5 марта 2024 г., 10:15 UTC конец\n`)).toEqual(["03-05 10:02", "03-05 10:15"]),
  );
});

describe("a peak within an outage", () => {
  it.each([
    "It affected 5% of requests at its peak (10:20 to 10:27 UTC).",
    "It affected 5% of requests at its peak (10:20 - 10:27 UTC).",
    "The errors peaked between 10:20 and 10:27 UTC.",
    "It was worst from 10:20 to 10:27 UTC.",
    "The highest error rate was seen from 10:20 to 10:27 UTC.",
    "At the height of it, from 10:20 to 10:27 UTC, nothing loaded.",
  ])("isn't what else happened then: %s", (peak) =>
    expect(
      times(
        `# Outage on 5 March 2024\n\nBetween 10:02 and 10:45 UTC the shop was down. We rolled back at 10:20 UTC. We killed the jobs at 10:40 UTC. ${peak}\n`,
      ),
    ).toEqual(["03-05 10:02", "03-05 10:20", "03-05 10:40", "03-05 10:20"]),
  );

  it("isn't a span that repeats the whole", () =>
    expect(
      times(
        "# Outage on 5 March 2024\n\nAt 10:02 UTC the shop failed. We rolled back at 10:20 UTC. It was down from 10:02 to 10:45 UTC.\n",
      ),
    ).toEqual(["03-05 10:02", "03-05 10:20"]));
});

describe("today in a story of the day before", () => {
  const story =
    "The power failed on Thursday, July 25, 2013 at 7:33 pm, and the racks went dark. At 7:20 am today it was restored. Users were told at 9:02 am.";

  it("is the day alone above the story", () =>
    expect(times(`Friday, July 26, 2013\n\nOutage report\n\n${story}\n`)).toEqual([
      "07-25 19:33",
      "07-26 07:20",
      "07-26 09:02",
    ]));

  it("is asked for without it, and so are the times below", () =>
    expect(times(`${story}\n`)).toEqual(["07-25 19:33", expect.stringMatching(/^\?/), expect.stringMatching(/^\?/)]));

  it("isn't a day that is part of the first paragraph", () =>
    expect(times("2 June 2023\nToday at 9:10 am we took the shop down. It was back at 2 pm.\n")).toEqual([
      "06-02 09:10",
      "06-02 14:00",
    ]));
});

describe("times without a day in a dated span of the same story", () => {
  const story = (span: string) =>
    `Yesterday afternoon, we saw an anomaly. Starting at 17:54 UTC, orders failed. At 18:05 UTC we closed the shop. We rolled back 12 minutes (${span}). Later, at 23:50 UTC, it was open.\n`;

  it("are on its day", () =>
    expect(times(story("from 17:53 UTC to 18:05 UTC on February 10, 2020")).slice(0, 3)).toEqual([
      "02-10 17:54",
      "02-10 18:05",
      "02-10 17:53",
    ]));

  it.each([
    "from 15:53 UTC to 16:05 UTC on February 10, 2020",
    "from 17:53 CET to 18:10 CET on February 10, 2020",
    "from 06:00 UTC to 20:00 UTC on February 10, 2020",
  ])("are asked for if they aren't in it, or it is long or in another zone: %s", (span) =>
    expect(times(story(span)).slice(0, 2)).toEqual([expect.stringMatching(/^\?/), expect.stringMatching(/^\?/)]),
  );
});

describe("a weekday in a story that has its day", () => {
  const story = (day: string) =>
    `Disruption on 14 March 2026\n\nWe want to explain the outage of the booking pages ${day}.\n\nThe first failed at 09:12. At 10:05 they worked again.\n`;

  it.each(["last Saturday", "on Saturday"])("is that day if it is one: %s", (day) =>
    expect(times(story(day))).toEqual(["03-14 09:12", "03-14 10:05"]),
  );

  it.each(["last Friday", "last Sunday"])("leaves the day if it is another one: %s", (day) =>
    expect(times(story(day))).toEqual([expect.stringMatching(/^\?/), expect.stringMatching(/^\?/)]),
  );
});
