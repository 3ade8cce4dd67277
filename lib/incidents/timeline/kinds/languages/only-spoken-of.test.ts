import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

const linesOf = (text: string) => text.split("\n").flatMap((line) => (line.trim() ? [line.trim()] : []));

describe("a step that is only wished, advised or postponed", () => {
  it.each(
    linesOf(`
      Der Neustart hätte früher kommen sollen
      Ein Rollback würde Bestellungen löschen
      Empfehlung: Server neu starten
      Das Deployment wurde auf Dienstag verschoben
      Il faudrait redémarrer le serveur
      Le retour arrière aurait effacé les données
      Le service sera rétabli demain
      El servicio debería estar restablecido pronto
      La alarma debió sonar antes
      O alerta deveria ter disparado à noite
      A implantação foi adiada para segunda
      L'allarme avrebbe dovuto suonare
      Il servizio sarà ripristinato domani
      We zouden de server herstarten
      De uitrol is uitgesteld
      Należałoby zrestartować serwer
      Wdrożenie zostało przełożono na środę
      Следовало откатить изменения
      Сервис должен быть восстановлен вечером
      ロールバックすべきだった
      リリースは来週に延期
      建议回滚版本
      应该重启数据库
      如果重启服务器会丢失会话
      롤백을 권고
      배포 연기됨
    `),
  )("isn't an event: %s", (line) => expect(guessKind(line)).toBe("observation"));

  it.each([
    ["restarted", "Der Server wurde neu gestartet"],
    ["rollback_started", "L'équipe a annulé le changement"],
    ["mitigated", "Kunden können sich wieder anmelden, sollten aber neu laden"],
    ["restarted", "Server wurden neu gestartet, würden sonst abstürzen"],
    ["hypothesis_rejected", "Rede descartada como causa"],
    ["restarted", "根据厂商建议重启了服务器"],
    ["impact_ended", "Le service est rétabli"],
  ])("is %s if it was taken: “%s”", (kind, line) => expect(guessKind(line)).toBe(kind));
});

describe("reports of customers", () => {
  it.each(
    linesOf(`
      Kunden melden keine Probleme mehr
      Keine Kunden haben sich beschwert
      Aucun client n'a signalé de problème
      Les utilisateurs ne signalent plus de pannes
      Los clientes ya no reportan errores
      Ningún usuario ha reportado fallos
      Os clientes não relatam mais falhas
      I clienti non segnalano più problemi
      Klanten melden geen storingen meer
      Klienci nie zgłaszają już problemów
      Клиенты больше не сообщают об ошибках
      没有客户反馈
      顧客からの苦情はなし
      고객 신고 없음
    `),
  )("aren't found where no one reports anything: %s", (line) => expect(guessKind(line)).not.toBe("customer_report"));

  it.each(
    linesOf(`
      Kunden melden, dass sie keine Mails mehr erhalten
      Les clients signalent qu'ils ne reçoivent plus de mails
      Clientes reportan que ya no pueden entrar
      Kunden melden Fehler
      客户反馈无法登录
    `),
  )("are found: %s", (line) => expect(guessKind(line)).toBe("customer_report"));
});

describe("an update that was not written", () => {
  it.each(
    linesOf(`
      Die Statusseite wurde nicht aktualisiert
      La page de statut n'a pas été mise à jour
      La página de estado no fue actualizada
      A página de status não foi atualizada
      La pagina di stato non è stata aggiornata
      De statuspagina is niet bijgewerkt
      Страница статуса не была обновлена
      状态页未更新
    `),
  )("has no kind: %s", (line) => expect(guessKind(line)).not.toBe("public_update"));

  it("counts as one if it names what doesn't work", () => {
    expect(guessKind("Statusseite veröffentlicht: Kunden können sich nicht anmelden")).toBe("public_update");
  });
});

describe("the aim of a step, and the time after a recovery,", () => {
  it.each([
    ["mitigation_started", "切换DNS以恢复官网及控制台"],
    ["restarted", "重启网关以恢复访问"],
    ["restarted", "为恢复服务，重启网关"],
    ["observation", "DB 복구 직후 첫 정상 cycle 시작"],
    ["observation", "DB 복구 이후 백로그 처리"],
    ["metric_shift", "恢复后流量激增"],
    // They are over.
    ["impact_ended", "服务已恢复"],
    ["resolved", "DB 복구 완료"],
    ["resolved", "복구 후 정상화 확인"],
    ["mitigated", "官网恢复,用户可以访问"],
    ["impact_ended", "重启后服务已恢复"],
  ])("is a recovery only if the words say so: %s, %s", (kind, line) => expect(guessKind(line)).toBe(kind));
});
