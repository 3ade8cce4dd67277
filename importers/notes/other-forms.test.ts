import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { times } from "#importers/testing/times-of.ts";

describe("a day with its point inside a sentence", () => {
  it.each([
    "Am Donnerstag (20. August 2015) fiel gegen 10.30 Uhr der Strom aus. Um 11.15 Uhr stand der Mailserver.",
    "Der Strom fiel am 20. August 2015 gegen 10.30 Uhr aus. Um 11.15 Uhr stand der Mailserver.",
    "Seit Donnerstag, 20. August 2015, gegen 10.30 Uhr ist der Strom ausgefallen. Um 11.15 Uhr stand der Mailserver.",
    "Torsdag (20. august 2015) gikk strømmen kl. 10.30. Kl. 11.15 var epost nede og alt var ustabilt.",
  ])("is that of its times: %s", (story) => {
    const told = ["08-20 10:30", "08-20 11:15"];
    expect(times(`Stromausfall: die Dienste sind wieder da\n24. August 2015\n\n${story}\n`)).toEqual(told);
  });
});

describe("days without a year in any alphabet", () => {
  it.each([
    ["Сайт упал вечером 25 июля. В 17.59 пришёл первый сигнал. К 20.55 сайт восстановлен.", "2010"],
    ["Le site est tombé le 25 août. À 17h59, premier signal. À 20h55, tout est rétabli.", "2010"],
    ["Web spadl 25. září. V 17:59 přišel první signál. V 20:55 byl výpadek odstraněn.", "2010"],
  ])("are asked for their year: %s", (story) => {
    const { events } = parseSource(textInput(story, "notes.txt"), { zone: "UTC" });
    expect(events.map(({ ambiguity }) => ambiguity?.question.slice(0, 13))).toEqual(["In which year", "In which year"]);
  });
});

const AFTER = "The outage of 10 May 2024 started at 21:00. A fan broke at 21:20.";
describe("words before a time", () => {
  it.each([
    ["Het is ongeveer 21:45 als de storing begint. Rond 22:10 is het netwerk terug.", ["21:45", "22:10"]],
    ["Iets na 21:45 valt de stroom uit, en tot 22:10 duurt de storing.", ["21:45", "22:10"]],
    ["Kurz nach 21:45 Uhr begann der Ausfall. Etwa 22:10 Uhr war er behoben.", ["21:45", "22:10"]],
    ["Peu après 21h45, la panne commence. Aux alentours de 22h10, tout est rétabli.", ["21:45", "22:10"]],
    ["Alrededor de las 21:45 empezó la caída. Cerca de las 22:10 se restableció.", ["21:45", "22:10"]],
    ["Cerca das 21:45 o site caiu. Até às 22:10 tudo foi restabelecido.", ["21:45", "22:10"]],
    ["Intorno alle 21:45 il guasto. Poco dopo le 22:10 il servizio è ripristinato.", ["21:45", "22:10"]],
    ["Driften stoppade omkring 21:45. Avbrott till cirka 22:10.", ["21:45", "22:10"]],
  ])("lead to it: %s", (story, clocks) => {
    expect(times(`${AFTER}\n\n${story}`).slice(2)).toEqual(clocks.map((clock) => `05-10 ${clock}`));
  });

  it.each([
    "Dès le lendemain 6h30, une équipe est sur place. La panne finit à 7h10.",
    "Am nächsten Morgen um 6:30 Uhr kam ein Techniker. Der Ausfall endete um 7:10 Uhr.",
    "Al día siguiente 6:30 llegó un técnico. La caída terminó a las 7:10.",
    "No dia seguinte, às 6:30, veio um técnico. A falha acabou às 7:10.",
    "Il giorno dopo, alle 6:30, arriva un tecnico. Il guasto finisce alle 7:10.",
    "De volgende dag om 6:30 kwam een monteur. De storing eindigde om 7:10.",
    "Nästa dag kl. 6:30 kom en tekniker. Avbrottet slutade kl. 7:10.",
    "На следующий день в 6:30 приехал техник. Авария закончилась в 7:10.",
  ])("can name the day after: %s", (story) => {
    expect(times(`${AFTER}\n\n${story}`).slice(2)).toEqual(["05-11 06:30", "05-11 07:10"]);
  });

  it.each(["went normally at 22:35", "proceeded normally, at 22:35,", "started up normally at 22:35"])(
    "tell of something that happened: %s",
    (words) => {
      expect(times(`${AFTER}\n\nThe first circuit ${words} and came back at 23:21.`).slice(2)).toEqual([
        "05-10 22:35",
        "05-10 23:21",
      ]);
    },
  );
});

