import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

describe("a service that a monitoring tool sees", () => {
  it.each([
    "Monitoring system detected mail server back online, investigating.",
    "Nagios reports the mail server is up again",
    "StatusCake reports the site back up",
    "Pingdom shows the shop as up again",
    "Icinga confirms that the host is back",
    "Our monitoring found the API back online",
  ])("again is the end of its alert: %s", (text) => expect(guessKind(text)).toBe("alert_resolved"));

  it.each([
    "Nagios reports the mail server is down again",
    "StatusCake reports errors again",
    "Pingdom shows the shop is not back yet",
    "Monitoring detected an outage of the site again",
  ])("as broken isn't: %s", (text) => expect(guessKind(text)).not.toBe("alert_resolved"));
});

describe("an act that is launched", () => {
  it.each([
    ["rollback_started", "Rollback launched (log shipper v2 to v1)"],
    ["rollback_started", "Revert launched"],
    ["restarted", "Restart launched"],
    ["restarted", "Restart of the broker launched"],
  ])("starts: %s | %s", (kind, text) => expect(guessKind(text)).toBe(kind));

  it.each(["The new campaign launched", "Sol launched the video"])("isn't every launch: %s", (text) =>
    expect(guessKind(text)).toBe("observation"),
  );
});

describe("a test, a rehearsal or an aim in Chinese", () => {
  it.each([
    "技术人员对主服务器进行长时间压力测试,确认恢复正常",
    "进行切换演练,确保在极端情况下能恢复正常使用",
    "为了恢复服务,我们准备重启数据库",
    "将于明天恢复全部服务",
  ])("isn't an end: %s", (text) => expect(guessKind(text)).toBe("observation"));

  it.each(["服务全部恢复正常", "切换回主服务器,至此完全解决本次故障"])("leaves ends as they are: %s", (text) =>
    expect(guessKind(text)).toBe("resolved"),
  );
});
