import { expect, test } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

const timesIn = (lines: string[]) =>
  parseSource({ filename: "note.md", bytes: Buffer.from(lines.join("\n")) }, { zone: "UTC" }).events.map(
    ({ at }) => at?.slice(0, 16) ?? "asked",
  );

const SPANISH = [
  "# Caída del portal, viernes 18 de septiembre de 2026",
  "",
  "El portal estuvo caído por la tarde y los clientes no pudieron pagar con la tarjeta.",
  "",
  "| Hora | Qué pasó |",
  "|---|---|",
];

test("reads a weekday whose abbreviation is a month as the day near to the others", () => {
  const rows = ["| Mar 15, 22:03 | Se instala |", "| Mié 16 – jue 17 | La memoria sube |", "| Vie 11:20 | Lento |"];
  expect(timesIn([...SPANISH, ...rows, "| 13:23 | Error al pagar |"])).toEqual([
    "2026-09-15T22:03",
    "2026-09-16T00:00",
    "2026-09-18T11:20",
    "2026-09-18T13:23",
  ]);
});

test("reads such an abbreviation as the month if the incident was in March", () => {
  const head = SPANISH.join("\n").replace("18 de septiembre", "13 de marzo").split("\n");
  expect(timesIn([...head, "| Mar 15, 22:03 | Se instala |", "| 23:10 | Error |"])).toEqual([
    "2026-03-15T22:03",
    "2026-03-15T23:10",
  ]);
});

test("asks if such an abbreviation can be both a month and a weekday, or neither", () => {
  const both = SPANISH.join("\n").replace("18 de septiembre", "27 de marzo").split("\n");
  expect(timesIn([...both, "| Mar 7, 22:03 | Se instala |", "| 23:10 | Error |"])).toEqual(["asked", "asked"]);
  const neither = SPANISH.join("\n").replace("18 de septiembre", "25 de julio").split("\n");
  expect(timesIn([...neither, "| Mar 16, 22:03 | Se instala |", "| 23:10 | Error |"])).toEqual(["asked", "asked"]);
});

test("reads an abbreviated month in English as a month", () => {
  const head = ["# Outage of 18 September 2026", "", "The portal was down and nobody could pay.", ""];
  const rows = ["| When | What |", "|---|---|", "| Apr 15, 22:03 | Bug shipped |", "| Sep 18, 11:20 | Slow |"];
  expect(timesIn([...head, ...rows])).toEqual(["2026-04-15T22:03", "2026-09-18T11:20"]);
});

test.each([
  ["Tue 15, 22:03", "2026-09-15T22:03"],
  ["Thu 17 08:30", "2026-09-17T08:30"],
  ["martes 15, 22:03", "2026-09-15T22:03"],
  ["jeu. 17 à 08:30", "2026-09-17T08:30"],
  ["Tuesday 16, 22:03", "asked"],
])("reads the month of %s from the incident's day", (when, at) => {
  const head = ["# Outage, 18 September 2026", "", "| When | What |", "|---|---|"];
  expect(timesIn([...head, `| ${when} | Deployed |`, "| Fri 18 11:20 | Slow |"])[0]).toBe(at);
});
