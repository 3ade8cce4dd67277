import { expect, it } from "vitest";
import { KindReader } from "../kind-reader.ts";
import { stageAbroad } from "./stages-abroad.ts";

const kindOf = (title: string, body = "") => new KindReader().next(title, body);

it.each([
  ["Indagine in corso - La cassa del museo non accetta carte", "investigating"],
  ["Wird untersucht: Der Fahrplan lädt nicht", "investigating"],
  ["Enquête en cours – Les bornes du parking ne répondent pas", "investigating"],
  ["Investigando: los surtidores no cobran", "investigating"],
  ["Identificado - Falha no cabo da estação", "identified"],
  ["Opgelost - De kaartjesverkoop werkt", "resolved"],
  ["*Risolto* - Il registro funziona", "resolved"],
  ["Monitorowanie: wypożyczalnia działa, obserwujemy", "monitoring"],
  ["監視中：予約の受付は動いています", "monitoring"],
  ["已解决：借书系统恢复", "resolved"],
  ["조사 중 - 승강기 호출이 되지 않습니다", "investigating"],
  ["Mise à jour : le treuil est réparé", "update"],
])("%s is at the stage “%s”", (text, stage) => expect(stageAbroad(text)?.stage).toBe(stage));

it.each([
  "Investigation of the slow tills",
  "Beobachtung: Die Last steigt",
  "Untersuchung der Netzteile",
  "Risoluzione del guasto",
  "Analyse des logs du portail",
  "Opgelost werd het pas laat",
  "La mise à jour a été annulée",
  "Ursache gefunden: ein loser Stecker",
  "Resuelto el primer fallo, queda el segundo",
])("%s starts with no stage", (text) => expect(stageAbroad(text)).toBeNull());

it.each([
  ["Indagine in corso - Le gru non ricevono ordini", "", "public_update"],
  ["Monitoraggio in corso", "Le gru lavorano di nuovo", "monitoring"],
  ["Risolto - Confermiamo che le gru lavorano", "", "resolved"],
  ["Wird untersucht", "Die Schranken öffnen nicht", "public_update"],
  ["Résolu – Les bornes fonctionnent", "", "resolved"],
  ["Actualización: seguimos con la reparación del muelle", "", "public_update"],
  ["Em investigação: o guichê não abre", "", "public_update"],
  ["Opgelost: de sluis draait weer", "", "resolved"],
  ["調査中", "窓口の端末が動きません", "public_update"],
  ["해결됨 - 개찰구가 다시 열립니다", "", "resolved"],
])("reads “%s” with “%s” below as %s", (title, body, kind) => expect(kindOf(title, body)).toBe(kind));
