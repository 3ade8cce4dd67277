import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const times = (text: string) =>
  parseSource(textInput(text, "report.txt"), { zone: "UTC" }).events.map(({ at }) => at?.slice(0, 16) ?? "asked");

/** 2024-03-06 is a Wednesday. */
describe("days that a text counts from when it was written", () => {
  it.each([
    ["Publié le 6 mars 2024.\n\nLa panne a commencé lundi vers 13h.", "2024-03-04T13:00"],
    ["Article écrit le 2024-03-06.\n\nPanne du site : tout est tombé hier à 9h30.", "2024-03-05T09:30"],
    ["Veröffentlicht am 06.03.2024\n\nDer Ausfall begann am Sonntag um 14 Uhr.", "2024-03-03T14:00"],
    ["Veröffentlicht am 6. März 2024\n\nDie Störung begann heute um 07:15 Uhr.", "2024-03-06T07:15"],
    ["Publicado el 6 de marzo de 2024\n\nLa caída empezó ayer a las 18:40.", "2024-03-05T18:40"],
    ["Publicado em 2024-03-06\n\nO incidente começou na terça-feira às 14h.", "2024-03-05T14:00"],
    ["Pubblicato il 2024-03-06\n\nL'incidente è iniziato sabato alle 14:30.", "2024-03-02T14:30"],
    ["Gepubliceerd op 2024-03-06\n\nDe storing begon gisteren om 14.30 uur.", "2024-03-05T14:30"],
    ["Opublikowano 2024-03-06\n\nOutage: serwer padł w poniedziałek o 14:30.", "2024-03-04T14:30"],
    ["Posted on 2024-03-06\n\nLe service est en panne depuis ce matin vers 8h15.", "2024-03-06T08:15"],
  ])("%j: are told", (text, at) => expect(times(text)).toEqual([at]));

  it.each([
    "Publié le 6 mars 2024.\n\nLa panne a commencé mercredi vers 13h.",
    "Rapport du 6 mars 2024.\n\nLa panne a commencé samedi vers 13h.",
    "Bericht vom 06.03.2024\n\nDer Ausfall begann gestern um 14:30 Uhr.",
    "Informe del 2024-03-06\n\nLa caída empezó ayer a las 18:40.",
    "Outage report 2024-03-06\n\nEen storing, zaterdag om 14.30 uur.",
    "Relatório 2024-03-06\n\nO incidente começou ontem às 14h20.",
    "Resoconto 2024-03-06\n\nL'incidente è iniziato venerdì alle 14:30.",
    "Raport 2024-03-06\n\nOutage: serwer padł wczoraj o 14:30.",
    "Compte rendu 2024-03-06\n\nUne panne hier soir à 21h45.",
    "Protokoll 2024-03-06\n\nAusfall am Montag gegen 14 Uhr.",
  ])("%j: are asked where the day of the writing is not named or is that weekday", (text) =>
    expect(times(text)).toEqual(["asked"]),
  );
});

describe("hours in other languages", () => {
  const day = (sentence: string) => times(`Outage of 6 March 2024\n\n${sentence}\n`);
  it.each([
    ["La panne commence à 13h.", "13:00"],
    ["Le site est en panne dès 9h05.", "09:05"],
    ["Der Ausfall begann um 14 Uhr.", "14:00"],
    ["Gegen 16.45 Uhr war der Ausfall behoben.", "16:45"],
    ["O incidente começou às 14h.", "14:00"],
    ["O incidente começou por volta das 15h30.", "15:30"],
    ["La caída empezó sobre las 18h.", "18:00"],
    ["L'incidente è iniziato verso le 14:10.", "14:10"],
    ["De storing begon omstreeks 14 uur.", "14:00"],
    ["The outage began at 1130am.", "11:30"],
  ])("%s is read", (sentence, clock) => expect(day(sentence)).toEqual([`2024-03-06T${clock}`]));

  it.each([
    "La panne a duré 13h.",
    "Panne de 1h30 à 2h.",
    "Une panne de 3 heures.",
    "O incidente durou 14h.",
    "La caída duró 3 horas.",
    "L'incidente è durato 2 ore.",
    "The outage took 13h.",
    "Outage in room 1130.",
    "Ausfall von 14 Servern.",
    "De storing trof 14 servers.",
  ])("%s is no time", (sentence) => expect(day(sentence)).toEqual([]));
});
