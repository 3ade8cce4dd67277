import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

/** A sentence between two that have a time, by language. */
const AROUND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  de: ["Um 10:00 Uhr fiel der Server aus.", "Um 11:00 Uhr lief er wieder."],
  fr: ["À 10 h 00 le serveur est tombé.", "À 11 h 00 il fonctionnait."],
  es: ["A las 10:00 cayó el servidor.", "A las 11:00 volvió."],
  nl: ["Om 10.00 uur viel de server uit.", "Om 11.00 uur was hij terug."],
  ru: ["В 10:00 сервер упал.", "В 11:00 он заработал."],
  it: ["Alle 10:00 il server cade.", "Alle 11:00 funziona."],
  pt: ["Às 10:00 o servidor caiu.", "Às 11:00 voltou."],
};
const timesOf = (language: string, sentence: string) => {
  const [before, after] = AROUND[language] ?? ["", ""];
  const text = `# Incident of 12 March 2025\n\n${before} ${sentence} ${after}\n`;
  const { events } = parseSource(textInput(text, "notes.md"), { zone: "UTC" });
  return events.map(({ at }) => at?.slice(11, 16));
};
const NEVER = ["10:00", "11:00"];
const rows = (text: string) =>
  text.split("\n").flatMap((line) => (line.trim() ? [line.trim().split(" | ") as [string, string]] : []));

describe("a number that isn't a time", () => {
  it.each(
    rows(`
      de | Die Last stieg um 14.20 Prozent.
      de | Der Umsatz sank um 9.15 Euro.
      de | Die Kurve fiel um 11.40 Punkte.
      nl | Het ging om 12.40 GB aan logs.
      nl | Het gaat om 3.15 miljoen rijen.
      nl | Het gaat om 8.45 procent van de klanten.
      ru | Журнал вырос до 14.20 ГБ.
      ru | Задержка выросла в 3.50 раза.
      ru | Потеряли около 7.20 МБ журнала.
      ru | Ошибка есть и в 9.20 версии.
    `),
  )("is counted: %s: %s", (language, sentence) => expect(timesOf(language, sentence)).toEqual(NEVER));

  it.each(
    rows(`
      fr | La coupure est limitée à 2 h 15.
      fr | La durée s'élève à 3 h 40.
      fr | La panne est estimée à 5 h 30.
      fr | Le délai est passé à 4 heures.
      fr | Le lot en est à 2 h 20 de traitement.
      fr | La file était à 6 h 10 de retard.
      es | La espera superó las 4 horas.
      es | La cola llegó a las 5 horas de espera.
      es | Respondemos a las 12 horas.
      fr | La perte est limitée à 1 h 50.
    `),
  )("is a length: %s: %s", (language, sentence) => expect(timesOf(language, sentence)).toEqual(NEVER));

  it.each(
    rows(`
      de | Die Sicherung läuft täglich um 3:15 Uhr.
      de | Der Abgleich startet jede Nacht um 1:30 Uhr.
      fr | La sauvegarde tourne chaque nuit à 3 h 15.
      fr | Le rapport part tous les jours à 7 h 30.
      fr | Le support est ouvert de 8 h à 17 h.
      es | La copia corre cada noche a las 3:15.
      pt | A cópia roda todos os dias às 3:15.
      it | La copia parte ogni notte alle 3:15.
      nl | De back-up draait elke nacht om 3.15 uur.
      ru | Копия делается каждый день в 3:15.
    `),
  )("is of a habit: %s: %s", (language, sentence) => expect(timesOf(language, sentence)).toEqual(NEVER));

  it.each(
    rows(`
      de | Um 10.20 Uhr stieg die Last.
      de | Um 10.20 per Mail gemeldet.
      it | Alle 10.20 versione ripristinata.
      ru | В 10.20 секретарь позвонил.
      nl | Om 10.20 uur steeg de belasting.
      ru | В 10.20 выросла нагрузка.
      fr | L'équipe arrive à 10 h 20 sur place.
      fr | Les temps de réponse augmentent à 10 h 20.
      fr | La maintenance prévue démarre à 10 h 20.
      fr | Le délai d'attente est dépassé à 10 h 20.
      es | El técnico llegó a las 10:20.
      de | Die tägliche Sicherung startete um 10:20 Uhr.
      es | El equipo llegó a las 10:20 al centro.
    `),
  )("is a time here: %s: %s", (language, sentence) =>
    expect(timesOf(language, sentence)).toEqual(["10:00", "10:20", "11:00"]),
  );

  it.each([
    "10時00分、停止しました。集計は毎日3時15分に動きます。11時00分に復旧しました。",
    "10点00分服务中断。备份每天3点15分执行。11点00分服务恢复。",
  ])("is of a habit: %s", (text) => {
    const { events } = parseSource(textInput(`# Incident of 12 March 2025\n\n${text}\n`, "notes.md"), { zone: "UTC" });
    expect(events.map(({ at }) => at?.slice(11, 16))).not.toContain("03:15");
    expect(events).toHaveLength(2);
  });
});
