import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";
import { meantKind } from "./weigh-elsewhere.ts";

describe("what starts no impact", () => {
  it.each([
    "Início da contenção - isolamento do servidor afetado",
    "Início da contenção do ataque",
    "Inicio de la contención: se aísla el equipo afectado",
    "Début du confinement : le poste touché est isolé",
    "Beginn der Eindämmung, betroffener Rechner getrennt",
    "Inizio del contenimento: isolata la macchina colpita",
    "锁定异常服务，启动抓包后发现请求失败",
    "启动调试后发现接口失败",
    "서버 B 기동, A는 계속 실행 중",
    "앱 시작, 세션 등록",
  ])("isn't read as its start: %s", (line) => {
    expect(guessKind(line)).not.toBe("impact_started");
    expect(meantKind(line)).not.toBe("impact_started");
  });

  it.each(["用户无法登录", "Clientes ficam sem acesso ao portal", "Kunden können sich nicht anmelden"])(
    "is still read where it starts: %s",
    (line) => expect(guessKind(line)).toBe("impact_started"),
  );
});

describe("what returns an error", () => {
  it.each([
    "Se verifica con curl: todas las rutas devuelven 500",
    "Verificação completa: todas as rotas retornam 502",
    "Vérifié : tout le site renvoie 503",
    "Alles geprüft, alle Pfade liefern 500",
    "全部接口返回 500",
  ])("isn't over: %s", (line) => expect(["resolved", "mitigated", "impact_ended"]).not.toContain(guessKind(line)));
});

describe("a warning in Chinese", () => {
  it.each(["收到云厂商额度预警", "收到磁盘容量预警"])("is an alert: %s", (line) =>
    expect(guessKind(line)).toBe("alert_fired"),
  );
});