describe("a sentence right below the heading of a timeline", () => {
  const rows = "5:30AM - Cole is woken up\n5:45AM - The search starts\n6:23AM - The server is back";
  it.each(["Incident Timeline", "Timeline:", "Chronology", "**Timeline**"])("is its first entry: %s", (heading) => {
    expect(times(`${heading}\nOn July 26th, 2025 at approximately 5:15AM, players are frozen.\n${rows}\n`)).toEqual([
      "07-26 05:15",
      "07-26 05:30",
      "07-26 05:45",
      "07-26 06:23",
    ]);
  });
});

describe("the title and the date of change of a notice", () => {
  it.each([
    ["2020/08/26 - アクセス障害のお知らせ(復旧)", "(2020年09月09日 19:00更新)", "【発生日時】"],
    ["2020年8月26日 障害報告書", "2020年9月9日 19:00 現在", "■発生日時"],
    ["2020-08-26 故障公告", "2020年9月9日 19:00 发布", "时间："],
    ["2020-08-26 Outage notice", "", "When:"],
    ["26.08.2020 Störungsmeldung", "", "Zeitraum:"],
  ])("aren't events: %s %s", (title, changed, label) => {
    expect(times(`${title}\n\n${changed}\n\n以下\n\n${label}\n2020/8/26 14:54〜15:14 アクセス障害\n`)).toEqual([
      "08-26 14:54",
    ]);
  });
});

describe("an update whose words start with its state again", () => {
  it.each(["Update", "Resolved", "Identified", "Monitoring"])("keeps the text after %s", (state) => {
    const text = [
      "Power failure",
      "",
      "Update: May 24, 2018 12:10:00 PM",
      `${state}: According to what we know, there was a failure.`,
      "",
      "Update: May 24, 2018 12:27:00 PM",
      "The power supply is back.",
      "",
      "Update: May 24, 2018 12:43:00 PM",
      "237 requests are open.",
    ].join("\n");
    expect(times(text)).toEqual(["05-24 12:10", "05-24 12:27", "05-24 12:43"]);
  });
});

describe("one moment on two clocks", () => {
  const told = (time: string) =>
    times(`On 4 May 2024 the service went down at ${time}. It was back at 14:00 UTC.\n`)[0];

  it.each([
    ["11:05 (13:05 CEST)", "05-04 11:05"],
    ["09:05 (11:05 CEST)", "05-04 09:05"],
    ["14:05 (17:05 MSK)", "05-04 14:05"],
    ["10:05 (08:05 UTC)", "05-04 08:05"],
    ["15:05 (10:05 ET)", "05-04 14:05"],
    ["16:05 [10:05 EDT]", "05-04 14:05"],
    ["10:05 (12:05 UTC)", "05-04 12:05"],
    ["2:05 pm (4:05 pm CEST)", "05-04 14:05"],
  ])("is one event: %s", (time, at) => {
    expect(told(time)).toBe(at);
    const clocks = times(`On 4 May 2024 the service went down at ${time}. It was back at 18:00 UTC.\n`);
    expect(clocks).toHaveLength(2);
  });
});

describe("the hour with its half of the day", () => {
  it.each([
    "El 4 de mayo de 2024 a las 10 de la mañana cayó el servicio. A las 3 de la tarde se restableció.",
    "El 4 de mayo de 2024, desde las 10 de la mañana, hubo una caída. Hasta las 3 de la tarde todo falló.",
    "Em 4 de maio de 2024, às 10 da manhã, o site caiu. Às 3 da tarde foi restabelecido.",
    "Il 4 maggio 2024 alle 10 di mattina un guasto. Alle 3 del pomeriggio è ripristinato.",
    "Op 4 mei 2024 om 10 uur 's ochtends begon de storing. Om 3 uur 's middags was alles hersteld.",
    "Am 4. Mai 2024 um 10 Uhr morgens fiel der Dienst aus. Um 3 Uhr nachmittags war er wieder erreichbar.",
    "Le 4 mai 2024 à 10 h du matin, panne. À 3 heures de l'après-midi, tout est rétabli.",
    "On 4 May 2024 at 10 in the morning the service went down. At 3 in the afternoon it was restored.",
  ])("is read: %s", (story) => {
    expect(times(story)).toEqual(["05-04 10:00", "05-04 15:00"]);
  });

  it("written only for the hour of a morning leaves other morning times as they are", () => {
    const story = (...clocks: string[]) =>
      times(`The outage of 4 May 2024\n\n${clocks.map((clock) => `- ${clock} the import stalls`).join("\n")}\n`);
    expect(story("9 am GMT", "8:41 GMT", "10:15 GMT")).toEqual(["05-04 09:00", "05-04 08:41", "05-04 10:15"]);
    expect(story("9 am", "9:20", "1:30")).toEqual(["05-04 09:00", "05-04 09:20", "? half_day"]);
    expect(story("9 am", "8:41", "2 pm")).toEqual(["05-04 09:00", "? half_day", "05-04 14:00"]);
    expect(story("9:00 am", "9:41", "10:15")).toEqual(["05-04 09:00", "? half_day", "? half_day"]);
  });
});

