import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const story = (opening: string, ...sentences: string[]) => times(`# Report\n\n${opening}\n\n${sentences.join(" ")}\n`);

describe("a story told in sentences", () => {
  it.each([
    ["A la 1:10 p. m. la cola quedó vacía.", "13:10"],
    ["A las 7:40 a. m. falló la cola.", "07:40"],
    ["A las 5 p. m. volvió.", "17:00"],
  ])("has Spanish halves of the day with blanks: %s", (sentence, at) => {
    expect(story("El 3 de febrero de 2026 el correo falló.", sentence)).toEqual([`02-03 ${at}`]);
  });

  it("has times with the endings of Turkish", () => {
    const told = [
      "Saat 14:05'te bağlantılar tükendi.",
      "14.12'de ilk şikâyet geldi.",
      "Ekibimiz 14:20'de havuzu büyüttü.",
      "Servis 14:55'te döndü.",
    ];
    expect(story("14 Ocak 2026 günü kesinti yaşandı.", ...told)).toEqual([
      "01-14 14:05",
      "01-14 14:12",
      "01-14 14:20",
      "01-14 14:55",
    ]);
  });

  it("has days and times of Hungarian", () => {
    const told = ["8:15-kor lejárt egy tanúsítvány.", "8:40-kor jelezte az ügyfél.", "9:20-ra minden átment."];
    expect(story("2026. április 21-én hiba történt.", ...told)).toEqual(["04-21 08:15", "04-21 08:40", "04-21 09:20"]);
  });

  it("has Danish times with a point behind words like a version", () => {
    const told = ["Kl. 10.20 ringede kunderne.", "Vi rullede versionen tilbage kl. 10.45, og kl. 10.51 virkede alt."];
    expect(story("5. februar 2026 havde vi nedetid.", ...told)).toEqual(["02-05 10:20", "02-05 10:45", "02-05 10:51"]);
  });

  it.each([
    ["2月17日の午前10時3分、作業を開始しました。10時7分にエラーが急増しました。10時41分に完了しました。", "10:07"],
    ["2月17日の午後10時3分、作業を開始しました。10時7分にエラーが急増しました。10時41分に完了しました。", "22:07"],
  ])("keeps the half of the day after a day: %s", (sentences, at) => {
    expect(story("2026年2月17日に障害が発生しました。", sentences)[1]).toBe(`02-17 ${at}`);
  });

  it("keeps its day through a reason that names a day before", () => {
    const told = [
      "At 09:02 the page stopped answering.",
      "The provider found it at 09:48: a rule had been changed the evening before.",
      "A new leader failed at 10:34, since it ran the version that we had tagged on Monday.",
      "It was removed at 11:05.",
    ];
    expect(story("On Friday, 12 June 2026, our page was down.", ...told)).toEqual([
      "06-12 09:02",
      "06-12 09:48",
      "06-12 10:34",
      "06-12 11:05",
    ]);
  });

  it("asks if the sentence itself continues from another day", () => {
    const told = ["At 09:02 the page stopped.", "At 09:48 on the day before, a rule had been changed."];
    expect(story("On Friday, 12 June 2026, our page was down.", ...told)[1]).not.toBe("06-12 09:48");
  });

  it.each([
    "Il nuovo aggiornamento è previsto per il 10 febbraio alle 22:00.",
    "El nuevo cambio está programado para el 10 de febrero a las 22:00.",
    "De nieuwe wijziging is gepland voor 10 februari om 22:00.",
  ])("has no plan among its events: %s", (plan) => {
    const told = "At 10:42 the firewall failed. At 11:45 it was restored.";
    expect(story("On 27 January 2026 the portal failed.", told, plan)).toEqual(["01-27 10:42", "01-27 11:45"]);
  });

  it("starts on the first day of a night between two weekdays", () => {
    const told = ["Om 23.50 uur begon het onderhoud.", "Om 00.45 uur bleek een fout.", "Sinds 04.15 uur werkt alles."];
    const opening = "In de nacht van dinsdag 3 op woensdag 4 februari 2026 was er een storing.";
    expect(story(opening, ...told)).toEqual(["02-03 23:50", "02-04 00:45", "02-04 04:15"]);
    const english = "In the night from Tuesday 3 to Wednesday 4 February 2026 we had an outage.";
    expect(story(english, "At 23:50 UTC it began.", "At 04:15 UTC it ended.")).toEqual(["02-03 23:50", "02-04 04:15"]);
  });

  it("has no event where something should have been over", () => {
    const told = [
      "Om 23.10 uur begon het onderhoud.",
      "Dat had om 23.30 uur klaar moeten zijn.",
      "Om 23.45 uur viel alles uit.",
    ];
    expect(story("Op 3 februari 2026 was er een storing.", ...told)).toEqual(["02-03 23:10", "02-03 23:45"]);
  });

  it("has the event of a sentence with a habit in a clause of its own", () => {
    const told =
      "The backup, which normally ends at 02:30 UTC, was still running at 06:15 UTC when the disk alert fired.";
    expect(story("On 3 March 2026 our database ran out of disk.", told, "At 07:04 UTC it stopped.")).toEqual([
      "03-03 06:15",
      "03-03 07:04",
    ]);
  });

  it("is on the day of its incident, not on that of the meeting about it", () => {
    const opening = "We met on 29 April 2026 to discuss the mail delays of 22 April 2026.";
    expect(story(opening, "Mail slowed down at 06:05 UTC.", "At 10:02 UTC it was back.")).toEqual([
      "04-22 06:05",
      "04-22 10:02",
    ]);
  });

  it("keeps its day through a reason without times", () => {
    const told = [
      "At 03:00 UTC a job failed.",
      'It stopped everything, because somebody had "fixed" it on Friday.',
      "At 03:12 UTC I was paged.",
    ];
    expect(story("On Sunday, 15 February 2026, our proxies went down.", ...told)).toEqual([
      "02-15 03:00",
      "02-15 03:12",
    ]);
  });

  it("has a time with a point at the end of its sentence", () => {
    const told = ["Klokken 12.05 ble en ny versjon lagt ut.", "Siden var oppe igjen klokken 13.08."];
    expect(story("Torsdag 19. februar 2026 hadde vi nedetid.", ...told)).toEqual(["02-19 12:05", "02-19 13:08"]);
  });

  it.each([
    [
      "Le lot démarre chaque vendredi à 6h.",
      "À 6h21, le lot a été relancé.",
      "Vendredi 22 mai 2026, une panne a eu lieu.",
    ],
    [
      "The job runs every Friday at 06:00.",
      "At 06:21 it was started again.",
      "On Friday, 22 May 2026, we had an outage.",
    ],
    [
      "Der Lauf startet jeden Freitag um 6:00 Uhr.",
      "Um 6:21 Uhr lief er neu.",
      "Am Freitag, 22. Mai 2026, gab es einen Ausfall.",
    ],
  ])("has no event of a habit, and keeps its day: %s", (habit, told, opening) => {
    expect(story(opening, habit, told)).toEqual(["05-22 06:21"]);
  });

  it("has a time behind a semicolon, and the day that explains today", () => {
    const parts = "11:43 UTC, it reaches the first region; 11:44 UTC, all the others.";
    expect(story("On 30 June 2026 our API was down.", parts)).toEqual(["06-30 11:43", "06-30 11:44"]);
    const today = "The bouncer has been down since 03:40 UTC today (Sat 20 June 2026). I restarted it at 09:05 UTC.";
    expect(times(`# Bouncer down\n\n${today}\n`)).toEqual(["06-20 03:40", "06-20 09:05"]);
  });

  it("takes the place of an abbreviation from its brackets", () => {
    const told = "On 3 March 2026 at 18:40 IST (India) payments failed. They worked again at 19:55 IST.";
    expect(times(`# Payments failed\n\n${told}\n`, "notes.md", undefined, "UTC")).toEqual([
      "03-03 13:10",
      "03-03 14:25",
    ]);
  });
});

