import { describe, expect, it } from "vitest";
import { timesOf } from "./testing/told-lines.ts";

const END = ["10:40 We restarted the server", "11:00 Everything works again"];

describe("how people who aren't engineers notice trouble", () => {
  it.each([
    "A colleague from sales spotted it on the dashboard",
    "Staff only noticed when they opened the shop",
    "This was found during the daily check",
    "The fault was only discovered by the night shift",
    "Nobody noticed until a professor asked why no mail had arrived",
    "Signallers saw that the screens had frozen",
    "The control centre notices that fewer calls arrive",
    "Switchboard informed IT",
    "An editor rings the web team",
    "Press officers told the web team",
  ])("is the detection: %s", (title) =>
    expect(timesOf(["10:00 The web server stopped answering", `10:20 ${title}`, ...END])["detected"]).toBe("10:20"),
  );

  it.each([
    "The cause of it was discussed",
    "We saw that the cause was a full disk",
    "It was found that the disk was full",
    "Nobody noticed it",
    "The intern called a taxi",
    "We noticed the cause",
    "The team noticed that the site was back",
    "Staff saw that all was well",
    "The weather was fine",
    "We ate lunch",
  ])("isn't the detection: %s", (title) =>
    expect(timesOf(["10:00 The web server stopped answering", `10:20 ${title}`, ...END])["detected"]).not.toBe("10:20"),
  );
});

describe("the change that was switched off again", () => {
  it.each([
    ["We shipped a new basket", "We turned the new basket off"],
    ["We deployed the new search box", "We switched off the new search box"],
    ["17:02 we pushed the autumn patch", "We rolled the patch back"],
  ])("is the cause: %s, %s", (change, off) =>
    expect(
      timesOf([
        `10:00 ${change}`,
        "10:08 Customers report that orders fail",
        `10:30 ${off}`,
        "10:35 Orders work again",
      ])["trigger_change"],
    ).toBe("10:00"),
  );

  it.each(["We discussed whether to turn the new basket off", "We turned the lights off"])(
    "isn't found by other words: %s",
    (off) =>
      expect(
        timesOf(["08:00 We shipped a new basket", "10:08 Customers report that orders fail", `10:30 ${off}`, ...END])[
          "trigger_change"
        ],
      ).toBeUndefined(),
  );
});

it("works again before it is confirmed", () =>
  expect(
    timesOf(["14:10 用户反馈无法登录", "14:40 回滚到上一版本", "14:45 登录恢复正常", "15:30 确认故障解决"]),
  ).toMatchObject({ detected: "14:10", mitigated: "14:45", resolved: "15:30" }));

it("a fix on a test realm isn't the end", () =>
  expect(
    timesOf([
      "04:11 A player reports duplicated items",
      "06:00 The bug was fixed on our test realm",
      "07:45 The fix went live",
      "08:10 The auction house was reopened",
    ])["resolved"],
  ).not.toBe("06:00"));

describe("a story in the words of its updates", () => {
  it.each([
    "We are currently experiencing a loss of service. This is affecting leased line customers",
    "We are observing high latency at our edge. We have notified our storage partner",
    "We are aware of an issue with logins",
  ])("has its first update at its start: %s", (title) =>
    expect(
      timesOf([`10:00 ${title}`, "10:40 Service has been restored by the provider", "11:00 All-clear issued"])[
        "first_public_update"
      ],
    ).toBe("10:00"),
  );

  it("has none in a notice of maintenance before it", () =>
    expect(
      timesOf([
        "08:00 We will upgrade the router tonight",
        "10:00 The API fails",
        "10:20 We posted on our status page",
        ...END,
      ])["first_public_update"],
    ).toBe("10:20"));

  it.each([
    "We are seeing elevated errors from the upstream",
    "We are observing increased latency on all routes",
    "We are experiencing packet loss towards Asia",
  ])("notices it there: %s", (title) =>
    expect(
      timesOf([
        `10:00 ${title}`,
        "10:20 We changed the route",
        "10:40 The changes have helped to reduce errors",
        "11:00 Resolved",
      ])["detected"],
    ).toBe("10:00"),
  );
});

it.each([
  "Currently we have a fibre outage which is non-service affecting",
  "A link is down, without customer impact",
  "One node crashed, not affecting any customers",
])("no impact starts where no one is affected: %s", (title) =>
  expect(
    timesOf([`10:00 ${title}`, "12:10 Customers lost access to the network", "12:30 Everything works again"])[
      "impact_started"
    ],
  ).not.toBe("10:00"),
);

it.each(["6月21日12時発生~6月23日12時解消", "2016/10/25 14:14ごろ発生~同14:27復旧", "14:14发生至14:27恢复"])(
  "a span told at its start isn't the end: %s",
  (title) => expect(timesOf([`10:00 ${title}`, "12:00 設定を変更しました"])["resolved"]).toBeUndefined(),
);
