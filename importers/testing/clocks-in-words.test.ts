import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const report = (sentence: string) => `# Outage of 5 March 2024\n\n${sentence} We were alerted at 23:50 UTC.\n`;
const firstOf = (sentence: string) => times(report(sentence))[0];

describe("a time in words", () => {
  it.each([
    ["At half past two in the afternoon the disk failed.", "03-05 14:30"],
    ["At quarter past three in the afternoon the disk failed.", "03-05 15:15"],
    ["Around a quarter to four in the afternoon the disk failed.", "03-05 15:45"],
    ["By ten to eight in the evening the disk had failed.", "03-05 19:50"],
    ["At twenty past six in the morning the disk failed.", "03-05 06:20"],
    ["At 3 o'clock in the afternoon the disk failed.", "03-05 15:00"],
    ["Around three in the morning the disk failed.", "03-05 03:00"],
    ["At half past ten at night the disk failed.", "03-05 22:30"],
    ["At noon the disk failed.", "03-05 12:00"],
    ["Um halb drei nachmittags fiel die Platte aus.", "03-05 14:30"],
    ["Um Viertel nach acht abends fiel die Platte aus.", "03-05 20:15"],
    ["Om kwart over drie 's middags viel de schijf uit.", "03-05 15:15"],
    ["Vers midi le disque est tombé en panne.", "03-05 12:00"],
  ])("is read: %s", (sentence, at) => expect(firstOf(sentence)).toBe(at));

  it.each([
    "At half past two the disk failed.",
    "At ten to four the disk failed.",
    "At 3 o'clock the disk failed.",
    "At half two in the afternoon the disk failed.",
    "Shortly before midnight the disk failed.",
    "Um halb drei fiel die Platte aus.",
    "Um Viertel vor vier fiel die Platte aus.",
    "Um Mitternacht fiel die Platte aus.",
    "Om half drie viel de schijf uit.",
    "Vers minuit le disque est tombé en panne.",
  ])("is asked for if its half of the day, or its day, is open: %s", (sentence) =>
    expect(firstOf(sentence)).toBe("? partial"),
  );

  it.each([
    "Half of the disks failed.",
    "A quarter past its limit, the disk failed.",
    "Ten to twelve disks failed.",
    "We lost three in the evening backup.",
    "The noon backup failed.",
    "The midnight job failed.",
    "Ein halb voller Server fiel aus.",
    "Five past incidents had this cause.",
    "We sent two in the morning mail.",
    "Twenty to thirty users failed to sign in.",
  ])("isn't a number of something: %s", (sentence) => expect(times(report(sentence))).toEqual(["03-05 23:50"]));
});

describe("the half of the day next to a time", () => {
  it.each([
    ["At 8:15 in the evening the disk failed.", "20:15"],
    ["At 8:15 in the morning the disk failed.", "08:15"],
    ["At 11:05 at night the disk failed.", "23:05"],
    ["At 2:05 at night the disk failed.", "02:05"],
    ["In the evening, at 8:15, the disk failed.", "20:15"],
    ["On the evening of Tuesday, 5 March 2024, at 8:15, the disk failed.", "20:15"],
    ["On the morning of 5 March 2024 at 8:15 the disk failed.", "08:15"],
    ["Um 8 Uhr abends fiel die Platte aus.", "20:00"],
    ["Um 8:15 Uhr morgens fiel die Platte aus.", "08:15"],
    ["À 8h15 du soir le disque est tombé en panne.", "20:15"],
    ["A las 8:15 de la tarde falló el disco.", "20:15"],
    ["Alle 8:15 di sera il disco è caduto.", "20:15"],
    ["Às 8:15 da noite o disco caiu.", "20:15"],
    ["Om 8:15 's avonds viel de schijf uit.", "20:15"],
    ["午後8時15分に障害が発生しました。", "20:15"],
    ["下午8点15分服务中断。", "20:15"],
    ["오후 8시 15분에 중단되었습니다.", "20:15"],
    ["午前8時15分に障害が発生しました。", "08:15"],
    ["오후 8시 반에 중단되었습니다.", "20:30"],
  ])("counts: %s", (sentence, clock) => expect(firstOf(sentence)).toBe(`03-05 ${clock}`));

  it.each(["9:05 Uhr", "9.05 Uhr", "9:05 uur", "9.05 uur"])(
    "isn't asked for in a notation without am or pm: %s",
    (clock) =>
      expect(times(`# Bericht 2024-03-05\n\n- 13:00 Ausfall\n- ${clock} Störung\n- 14:00 behoben\n`)[1]).toMatch(
        /03-0[56] 09:05/,
      ),
  );
});

it.each(["14:3?", "14:3x", "~14:3x", "14:3X", "~01:5x"])("asks for the last digit of %s", (clock) => {
  const rows = `| ${clock} | Keys were evicted |\n| 15:03 | Page |`;
  expect(times(`# 2024-03-05\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${rows}\n`)).toEqual([
    "? partial",
    "03-05 15:03",
  ]);
});

describe("a point between hour and minute", () => {
  it.each([
    "Kl. 13.05 slutade inloggningen att fungera.",
    "Klokken 13.05 gikk innloggingen ned.",
    "Klo 13.05 kirjautuminen kaatui.",
    "Pukul 13.05 server mati.",
    "Um 13.05 fiel die Anmeldung aus.",
    "Alle 13.05 il server è caduto.",
    "Om 13.05 viel de server uit.",
    "Saat 13.05 sunucu yanıt vermedi.",
  ])("counts behind the word for the hour: %s", (sentence) => expect(firstOf(sentence)).toBe("03-05 13:05"));
});
