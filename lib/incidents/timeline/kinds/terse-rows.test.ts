import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

describe("a terse row of a table", () => {
  it.each([
    ["impact_started", "Outage #1 start"],
    ["impact_started", "Downtime #2 start"],
    ["impact_started", "Outage 3 begins"],
    ["impact_ended", "Outage #1 restore"],
    ["impact_ended", "Outage #2 restored"],
    ["restarted", "Ticket printing system restarted."],
    ["restarted", "Label queue worker restarted"],
    ["alert_resolved", "The monitoring showed green light for the ticket desk"],
    ["alert_resolved", "Dashboards turned green"],
    ["impact_ended", "Deploy of the patch went out, search capabilities were reinstated"],
    ["impact_ended", "Badge access has been reinstated"],
    ["mitigated", "Graphs indicate that the mitigation is successful"],
    ["mitigated", "The workaround proved effective"],
    ["alert_fired", "Our monitoring spotted the first signs of trouble with the tills"],
    ["data_change", "Search data reloaded."],
    ["data_change", "Price index was reloaded"],
    ["scaled", "Réplicas escaladas para 0"],
    ["scaled", "Instâncias escaladas para 6"],
    ["scaled", "Nodos escalados a 4"],
  ])("is %s: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

  it.each([
    ["impact_ended", "Access should be reinstated by noon"],
    ["mitigated", "Not clear whether the mitigation was successful"],
    ["alert_resolved", "Not all checks are green"],
    ["restarted", "The label worker should be restarted"],
    ["data_change", "Prices will be wrong until the index was reloaded"],
    ["scaled", "Incidente escalado a la dirección"],
  ])("isn't %s: %s", (kind, text) => expect(guessKind(text)).not.toBe(kind));
});

describe("a terse row in another language", () => {
  it.each([
    ["joined", "Investigação iniciada — painel online, mas sem dados"],
    ["joined", "Untersuchung gestartet"],
    ["joined", "Inicio del análisis"],
    ["joined", "Début de l'investigation"],
    ["joined", "조사 시작. 로그 확인"],
    ["rollback_started", "PR #41 (revert) creada y mergeada."],
    ["rollback_started", "MR !7 revert merged"],
    ["impact_ended", "Netlify deploya el revert, la tienda recupera."],
    ["impact_ended", "Despliegue del revert, el portal vuelve"],
    ["impact_ended", "Verificado con dos pedidos de prueba — funciona."],
    ["impact_ended", "Verifiziert mit Testkonto: funktioniert wieder"],
    ["impact_ended", "Vérifié depuis Lyon, fonctionne"],
  ])("is %s: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

  it.each([
    ["joined", "Investigação não iniciada"],
    ["rollback_started", "PR #41 (revert) no mergeada"],
    ["impact_ended", "Verificado con dos pedidos — no funciona."],
    ["impact_ended", "Verifiziert mit Testkonto: nicht wieder in Ordnung"],
  ])("isn't %s: %s", (kind, text) => expect(guessKind(text)).not.toBe(kind));
});
