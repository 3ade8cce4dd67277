import { expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

it.each([
  ["rollback_finished", "Revert en ligne"],
  ["restarted", "Mitygacja 2: kubectl rollout restart deployment/orders"],
  ["restarted", "Ana: sudo systemctl restart postgresql"],
  ["restarted", "Maßnahme: docker compose restart web"],
  ["rollback_started", "Mesure : kubectl rollout undo deployment/web"],
  ["rollback_started", "Ejecución: ./rollback.sh"],
  ["scaled", "Maßnahme: kubectl scale deploy/web --replicas=12"],
  ["observation", "Analyste se connecte au dashboard SOC"],
  ["observation", "Ana prüft report und client der Umgebung"],
  ["joined", "José joined the call"],
  ["observation", "Docker restart policy reviewed"],
  ["observation", "The runbook says kubectl rollout undo"],
  ["observation", "rollback.sh isn't on the host"],
  ["observation", "Script for kubectl scale prepared"],
  ["observation", "Wir sagen den Termin ab"],
  ["restarted", "Restarted résumé parser"],
  ["rollback_finished", "Rolled back a naïve retry loop"],
])("%s, by a command or a borrowed word: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

it.each([
  "The panne module of the parser",
  "Alert rules for the new service reviewed",
  "Die roll of the board game",
  "Client report of the service provider",
  "Panne and Störung are two German fonts",
])("isn't read into English: %s", (text) => expect(guessKind(text)).toBe("observation"));

it.each([
  ["ap-153 の W56 残留解消を確認"],
  ["警告の解消"],
  ["設定の不整合を確認、不整合の解消"],
  ["O evento é lido, o lead é resolvido, o texto é extraído"],
  ["O nome do servidor é resolvido pelo DNS"],
  ["El nombre es resuelto por el DNS"],
  ["Das Problem wird behoben"],
  ["Die Störungen werden behoben"],
])("reads no end from a step or something under way: %s", (line) => {
  expect(guessKind(line)).not.toBe("resolved");
});

it.each([
  ["障害の解消を確認"],
  ["リンク断の解消を確認"],
  ["O problema foi resolvido"],
  ["El problema fue resuelto"],
  ["Das Problem wurde behoben"],
])("reads an end: %s", (line) => {
  expect(guessKind(line)).toBe("resolved");
});

it.each(["Caída a gran escala", "Caída a gran escala en la red"])("isn't escalated by a word alone: %s", (text) =>
  expect(guessKind(text)).not.toBe("escalated"),
);

it.each([
  "Der Dienst fiel nicht aus",
  "Der Dienst fiel gestern gar nicht aus",
  "Der Neustart schlägt nicht fehl",
  "Wir starten keinen Dienst neu",
  "Wir leiten keinen Traffic um",
  "Wir schalten den Knoten nicht ab",
])("a verb in two parts is denied: %s", (text) => expect(guessKind(text)).toBe("observation"));

it.each([
  ["impact_started", "Gestern fiel der Mailserver aus"],
  ["restarted", "Wir starten den Dienst neu"],
  ["impact_started", "Die Kunden können nicht bezahlen"],
  ["impact_started", "De klanten kunnen niet betalen"],
  ["mitigation_failed", "Der Neustart schlägt fehl"],
])("%s, by a verb in two parts: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

it.each([
  "Der Server startet morgen neu",
  "Der Traffic wird morgen umgeleitet",
  "Wir deaktivieren das Plugin morgen",
  "Morgen starten wir den Server neu",
  "De server wordt morgen herstart",
  "Serveren startes om i morgen",
  "Mañana por la mañana reiniciamos el servidor",
  "Nous redémarrons le serveur demain",
])("reads no present event from a plan for tomorrow: %s", (text) => expect(guessKind(text)).toBe("observation"));

it.each([
  ["impact_started", "Am Morgen fiel der Server aus"],
  ["impact_started", "Heute morgen fiel der Dienst aus"],
  ["restarted", "Der Server wurde am nächsten Morgen neu gestartet"],
  ["impact_started", "Morgen zusammen, der Mailserver ist ausgefallen"],
  ["impact_started", "Serveren gikk ned denne morgen"],
  ["impact_started", "Esta mañana cayó el servidor"],
  ["restarted", "El servidor se reinició por la mañana"],
])("%s, in the morning: %s", (kind, text) => expect(guessKind(text)).toBe(kind));

it.each([
  "Der Hoster bestätigt keinen Ausfall",
  "Der Hoster hat den Ausfall nicht bestätigt",
  "Le fournisseur n'a pas confirmé la panne",
  "Le fournisseur ne confirme aucune panne",
  "El proveedor confirma que no hay caída",
  "O provedor não confirmou a queda",
  "De provider bevestigt geen storing",
  "Провайдер не подтвердил аварию",
  "Können die Kunden nicht bezahlen?",
  "¿Se ha restablecido el servicio?",
  "Wurde der Ausfall behoben?",
  "Est-ce que le service est rétabli ?",
  "サービスは復旧しましたか？",
  "Ein Angreifer hat den Dienst deaktiviert",
  "Un attaquant a désactivé le service",
  "Der Kunde erhöht das Limit",
  "Le client a augmenté la limite",
  "Wenn der Dienst ausfällt, starten wir ihn neu",
  "Si el servicio se cae, reiniciamos el servidor",
  "Als de dienst uitvalt, herstarten we de server",
  "Если сервис упал, перезапускаем",
  "Der Server wird neu gestartet, falls nötig",
])("reads nothing from what is denied, asked, a condition or done by others: %s", (text) =>
  expect(guessKind(text)).toBe("observation"),
);

it.each([
  ["dependency_event", "Der Provider bestätigt: Netz nicht erreichbar"],
  ["dependency_event", "El proveedor confirma que la red no está disponible"],
  ["dependency_event", "Le fournisseur confirme une panne"],
  ["impact_started", "Der Dienst ist ausgefallen. Wurde er neu gestartet?"],
  ["restarted", "Se reinició el servidor"],
  ["customer_report", "Kunden melden Fehler, wenn sie bezahlen"],
  ["mitigation_started", "Die Kunden wurden auf den zweiten Server umgeleitet"],
  ["impact_ended", "サービスは復旧しました"],
])("%s, next to such words: %s", (kind, text) => expect(guessKind(text)).toBe(kind));