describe("a time in the text of an entry", () => {
  const HEAD = "# Incident of 7 May 2026 (UTC)\n\n## Timeline\n\n";

  it("is an event if it is after the entry and before the next one", () => {
    const rows = "- 10:15 A customer called and, at 10:22, the incident was declared.\n- 10:25 Sessions revoked\n";
    expect(times(HEAD + rows)).toEqual(["05-07 10:15", "05-07 10:22", "05-07 10:25"]);
  });

  it("is none if it is expected, or of another day of the month", () => {
    const planned = "- 10:15 We expect all of the workers and their queues to be back by 10:22.\n- 10:25 Back\n";
    expect(times(HEAD + planned)).toEqual(["05-07 10:15", "05-07 10:25"]);
    const other = "- 10:15 The customer called (the password was changed at 08:45 on the 6th).\n- 10:25 Back\n";
    expect(times(HEAD + other)).toEqual(["05-07 10:15", "05-07 10:25"]);
  });

  it("is the end of a French range", () => {
    expect(times(`${HEAD}- **10:40 à 12:00** : identité vérifiée\n- **14:00** : clos\n`)).toEqual([
      "05-07 10:40",
      "05-07 14:00",
    ]);
  });

  it("is its second one in a cell, unless both can be one moment elsewhere", () => {
    const table = (cell: string) =>
      times(`${HEAD}| Time | What |\n|---|---|\n| ${cell} | Pushed |\n| 19:00 | Done |\n`);
    expect(table("16:42 / 18:31")).toEqual(["05-07 16:42", "05-07 18:31", "05-07 19:00"]);
    expect(table("16:42 / 18:42")).toEqual(["05-07 16:42", "05-07 19:00"]);
  });
});

