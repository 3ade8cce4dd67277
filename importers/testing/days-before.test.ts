import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const ROWS = (head: string, ...rows: string[]) => `# ${head}\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`;
const TABLE = (...rows: string[]) => `# Incident 2026-05-11\n\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
const FOUND = ["05-10 18:42", "05-11 13:30", "05-12 09:05"];

describe("days counted from that of the incident", () => {
  it.each([
    ["D", ROWS("Incident of 2026-05-11", "D-1 18:42 Deploy", "D+0 13:30 Errors rise", "D+1 09:05 Rolled back")],
    ["J", ROWS("Panne du 11 mai 2026", "J-1 18:42 : livraison", "J0 13:30 : erreurs", "J+1 09:05 : retour arrière")],
    ["Tag", ROWS("Störung am 11. Mai 2026", "Tag -1, 18:42: neu", "Tag 0, 13:30: Fehler", "Tag +1, 09:05: zurück")],
    ["Día", ROWS("Fallo del 11 de mayo de 2026", "Día -1 18:42 Alta", "Día 0 13:30 Errores", "Día +1 09:05 Fin")],
    [
      "bold",
      ROWS("Incident of 2026-05-11", "**D-1, 18:42** Deploy", "**D-day, 13:30** Errors", "**D+1 at 09:05** Fixed"),
    ],
    ["a minus sign", ROWS("Incident of 2026-05-11", "D−1 18:42 Deploy", "D0 13:30 Errors", "D+1 09:05 Fixed")],
    ["a later row", ROWS("Incident of 2026-05-11", "D-1 18:42 Deploy", "D0 13:30 D-1 pool failed", "D+1 09:05 Fixed")],
    [
      "one column",
      TABLE("Time | Event", "---|---", "D-1 18:42 UTC | Deploy", "D+0 13:30 UTC | Errors", "D+1 09:05 UTC | Fixed"),
    ],
    [
      "a column of days",
      TABLE("Day | Time | Event", "---|---|---", "D-1 | 18:42 | Deploy", "D0 | 13:30 | Errors", "D+1 | 09:05 | Fixed"),
    ],
    [
      "a column of days in German",
      TABLE("Tag | Uhrzeit | Was", "---|---|---", "D-1 | 18:42 | Neu", "D0 | 13:30 | Fehler", "D+1 | 09:05 | Zurück"),
    ],
  ])("are read: %s", (_what, text) => {
    expect(times(text)).toEqual(FOUND);
  });

  it("are asked for without that day", () => {
    expect(times(ROWS("Incident", "D-1 18:42 Deploy", "D+0 13:30 Errors rise"))).toEqual(["? date", "? date"]);
  });

  it("aren't the names of racks", () => {
    const racks = TABLE("Time | Rack | Event", "---|---|---", "13:30 | D-2 | Power lost", "14:20 | D0 | Power lost");
    expect(times(racks)).toEqual(["05-11 13:30", "05-11 14:20"]);
  });
});

const STORIES: [language: string, start: string, before: string, start2: string, next: string][] = [
  [
    "English",
    "On 11 May 2026 at 14:40 UTC all searches failed.",
    "The previous evening at 18:20 UTC a new index had been deployed.",
    "On 11 May 2026 at 22:40 UTC the search failed.",
    "The next morning at 9:05 UTC we noticed that search was empty.",
  ],
  [
    "German",
    "Am 11. Mai 2026 um 14:40 Uhr fiel die Suche aus.",
    "Am Vorabend um 18:20 Uhr war ein neuer Index ausgeliefert worden.",
    "Am 11. Mai 2026 um 22:40 Uhr fiel die Suche aus.",
    "Am nächsten Morgen um 9:05 Uhr bemerkten wir die Störung.",
  ],
  [
    "French",
    "Le 11 mai 2026 à 14h40, la recherche est tombée en panne.",
    "La veille au soir, vers 18h20, un nouvel index avait été déployé.",
    "Le 11 mai 2026 à 22h40, la recherche est tombée en panne.",
    "Le lendemain matin à 9h05, nous avons vu la panne.",
  ],
  [
    "Spanish",
    "El 11 de mayo de 2026 a las 14:40 la búsqueda falló.",
    "La noche anterior, a las 18:20, se había desplegado un índice nuevo.",
    "El 11 de mayo de 2026 a las 22:40 la búsqueda falló.",
    "A la mañana siguiente, a las 9:05, vimos la caída.",
  ],
  [
    "Dutch",
    "Op 11 mei 2026 om 14:40 uur viel zoeken uit.",
    "De avond ervoor om 18:20 uur was een nieuwe index geplaatst.",
    "Op 11 mei 2026 om 22:40 uur viel zoeken uit.",
    "De volgende ochtend om 9:05 uur zagen we de storing.",
  ],
  [
    "Portuguese",
    "Em 11 de maio de 2026 às 14:40 a busca falhou.",
    "Na noite anterior, às 18:20, um novo índice tinha sido publicado.",
    "Em 11 de maio de 2026 às 22:40 a busca falhou.",
    "Na manhã seguinte, às 9:05, vimos a queda.",
  ],
  [
    "Russian",
    "11 мая 2026 года в 14:40 произошёл сбой поиска.",
    "Накануне в 18:20 был развёрнут новый индекс.",
    "11 мая 2026 года в 22:40 произошёл сбой поиска.",
    "На следующее утро в 9:05 мы заметили сбой.",
  ],
  [
    "Swedish",
    "Den 11 maj 2026 kl. 14:40 slutade sökningen fungera.",
    "Kvällen innan, kl. 18:20, hade ett nytt index tagits i drift.",
    "Den 11 maj 2026 kl. 22:40 slutade sökningen fungera.",
    "Nästa morgon kl. 9:05 såg vi avbrottet.",
  ],
];

describe.each(STORIES)("a story in %s", (_language, start, before, start2, next) => {
  it("counts the day before from the one that it tells of", () => {
    expect(times(`# Outage of search\n\n${start} ${before}\n`)).toEqual(["05-11 14:40", "05-10 18:20"]);
  });

  it("counts the day after from it", () => {
    expect(times(`# Outage of search\n\n${start2} ${next}\n`)).toEqual(["05-11 22:40", "05-12 09:05"]);
  });
});

describe("a day before", () => {
  const STORY = "# Outage of search\n\nOn 11 May 2026 at 14:40 UTC all searches failed. ";
  it.each([
    [
      "asks for the times below it",
      "The day before at 18:20 UTC we had deployed. At 19:00 UTC we deployed again.",
      "? date",
    ],
    [
      "lets a date continue",
      "The night before, at 18:20 UTC, we had deployed. On 11 May at 15:30 UTC it was fixed.",
      "05-11 15:30",
    ],
  ])("%s", (_what, words, last) => {
    expect(times(`${STORY}${words}\n`)).toEqual(["05-11 14:40", "05-10 18:20", last]);
  });

  it.each([
    "A day earlier, at 18:20 UTC, we had deployed.",
    "The previous day was quiet, but at 18:20 UTC we had deployed.",
    "Two days before, at 18:20 UTC, we had deployed.",
    "The previous week at 18:20 UTC we had deployed.",
  ])("is asked for if it isn't clear: %s", (words) => {
    expect(times(`${STORY}${words}\n`)).toEqual(["05-11 14:40", "? date"]);
  });

  it("is asked for before the first day", () => {
    const text =
      "# Outage of search\n\nWe deployed the previous evening at 18:20 UTC. On 11 May 2026 at 14:40 UTC all failed.\n";
    expect(times(text)).toEqual(["? date", "05-11 14:40"]);
  });
});
