import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const ROWS = "\n\n- 09:12 disk errors\n- 09:40 site down\n";
const on = (day: string) => [`${day} 09:12`, `${day} 09:40`];

describe("the day of a title that nothing ties to its words", () => {
  it.each([
    "Fault report - 30 November 2015\n\nOn 18th November 2015, some customers complained about failed calls.",
    "Fault report - 30 November 2015\n\nOn 18 November 2015, customers complained about failed calls.\n\nThe server was taken out of service.",
    "Notice to customers - 30 November 2015\n\nOn 18 November 2015 a planned change caused an interruption.",
  ])("gives way to an earlier one with which the story starts: %j", (head) => {
    expect(times(head + ROWS)).toEqual(on("11-18"));
  });

  it("is asked if the title says that the incident was on it", () => {
    const head =
      "Outage of 30 November 2015\n\nOn 18 November 2015, a version with the fault was deployed, which failed.";
    expect(times(head + ROWS)).toEqual(["? date", "? date"]);
  });

  it("isn't given up for a day in a title that can be the incident's own", () => {
    const head =
      "Post-mortem - 30 November 2015\n\nOn 18 November 2015, a version was deployed that failed under load.";
    expect(times(head + ROWS)).not.toEqual(on("11-18"));
  });

  it("is not given up if the story names it, or the other day is much earlier", () => {
    const named = "Report - 30 November 2015\n\nOn 18 November 2015 a disk failed. On 30 November the other one did.";
    expect(times(named + ROWS)).not.toEqual(on("11-18"));
    expect(times(`Report - 30 November 2015\n\nOn 18 May 2015 we had an outage.${ROWS}`)).not.toEqual(on("05-18"));
  });
});

describe("the day of an act before the trouble", () => {
  it.each([
    "On 1 June 2026 we moved to a new host. It went badly a few days later.",
    "On 1 June 2026 we moved to a new host, and the week after, the database crashed.",
    "Am 1. Juni 2026 sind wir zu einem neuen Hoster umgezogen. Einige Tage später gab es einen Ausfall.",
    "Le 1er juin 2026, nous avons changé d'hébergeur. Quelques jours plus tard, la panne est arrivée.",
    "El 1 de junio de 2026 cambiamos de proveedor. Unos días después llegó la caída.",
    "Il 1 giugno 2026 abbiamo cambiato fornitore. Qualche giorno dopo è arrivato il guasto.",
    "Op 1 juni 2026 zijn wij verhuisd. Enkele dagen later kwam de storing.",
    "Em 1 de junho de 2026 mudamos de provedor. Alguns dias depois veio a queda.",
  ])("is asked instead of theirs: %s", (opening) => {
    expect(times(`# Our bad week\n\n${opening}${ROWS}`).every((at) => at.startsWith("?"))).toBe(true);
  });

  it("is theirs if the trouble was on it", () => {
    const opening = "On 1 June 2026 our new host failed. A few days later we moved back.";
    expect(times(`# Our bad week\n\n${opening}${ROWS}`)).toEqual(on("06-01"));
  });
});

describe("a day alone above a story that opens with yesterday", () => {
  const STORY =
    "It began at 11:04 when the CA revoked it. Browsers complained at 11:30. A new one was issued at 12:10.";

  it("is that of the writing", () => {
    const opening = "Yesterday our certificate was revoked by mistake.";
    expect(times(`# A bad day\n\n2026-05-28\n\n${opening} ${STORY}\n`)).toEqual([
      "05-27 11:04",
      "05-27 11:30",
      "05-27 12:10",
    ]);
  });

  it("is that of the story otherwise", () => {
    const opening = "Our certificate was revoked by mistake.";
    expect(times(`# A bad day\n\n2026-05-28\n\n${opening} ${STORY}\n`)[0]).toBe("05-28 11:04");
  });
});

describe("the day of a letter that tells of yesterday", () => {
  it("isn't that of any of its times", () => {
    const told = "gestern kam es zwischen 10:15 Uhr und 12:50 Uhr zu einem Ausfall. Um 11:05 Uhr kam der Dienst.";
    expect(times(`Betreff: Störung\nDatum: 27.05.2026\n\nGuten Tag,\n\n${told}\n`)).toEqual([
      "05-26 10:15",
      "05-26 11:05",
    ]);
  });
});

describe("the day on which a document was finished", () => {
  it("isn't that of the times in it", () => {
    const head = "# On the June incident\n\nIt was on the 11th, a Thursday; this document was finished on 2 July 2026.";
    const story = "The trouble started at 08:41 UTC. At 09:20 UTC the workers were restarted.";
    expect(times(`${head}\n\n${story}\n`)).not.toContain("07-02 08:41");
  });
});

describe("a table with only a start and an end", () => {
  it("leaves the times between to the sentences below", () => {
    const table =
      "| Field | Value |\n|---|---|\n| Started | 2026-02-17 18:20 UTC |\n| Ended | 2026-02-17 20:05 UTC |\n";
    const story = "The app looped. At 18:50 UTC we stopped the rollout. A fixed version was submitted at 19:15 UTC.";
    expect(times(`# Login loop\n\n${table}\n${story}\n`).sort()).toEqual([
      "02-17 18:20",
      "02-17 18:50",
      "02-17 19:15",
      "02-17 20:05",
    ]);
  });
});

describe("the day of another story", () => {
  it("isn't that of the times below, even without a time of its own day before", () => {
    const head = "# What we learned from Black Friday\n\nThis year (28 November 2025) we were down for nine minutes.";
    const other = "Last year, on 29 November 2024, it was three hours: from 10:02 UTC to 13:10 UTC.";
    const own = "This time the load balancer failed at 10:31 UTC. At 10:40 UTC the errors were gone.";
    const found = times(`${head} ${other}\n\n${own}\n`);
    expect(found.filter((at) => at.endsWith("10:31") || at.endsWith("10:40"))).toEqual([]);
  });

  it("is that of its own heading, also below a later one", () => {
    const later = "## 2026-07-30 | Degraded search\n\nSearch was slow at 12:05 UTC. We rolled back at 12:41 UTC.\n\n";
    const earlier = "## 2026-07-21 | Failed exports\n\nExports failed at 08:00 UTC. We freed space at 08:33 UTC.\n";
    expect(times(later + earlier)).toEqual(["07-30 12:05", "07-30 12:41", "07-21 08:00", "07-21 08:33"]);
  });

  it("is counted from that of a notice", () => {
    const told =
      "Nella serata di ieri, tra le 20:15 e le 22:40, il portale era fuori uso per un guasto. Alle 20:30 sono stati avvisati i tecnici.";
    expect(times(`# Guasto\n\nComunicato del 14 gennaio 2026\n\n${told}\n`)).toEqual(["01-13 20:15", "01-13 20:30"]);
  });
});
