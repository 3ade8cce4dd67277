import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";
import { statedMilestone } from "./stated.ts";

describe("a field that states a milestone", () => {
  it.each([
    ["Start time", "impact_started"],
    ["Started at:", "impact_started"],
    ["Impact started", "impact_started"],
    ["Start of impact", "impact_started"],
    ["Incident start (UTC)", "impact_started"],
    ["Outage began", "impact_started"],
    ["First detected", "detected"],
    ["Key events: First detected", "detected"],
    ["検知: ログに大量のエラーを確認", "detected"],
    ["復旧：すべて正常", "resolved"],
    ["发现: Bo 在日志中看到错误", "detected"],
    ["Beginn: Bestellungen gehen verloren", "impact_started"],
    ["Erkannt: Bo sieht Fehler im Protokoll", "detected"],
    ["Détection : des erreurs dans le journal", "detected"],
    ["Début de l’incident : des commandes sont perdues", "impact_started"],
    ["Mitigación: vuelve el analizador anterior", "mitigated"],
    ["Resolução: tudo funciona", "resolved"],
    ["Обнаружение: ошибки в журнале", "detected"],
    ["Detection: PagerDuty pages Ana", "detected"],
    ["Detected: checkout latency over 5 s", "detected"],
    ["Initial detection: a customer writes to support", "detected"],
    ["Impact start: orders fail", "impact_started"],
    ["Outage begins: the pool is exhausted", "impact_started"],
    ["Incident start: the certificate expires", "impact_started"],
    ["Mitigation started: traffic goes to the other region", "mitigation_started"],
    ["Mitigation complete: all pods on the old version", "mitigated"],
    ["Detected at", "detected"],
    ["Time of detection", "detected"],
    ["First alert", "detected"],
    ["Reported", "detected"],
    ["Timestamps: Repaired", "mitigated"],
    ["Contained at", "mitigated"],
    ["End time", "resolved"],
    ["End of the outage", "resolved"],
    ["Data Início: 16:47", "impact_started"],
    ["Fecha de inicio: 4 de mayo", "impact_started"],
    ["Heure de début : 9 h 40", "impact_started"],
    ["Дата начала: 4 мая", "impact_started"],
    ["Data rozpoczęcia: 4 maja", "impact_started"],
    ["Data Término: 17:30", "resolved"],
    ["Hora de fin: 11:20", "resolved"],
    ["Date de fin : 4 mai", "resolved"],
    ["Время окончания: 11:20", "resolved"],
    ["Eindtijd: 11.20", "resolved"],
  ])("reads “%s” as %s", (title, name) => expect(statedMilestone(title)).toBe(name));

  it.each([
    "Alert",
    "Report",
    "Deploy started",
    "Rollback ends",
    "Started the failover",
    "Detected high load on db-2",
    "End of sprint",
    "Start of the migration",
    "The outage started when the disk was full",
    "Repaired the index",
    "Reported by Ana",
    "Mitigation: traffic goes to the other region",
    "Resolved: backlog is empty",
    "Detection gap: no alert for an hour",
    "Resolved disputes: 4",
    "Impact: orders fail",
  ])("not %s", (title) => expect(statedMilestone(title)).toBeNull());

  it("comes before what the lines describe", () => {
    const lines = ["09:00 Alert fires for the API", "09:05 First detected", "09:20 Repaired", "09:40 Resolved"];
    expect(timesOf(lines)).toEqual({ detected: "09:05", mitigated: "09:20", resolved: "09:40" });
  });
});
