import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

describe("work of others", () => {
  it.each([
    "The carrier confirms the fault. They are investigating",
    "Northnet says that it sees the loss, and they're looking into it",
    "Mail from the data centre: they are working on the power",
    "Support of the host replies. They are checking the switch",
    "The vendor called back, they were troubleshooting already",
    "Reply from Northnet; they have started investigating",
    "Northnet confirms via email. They are now investigating the outage",
    "Carrier hotline: they will look into it",
    "The host answers. They were investigating",
    "The registrar wrote back, they are looking into the zone",
  ])("isn't our response: %s", (title) => {
    const times = timesOf([
      "10:00 Our site is unreachable",
      "10:02 Alert fires: site down",
      `10:20 ${title}`,
      "10:50 The site works again",
    ]);
    expect(times["responding"]).not.toBe("10:20");
  });
});

describe("a test that went well", () => {
  it.each([
    "Release tests completed",
    "All smoke tests passed",
    "The load test was successful",
    "Regression tests are green",
    "Final acceptance tests finished",
    "リリーステストの実施完了",
    "回帰試験が完了",
    "压力测试完成",
    "회귀 테스트 완료",
    "Regressionstests abgeschlossen",
  ])("isn't relief: %s", (title) => {
    const times = timesOf([
      "10:00 Users cannot sign in",
      "10:05 PagerDuty alert fires",
      "10:20 Hotfix written",
      `10:40 ${title}`,
    ]);
    expect([times["mitigated"], times["resolved"]]).toEqual([undefined, undefined]);
  });
});
