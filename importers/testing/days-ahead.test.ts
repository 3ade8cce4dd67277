import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const TOLD = "The server failed at 9:45 am. It was restarted at 10:54 am.";

describe("a day in a sentence about the future", () => {
  it.each([
    "The platform will be available as normal on Tuesday 20th September.",
    "It will be replaced on Wednesday, 21 September 2016.",
    "The disk is going to be replaced on 21 September.",
    "Access is due to return on Tuesday 20 September.",
    "We shall replace the disk on 21 September 2016.",
  ])("isn't that of the times behind it: %s", (ahead) => {
    expect(times(`# Outage on 19 September 2016\n\n${ahead}\n\n${TOLD}`)).toEqual(["09-19 09:45", "09-19 10:54"]);
  });

  it.each([
    [
      "Am 19. September 2016 kam es zu einem Ausfall.",
      "Ab Dienstag, dem 20. September, wird er wieder verfügbar sein.",
      "Um 9:45 Uhr fiel der Server aus. Um 10:54 Uhr wurde er neu gestartet.",
    ],
    [
      "Le 19 septembre 2016, une panne a touché le serveur.",
      "Le service sera de nouveau disponible le mardi 20 septembre.",
      "À 9h45, le serveur est tombé. À 10h54, il a été redémarré.",
    ],
    [
      "El 19 de septiembre de 2016 hubo una caída.",
      "El servicio estará disponible el martes 20 de septiembre.",
      "A las 9:45 cayó el servidor. A las 10:54 fue reiniciado.",
    ],
    [
      "No dia 19 de setembro de 2016 houve uma queda.",
      "O serviço estará disponível na terça-feira, 20 de setembro.",
      "Às 9:45 o servidor caiu. Às 10:54 foi reiniciado.",
    ],
    [
      "Il 19 settembre 2016 c'è stato un guasto.",
      "Il servizio sarà disponibile martedì 20 settembre.",
      "Alle 9:45 il server è caduto. Alle 10:54 è stato riavviato.",
    ],
    [
      "Op 19 september 2016 was er een storing.",
      "De dienst zal op dinsdag 20 september weer beschikbaar zijn.",
      "Om 9:45 uur viel de server uit. Om 10:54 uur is hij herstart.",
    ],
    [
      "W dniu 19 września 2016 wystąpiła awaria.",
      "Usługa będzie dostępna we wtorek 20 września.",
      "O 9:45 serwer przestał działać. O 10:54 został zrestartowany.",
    ],
    [
      "Dne 19. září 2016 došlo k výpadku.",
      "Služba bude dostupná v úterý 20. září.",
      "V 9:45 server přestal odpovídat. V 10:54 byl restartován.",
    ],
    [
      "19 сентября 2016 произошёл сбой.",
      "Сервис будет доступен во вторник, 20 сентября.",
      "В 9:45 сервер перестал отвечать. В 10:54 его перезапустили.",
    ],
    [
      "2016年9月19日に障害が発生しました。",
      "9月20日に交換する予定です。",
      "午前9時45分にサーバーが停止しました。午前10時54分に復旧しました。",
    ],
  ])("isn't that of the times behind it in other languages: %s", (day, ahead, told) => {
    expect(times(`${day}\n\n${ahead}\n\n${told}`)).toEqual(["09-19 09:45", "09-19 10:54"]);
  });

  it("counts in a sentence about what happened", () => {
    const told = "On Tuesday 20th September, it failed again. The server stopped at 11:02 am.";
    expect(times(`# Outage on 19 September 2016\n\n${TOLD}\n\n${told}`)).toEqual([
      "09-19 09:45",
      "09-19 10:54",
      "09-20 11:02",
    ]);
  });
});
