import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

const ENDS = ["resolved", "impact_ended", "mitigated"];
const BEGINS = ["impact_started", "error_observed"];

describe("an end in words of the rarer table", () => {
  it.each([
    "All telefoni återgick till normal drift",
    "Felet är avhjälpt och webbplatsen är uppe",
    "Telefoni og e-post normalisert",
    "Begge tjenester kører igen",
    "Alle winkels hebben weer stroom",
    "Seit 9:40 Uhr ist die Telefonie wieder vollständig normal",
    "La panne est terminée",
    "Se normaliza el servicio de correo",
    "Tutti i portali sono di nuovo operativi",
    "Webmail je opět v provozu",
    "Сервіс повністю відновлено",
    "El servei torna a funcionar",
    "Ödeme hizmeti yeniden çalışıyor",
    "Trang web đã hoạt động trở lại",
    "緊急メンテナンスは終了しました",
  ])("is found in “%s”", (text) => expect(ENDS).toContain(guessKind(text)));
});

describe("trouble in words of the rarer table", () => {
  it.each([
    "Beställningsportalen slutade svara",
    "Förbindelsen till lagret bryts",
    "Der Mailserver versagte den Dienst",
    "Die Leitung nach Ulm wurde unterbrochen",
    "L'envoi des courriels a été interrompu",
    "Déconnexion de deux liens du réseau",
    "Портал не відповідає",
    "注文画面で不具合が発生しました",
  ])("is found in “%s”", (text) => expect(BEGINS).toContain(guessKind(text)));
});

it.each([
  ["restarted", "Vi startar om lagret"],
  ["restarted", "Restart av noden i Bergen"],
  ["escalated", "Eskalering til nettleverandøren"],
  ["alert_fired", "Алёрт по росту ошибок"],
  ["public_update", "Kl. 11 informeren we klanten via de statuspagina"],
  ["public_update", "障害をステータスページで告知"],
])("%s: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

it.each([
  "Analisi in corso, tempo stimato per il ripristino: 20 minuti",
  "Temps estimé du rétablissement : 2 heures",
  "Tiempo estimado de recuperación: 40 minutos",
  "Tempo estimado para o restabelecimento: 1 hora",
  "Die Leitung ist voraussichtlich um 12 Uhr wiederhergestellt",
  "Geschatte tijd tot alles hersteld is: 30 minuten",
  "Tjänsten beräknas vara återställd kl 14",
  "Forventet løst kl. 15",
])("an end that is only expected is none: %s", (text) => expect(guessKind(text)).toBe("observation"));
