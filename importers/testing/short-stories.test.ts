import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

describe("a story with a single time", () => {
  it.each([
    [
      "How two seconds become two days\n\nNovember 17, 2015\n\nAt 3:37 PM, we had a power blip in one of our datacenters. In those two seconds, 1,000 systems went offline.",
      ["11-17 15:37"],
    ],
    [
      "На 26 сентября 2025 г. пришёлся пожар.\n\nПожар в дата-центре, произошедший 26 сентября 2025 г. в 20:20, нарушил работу 647 систем. Авария устранена.",
      ["09-26 20:20"],
    ],
    [
      "Als am Donnerstag, den 21.03.2024 um 10 Uhr morgens unsere Seite weg war, haben wir uns noch nichts gedacht. Der Ausfall dauerte eine Woche.",
      ["03-21 10:00"],
    ],
    [
      "Earlier this morning, on 14 August 2019 (around 05:20), we saw faults that we do not understand. The site was down for hours.",
      ["08-14 05:20"],
    ],
    [
      "# Slow API on 6 December 2021\n\nAt 13:23, we noticed capacity issues with our platform. It turned out to be an outage for many.",
      ["12-06 13:23"],
    ],
    [
      "On 7 June 2022, a certificate of the gateway ran out. Nobody could log in until we replaced it at 9:40.",
      ["06-07 09:40"],
    ],
    ["Le 7 juin 2022, un certificat a expiré. À 9h40, nous l'avons remplacé, et la panne a pris fin.", ["06-07 09:40"]],
    ["El 7 de junio de 2022 caducó un certificado. A las 9:40 lo cambiamos y terminó la caída.", ["06-07 09:40"]],
    [
      "Il 7 giugno 2022 è scaduto un certificato. Alle 9:40 lo abbiamo sostituito, e il guasto è finito.",
      ["06-07 09:40"],
    ],
    [
      "Op 7 juni 2022 verliep een certificaat. Om 9:40 uur hebben we het vervangen en was de storing voorbij.",
      ["06-07 09:40"],
    ],
    ["7 czerwca 2022 wygasł certyfikat. O 9:40 wymieniliśmy go i awaria się skończyła.", ["06-07 09:40"]],
  ])("is an event: %s", (text, found) => {
    expect(times(text)).toEqual(found);
  });

  it.each([
    "Post-mortem of the outage on December 6\n\nAt 13:23, we noticed capacity issues with our platform.",
    "The market closed early\n\nThe exchange closed at 3:37 pm on Monday after a failure.",
    "Heute Nachmittag waren alle Systeme nicht erreichbar. 14:44 Uhr fingen unsere Systeme an, Alarm zu schlagen.",
  ])("waits for its day if the text doesn't tell it: %s", (text) => {
    expect(times(text).map((one) => one.slice(0, 1))).toEqual(["?"]);
  });

  it.each([
    "# Office hours\n\nOn 7 June 2022, we meet at 9:40 in the kitchen.",
    "# Release 2.3\n\nVersion 2.3 was cut on 7 June 2022 at 9:40. It has new icons.",
    "The report of 7 June 2022 has three pages. Lunch is at 12:30.",
  ])("is none if nothing went wrong: %s", (text) => {
    expect(times(text)).toEqual([]);
  });
});