describe("states with their day", () => {
  it.each([
    ["Started on 4 May 2024: the pump failed.", "Resolved on 6 May 2024: the pump was replaced."],
    ["- Detected 2024-05-04: alerts.", "- Closed 2024-05-06: all is well."],
    ["**Reported on** May 4, 2024: a customer wrote.", "**Fixed on** May 6, 2024: a new version."],
    ["Discovered on 4 May 2024 – a test failed.", "Patched on 6 May 2024 – a new version."],
    ["Entdeckt am 4. Mai 2024: die Pumpe steht.", "Behoben am 6. Mai 2024: neue Pumpe."],
    ["Détecté le 4 mai 2024 : la pompe est arrêtée.", "Résolu le 6 mai 2024 : nouvelle pompe."],
    ["Detectado el 4 de mayo de 2024: la bomba falla.", "Resuelto el 6 de mayo de 2024: bomba nueva."],
    ["Gemeld op 4 mei 2024: de pomp staat.", "Opgelost op 6 mei 2024: nieuwe pomp."],
  ])("are events of that day: %s", (first, last) => {
    expect(times(`${first}\n${last}\n`)).toEqual(["05-04", "05-06"]);
  });

  it.each([
    ["Reported incomes of 4 May 2024: 12.", "Closed accounts on 6 May 2024: 3."],
    ["Resolved on 4 May 2024.", "Closed in the meeting of 6 May 2024."],
  ])("are only labels without words, or words of something else: %s", (first, last) => {
    expect(times(`${first}\n${last}\n`)).toEqual([]);
  });
});

describe("the month of a title", () => {
  it.each([
    ["Outage in July 2025", "On 24 July at 12:45 the service was down. At 15:40 it was restored."],
    ["Сбой и уроки июля 2025", "С 12:45 24 июля сервис был недоступен. В 15:40 сервис восстановлен."],
    ["Panne de juillet 2025", "Le 24 juillet à 12:45, panne générale. À 15:40, tout est rétabli."],
    ["Ausfall im Juli 2025", "Am 24. Juli um 12:45 Uhr fiel der Dienst aus. Um 15:40 Uhr war er wieder erreichbar."],
    ["La caída de julio de 2025", "El 24 de julio a las 12:45 cayó el servicio. A las 15:40 se restableció."],
  ])("gives the year of its days: %s", (title, story) => {
    expect(times(`${title}\n\n${story}\n`)).toEqual(["07-24 12:45", "07-24 15:40"]);
  });
});

describe("a remark in brackets behind the time of an item", () => {
  const list = (first: string) =>
    `${first}\n- Answer sent, 2024-03-05 14:53 UTC\n- Final report, 2024-03-06 03:00 UTC\n`;

  it.each([
    "- First report, 2024-03-05 13:23 UTC (they had known of it earlier)",
    "- First report, 2024-03-05 13:23 UTC (by mail).",
    "- [First report](https://lists.example/a), 2024-03-05 13:23 UTC (public)",
    "* First report, 5 March 2024 13:23 UTC (by a researcher, in private)",
  ])("is part of its text: %s", (first) =>
    expect(times(list(first))).toEqual(["03-05 13:23", "03-05 14:53", "03-06 03:00"]),
  );

  it.each([
    "- First report, 2024-03-05 13:23 UTC (read at 15:10)",
    "- First report, 2024-03-05 13:23 UTC (answered on March 7)",
    "- First report, 2024-03-05 13:23 UTC and nothing more",
    "- First report, 2024-03-05 13:23 UTC (planned)",
    "- First report, 2024-03-05 13:23 UTC (postponed by a week)",
    "- First report, 2024-03-05 13:23 UTC (as estimated by Ana)",
    "- First report, 2024-03-05 13:23 (local time)",
  ])("isn't one with another time or without brackets: %s", (first) =>
    expect(times(list(first))).not.toContain("03-05 13:23"),
  );
});
