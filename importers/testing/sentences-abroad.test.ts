import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

/** A title with the day, and sentences that each tell 14:05. */
const STORIES: Record<string, readonly [title: string, ...sentences: string[]]> = {
  Swedish: [
    "Driftstörning den 18 mars 2026",
    "Strax efter 14:05 föll servern.",
    "Strax före kl. 14.05 föll servern.",
    "Vid 14:05 startades servern om.",
    "Från klockan 14.05 fungerade inget.",
    "Sedan 14:05 är servern nere.",
    "Först klockan 14:05 kom strömmen tillbaka.",
    "Felet varade fram till 14:05.",
  ],
  Danish: [
    "Nedbrud den 18. marts 2026",
    "Kort efter kl. 14:05 gik serveren ned.",
    "Ved 14:05-tiden gik serveren ned.",
    "Siden kl. 14.05 har siden været nede.",
    "Fejlen varede indtil kl. 14:05.",
  ],
  Norwegian: [
    "Nedetid 18. mars 2026",
    "Rett etter kl. 14:05 gikk serveren ned.",
    "Siden klokka 14.05 har siden vært nede.",
    "Rundt kl. 14:05 gikk serveren ned.",
  ],
  Finnish: ["Häiriö 18.3.2026", "Kello 14:05 palvelin kaatui.", "Hieman ennen kello 14.05 palvelin kaatui."],
  Dutch: [
    "Storing op 18 maart 2026",
    "Vlak na 14:05 viel de server uit.",
    "Kort voor 14.05 viel de server uit.",
    "Net na 14:05 was alles hersteld.",
  ],
  German: [
    "Störung am 18. März 2026",
    "Punkt 14:05 Uhr fiel der Server aus.",
    "Der Server fiel 14.05 Uhr aus.",
    "Es war 14:05 Uhr, als der Server ausfiel.",
    "Vor 14:05 Uhr fiel der Server aus.",
  ],
  French: [
    "Panne du 18 mars 2026",
    "Juste avant 14h05, le serveur est tombé.",
    "Sur les coups de 14h05, le serveur est tombé.",
    "Avant 14:05, tout était revenu.",
  ],
  Spanish: ["Caída del 18 de marzo de 2026", "Eran las 14:05 cuando cayó el servidor.", "Recién a las 14:05 volvió."],
  Portuguese: [
    "Queda de 18 de março de 2026",
    "Pouco antes das 14h05 o servidor caiu.",
    "Até as 14:05 o site ficou fora do ar.",
    "Perto das 14h05 o servidor caiu.",
    "Eram 14:05 quando o servidor caiu.",
  ],
  Italian: [
    "Disservizio del 18 marzo 2026",
    "Poco prima delle 14.05 il server è caduto.",
    "Erano le 14:05 quando il server è caduto.",
  ],
  Polish: [
    "Awaria 18 marca 2026",
    "Tuż przed 14:05 serwer padł.",
    "W okolicach 14.05 serwer padł.",
    "Była 14:05, gdy serwer padł.",
  ],
  Czech: [
    "Výpadek dne 18. března 2026",
    "Krátce po 14.05 server spadl.",
    "Krátce před 14:05 server spadl.",
    "Přibližně v 14.05 server spadl.",
  ],
  Slovak: ["Výpadok dňa 18. marca 2026", "Okolo 14:05 server spadol.", "Krátko po 14:05 server spadol."],
  Hungarian: ["Üzemzavar 2026. március 18-án", "Röviddel 14:05 után leállt a szerver.", "14:05 óta leállt a szerver."],
  Turkish: [
    "18 Mart 2026 kesintisi",
    "Saat 14:05'te sunucu çöktü.",
    "Saat 14.05 civarında sunucu çöktü.",
    "Yaklaşık 14:05'te arıza giderildi.",
    "Saat 14:05'e kadar site kapalıydı.",
  ],
  Indonesian: [
    "Gangguan 18 Maret 2026",
    "Sekitar pukul 14.05 server mati.",
    "Sejak jam 14:05 layanan terganggu.",
    "Setelah pukul 14.05 layanan pulih.",
    "Tepat pukul 14:05 server mati.",
  ],
  Romanian: [
    "Pana din 18 martie 2026",
    "La ora 14:05 serverul a căzut.",
    "În jurul orei 14:05 serverul a căzut.",
    "Până la ora 14:05 serviciul nu a funcționat.",
  ],
  Greek: ["Βλάβη στις 18 Μαρτίου 2026", "Στις 14:05 ο διακομιστής έπεσε.", "Από τις 14:05 δεν λειτουργεί."],
  Russian: ["Сбой 18 марта 2026 года", "Сразу после 14:05 сервер упал.", "Незадолго до 14:05 сервер упал."],
  Ukrainian: ["Збій 18 березня 2026 року", "Одразу після 14:05 сервер впав.", "Незадовго до 14:05 сервер впав."],
  Korean: ["2026년 3월 18일 장애", "약 14:05에 복구되었습니다.", "당일 14:05에 복구되었습니다."],
  English: [
    "Outage on 18 March 2026",
    "As early as 14:05 alerts fired.",
    "A few minutes past 14:05 the server failed.",
    "No later than 14:05 all was well.",
  ],
};

describe("a single time in a story is read", () => {
  it.each(
    Object.entries(STORIES).flatMap(([language, [title, ...sentences]]) =>
      sentences.map((sentence) => [language, sentence, title] as const),
    ),
  )("in %s: %s", (_, sentence, title) => {
    expect(times(`# ${title}\n\n${sentence}\n`)).toEqual(["03-18 14:05"]);
  });
});

describe("a number in a story isn't a time", () => {
  it.each([
    ["Swedish", "Driftstörning den 18 mars 2026", "Efter 14.05 procent föll servern."],
    ["Swedish, of a version", "Driftstörning den 18 mars 2026", "Servern föll efter version 14.05 sedan."],
    ["Danish", "Nedbrud den 18. marts 2026", "Omkring 14.05 procent gik ned."],
    ["Dutch", "Storing op 18 maart 2026", "Kort na 14.05 procent viel de server uit."],
    ["Czech", "Výpadek dne 18. března 2026", "Server spadl po 14.05 procent."],
    ["Polish", "Awaria 18 marca 2026", "Tuż przed 14.05 procent serwer padł."],
    ["Romanian", "Pana din 18 martie 2026", "Serverul a căzut la 14.05 secunde."],
    ["Indonesian", "Gangguan 18 Maret 2026", "Server mati setelah 14.05 persen."],
    ["German", "Störung am 18. März 2026", "Vor 14.05 Prozent fiel der Server aus."],
    ["French", "Panne du 18 mars 2026", "Avant 14 h de calcul, le serveur est tombé."],
  ])("in %s", (_, title, sentence) => {
    expect(times(`# ${title}\n\n${sentence}\n`).filter((time) => time.includes("14:05"))).toEqual([]);
  });
});
