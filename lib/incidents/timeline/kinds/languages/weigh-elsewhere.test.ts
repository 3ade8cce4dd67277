import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

describe("a line that only speaks of it", () => {
  it.each([
    "アラート通知改善 PR #5683 反映",
    "アラート文言を修正",
    "告警规则优化",
    "告警文案变更",
    "알림 문구 개선",
    "Seuil de l'alerte modifié",
    "Regola di allarme aggiornata",
  ])("fires no alert where the alert is changed: %s", (line) => expect(guessKind(line)).not.toBe("alert_fired"));

  it.each(["plan→build 遷移", "状態遷移: idle→running", "状态迁移到运行中", "状态转换完成"])(
    "migrates nothing where a state changes: %s",
    (line) => expect(guessKind(line)).not.toBe("migration"),
  );

  it.each([
    "警告:「GPU 脱落の可能性があります」",
    "Aviso: «podría faltar una GPU»",
    "Warnung: „möglicherweise fehlt eine GPU“",
  ])("supposes nothing in a quotation: %s", (line) => expect(guessKind(line)).not.toBe("hypothesis"));
});

it.each(["Plus d'erreur côté clients", "Nessun errore per i clienti"])(
  "other words decide against an error: %s",
  (line) => expect(guessKind(line)).not.toBe("error_observed"),
);