describe("a day without a year", () => {
  it("takes it from a number with the same day", () => {
    const text =
      "# Análise\n\n**10 de Abril ~04:20 — Migração**\nA migração `20260410042019` falhou.\n\n**10 de Abril ~04:24 — Fix**\nCorrigido.\n";
    expect(times(text).map((at) => at.slice(0, 5))).toEqual(["04-10", "04-10"]);
    expect(times(text.replace("20260410", "20260310"))[0]?.startsWith("?")).toBe(true);
  });
});

describe("posts of one day", () => {
  const post = (text: string, at: string) => `${text}\n\nPosted Jul 15, 2019 - ${at} UTC\n\n`;
  const FIRST = "At 10:52 BST we saw a degradation. It was over by 11:16 BST.";

  it("give their day to the times that they tell", () => {
    const page = `Degradation\nIncident Report for Acme\n\n${post("From 10:52 BST, payments were held. They were processed by 11:16 BST.", "13:30")}${post(FIRST, "10:33")}`;
    expect(times(page)).toEqual(["07-15 09:52", "07-15 10:16", "07-15 13:30", "07-15 10:33"]);
  });

  it("don't if there is only one, because it can be written later", () => {
    expect(times(`Degradation\nIncident Report for Acme\n\n${post(FIRST, "10:33")}`)).toEqual(["? 10:52", "? 11:16"]);
  });
});

describe("lines that start with a state and its moment", () => {
  const LINES = [
    "Reported 09:12 Z 03 Mar 2026 by desk",
    "Assigned 09:15 Z 03 Mar 2026 network team",
    "Restored 10:20 Z 03 Mar 2026",
  ];

  it("are events, and a plan is none", () => {
    const text = ["INCIDENT 2026/118", "Service: VPN", ...LINES, "Next review 10 Mar 2026 14:00 Z"].join("\n");
    expect(times(text, "log.txt")).toEqual(["03-03 09:12", "03-03 09:15", "03-03 10:20"]);
  });

  it("are none if there are only two of them, because they can be sentences", () => {
    expect(times(`Notes\n${LINES.slice(0, 2).join("\n")}`, "log.txt")).toEqual([]);
  });
});

describe("a short span above a timeline", () => {
  const rows = "\n\nTimeline:\n04:56: Migration started\n04:57: Tables dropped\n05:01: Restoring\n";

  it("is an event if it starts before the entries", () => {
    const text = `On February 21st, 2024, we had an outage. The database went offline from 04:50:00 to 04:56:27 UTC.${rows}`;
    expect(times(text)).toEqual(["02-21 04:50", "02-21 04:56", "02-21 04:57", "02-21 05:01"]);
  });

  it("is none if it tells the whole", () => {
    const text = `On February 21st, 2024, we had an outage. The database was offline from 04:50 to 17:05 UTC.${rows}`;
    expect(times(text)).toEqual(["02-21 04:56", "02-21 04:57", "02-21 05:01"]);
  });
});
