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
