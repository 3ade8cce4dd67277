import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

/** The same three times in sentences, by language. */
const TOLD: Record<string, string> = {
  de: "Gegen 10:05 Uhr fiel ein Switch aus. Um 10:20 Uhr wurde der Notdienst gerufen. Seit 11:40 Uhr läuft alles.",
  fr: "À 10h05, les paiements ont échoué. À 10h20 nous avons appelé la banque. Le service est revenu à 11h40.",
  es: "A las 10:05 se cayó el servidor de correo. A las 10:20 avisamos al proveedor. Todo volvió a las 11:40.",
  pt: "Às 10:05 o servidor de e-mail caiu. Às 10:20 avisamos o fornecedor. Tudo voltou às 11:40.",
  it: "Alle 10:05 il server di posta è caduto. Alle 10:20 abbiamo chiamato il fornitore. Tutto è tornato alle 11:40.",
  nl: "Om 10:05 viel de mailserver uit. Om 10:20 is de leverancier gebeld. Om 11:40 was alles hersteld.",
  pl: "O 10:05 serwer poczty przestał działać. O 10:20 wezwano dostawcę. Usługa wróciła o 11:40.",
  cs: "V 10:05 přestal server odpovídat. V 10:20 jsme volali dodavatele. Služba byla obnovena v 11:40.",
  ru: "В 10:05 сервер почты перестал отвечать. В 10:20 мы позвонили поставщику. Всё работает с 11:40.",
  no: "Klokken 10:05 gikk e-posten ned. Kl. 10:20 varslet vi leverandøren. Alt var tilbake kl. 11:40.",
  sv: "Klockan 10:05 gick e-posten ner. Kl. 10:20 larmade vi leverantören. Allt var tillbaka kl. 11:40.",
  da: "Kl. 10:05 gik mailserveren ned. Kl. 10:20 ringede vi til leverandøren. Kl. 11:40 virkede alt igen.",
  fi: "Klo 10:05 postipalvelin kaatui. Klo 10:20 soitimme toimittajalle. Kaikki toimi taas klo 11:40.",
};

describe.each(Object.entries(TOLD))("times in sentences: %s", (_language, text) => {
  it("are on the day that the text names", () => {
    const expected = ["03-05 10:05", "03-05 10:20", "03-05 11:40"];
    expect(times(`Report of 2024-03-05\n\n${text}\n`, "report.txt")).toEqual(expected);
  });

  it("are asked for if it names none", () => {
    expect(times(`Report\n\n${text}\n`, "report.txt")).toEqual(["? 10:05", "? 10:20", "? 11:40"]);
  });
});

describe("a text without a day", () => {
  it.each([
    ["At 10:05 the mail server stopped answering. We replaced the disk at 11:40.", ["? 10:05", "? 11:40"]],
    ["The site was down from 10:05 to 10:40.", ["? 10:05"]],
    ["Our database crashed at 10:05. It was back at 10:40.", ["? 10:05", "? 10:40"]],
    ["Around 10:05 the worker ran out of memory. At 10:40 it was restarted.", ["? 10:05", "? 10:40"]],
    ["The broker timed out at 10:05. Orders were sent again at 10:40.", ["? 10:05", "? 10:40"]],
    ["Customers complained from 10:05. The cause was found at 10:40.", ["? 10:05", "? 10:40"]],
    ["Jobs were no longer working at 10:05. A restart at 10:40 helped.", ["? 10:05", "? 10:40"]],
    ["The gateway was unresponsive at 10:05 and rebooted at 10:40.", ["? 10:05", "? 10:40"]],
    ["Users were unable to sign in at 10:05. Sign-in worked at 10:40.", ["? 10:05", "? 10:40"]],
    ["The rack lost power at 10:05, and it came back at 10:40.", ["? 10:05", "? 10:40"]],
  ])("about trouble is asked for all its times: %s", (text, expected) => {
    expect(times(`What happened\n\n${text}\n`, "report.txt")).toEqual(expected);
  });

  it.each([
    "We meet at 10:05 and have lunch at 12:30.",
    "The train leaves at 10:05.",
    "Our office is open from 9:00 to 17:00.",
  ])("about something else has no events: %s", (text) => {
    expect(times(`News\n\n${text}\n`, "report.txt")).toEqual([]);
  });

  it("is asked for times next to days of the week", () => {
    const text =
      "On Friday at 16:20 the worker ran out of memory. Nobody noticed until Saturday 09:00. It was restarted on Saturday at 09:25.";
    expect(times(`Report\n\n${text}\n`, "report.txt")).toHaveLength(3);
  });
});
