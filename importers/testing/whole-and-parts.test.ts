import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

describe("a story that tells the whole and then its parts", () => {
  it.each([
    [
      "Outage of the archive\n\nOn 5 May 2022 at 14:00 UTC the archive went down. It was back at 01:30 UTC on 6 May 2022.\n\nDetails\n\nAt 14:20 UTC a reader reported errors. At 16:05 UTC we started to look into it. At 01:10 UTC the disk was replaced.",
      ["05-05 14:00", "05-06 01:30", "05-05 14:20", "05-05 16:05", "05-06 01:10"],
    ],
    [
      "Ausfall des Forums am 2.3.2018\n\nAm 2.3.2018 gegen 10:00 Uhr fiel das Forum aus. Am 3.3.2018 um 0:10 Uhr wurde es neu gestartet und lief wieder.\n\nVerlauf\n\nUm 10:30 Uhr meldete ein Mitglied, dass keine Beiträge erscheinen. Um 12:00 Uhr bestätigte ich die Störung.",
      ["03-02 10:00", "03-03 00:10", "03-02 10:30", "03-02 12:00"],
    ],
    [
      "Panne du forum\n\nLe 2 mars 2018 à 10:00, le forum est tombé en panne. Le 3 mars 2018 à 0:10, il a redémarré.\n\nDéroulement\n\nÀ 10:30, un membre a signalé des erreurs. À 12:00, j'ai confirmé la panne.",
      ["03-02 10:00", "03-03 00:10", "03-02 10:30", "03-02 12:00"],
    ],
    [
      "# Ausfall der Bestellungen\n\nAm 4. Juni 2021 um 20:15 Uhr fielen die Bestellungen aus. Am 5. Juni 2021 um 06:40 Uhr liefen sie wieder.\n\n## Ablauf\n\nUm 20:40 Uhr riefen die ersten Filialen an. Um 23:30 Uhr wurde die Datenbank geprüft. Um 05:50 Uhr wurde sie neu gestartet.",
      ["06-04 20:15", "06-05 06:40", "06-04 20:40", "06-04 23:30", "06-05 05:50"],
    ],
    [
      "2019/3/2 の障害について\n\n2019/3/2 10:00 頃より、掲示板に投稿できない障害が発生しました。 2019/3/3 0:00 頃に復旧作業を行い、障害は解消しました。\n\n概要\n\n10:30 頃に、投稿できないとの報告がありました。 12:00 頃に障害を確認しました。",
      ["03-02 10:00", "03-03 00:00", "03-02 10:30", "03-02 12:00"],
    ],
    [
      "Outage of the lift control\n\nThe lifts stopped on 7 July 2020 at 02:00 UTC. They ran again at 20:00 UTC.\n\nWhat happened\n\nAt 02:30 UTC a guard reported it. At 09:00 UTC the fitter arrived.",
      ["07-07 02:00", "07-07 20:00", "07-07 02:30", "07-07 09:00"],
    ],
    [
      "Caída del archivo\n\nEl 5 de mayo de 2022 a las 14:00 se cayó el archivo. Volvió el 6 de mayo de 2022 a las 01:30.\n\nDetalles\n\nA las 14:20 una lectora avisó de errores. A las 16:05 empezamos a investigar.",
      ["05-05 14:00", "05-06 01:30", "05-05 14:20", "05-05 16:05"],
    ],
    [
      "Failure of the freezer store\n\nOn 9 January 2024 at 18:00 UTC cooling failed. It worked again on 10 January 2024 at 03:15 UTC.\n\n**Response**\n\nAt 18:12 UTC the alarm rang. At 19:00 UTC a fitter was called. At 02:50 UTC the compressor was replaced.",
      ["01-09 18:00", "01-10 03:15", "01-09 18:12", "01-09 19:00", "01-10 02:50"],
    ],
  ])("starts again at the first day below a heading: %s", (text, expected) =>
    expect(times(text, "notes.txt")).toEqual(expected),
  );

  it.each([
    [
      "Outage of the archive\n\nOn 5 May 2022 at 14:00 UTC the archive went down. It was back at 01:30 UTC on 6 May 2022.\n\nAftermath\n\nAt 09:20 UTC we told all readers. At 11:05 UTC the disk was sent back.",
      ["05-05 14:00", "05-06 01:30", "05-06 09:20", "05-06 11:05"],
    ],
    [
      "Outage of the archive\n\nOn 5 May 2022 at 14:00 UTC the archive went down. It was back at 01:30 UTC on 6 May 2022.\n\nAftermath\n\nOn 6 May 2022 at 14:20 UTC we told all readers.",
      ["05-05 14:00", "05-06 01:30", "05-06 14:20"],
    ],
  ])("continues if its next part is later: %s", (text, expected) => expect(times(text, "notes.txt")).toEqual(expected));
});
