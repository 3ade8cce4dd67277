import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires"];
const END = "10:40 Sign-ins work again, incident resolved";
const stepIn = (...lines: string[]) => timesOf([...BEGIN, ...lines, END])["mitigation_started"];

describe("what isn't a step", () => {
  it.each([
    "The delay then slowly dropped and cleared at approximately 10:20",
    "Latency recovered",
    "Error rates fell back below 1%",
    "The queue gradually drained",
    "Packet loss subsided",
    "Our backlog cleared",
    "Timeouts decreased",
    "Response times normalized",
    "CPU load went down",
    "All errors cleared",
  ])("is a number that got better: %s", (title) => expect(stepIn(`10:20 ${title}`)).not.toBe("10:20"));

  it.each([
    "Server rebooted (triggered by a kernel panic)",
    "Host restarted, caused by the watchdog",
    "Process restarted, triggered by an OOM killer",
    "Node rebooted (forced by the hardware watchdog)",
    "Restart initiated by a segfault",
    "virt-controller marked the VMs as failed and applied a backoff",
    "kubelet restarted the pod",
    "The scheduler evicted three jobs",
    "systemd restarted nginx",
    "The autoscaler scaled the pool to 8",
  ])("is what happened automatically: %s", (title) => expect(stepIn(`10:20 ${title}`)).not.toBe("10:20"));

  it.each([
    "We attempted to uncordon the nodes",
    "Attempted to restart the broker",
    "Tried to fail over to the replica",
    "We try to scale the pool",
    "Anna tries to roll back the release",
  ])("is an attempt before another step: %s", (title) =>
    expect(stepIn(`10:20 ${title}`, "10:30 Rolled back to release 41")).toBe("10:30"),
  );

  it("is a post that only says that it was fixed", () =>
    expect(
      timesOf([
        "10:00 Investigating - We are looking into failed sign-ins",
        "10:20 Monitoring - The issue was fixed within minutes and we are watching it",
        "11:00 Resolved - All is well",
      ])["mitigation_started"],
    ).toBeUndefined());
});

describe("a step", () => {
  it.each([
    "We restarted the scheduler",
    "Tried to restart the broker, which worked",
    "Restarted the server that had crashed",
  ])("is still one: %s", (title) => expect(stepIn(`10:20 ${title}`)).toBe("10:20"));
});

describe("the first of two fixes", () => {
  it.each(["上线热修复 1，请求量立刻降为 0", "回滚到上一版本，异常请求立即降到 0", "배포 롤백 후 오류가 0으로 감소"])(
    "is the step if it says that it ended: %s",
    (title) => {
      const times = timesOf(["10:00 用户无法登录", `10:20 ${title}`, "10:40 上线热修复 2", "11:00 系统完全恢复正常"]);
      expect(times["mitigation_started"]).toBe("10:20");
    },
  );
});

it.each([
  "We are continuing to investigate and deploy a fix for the login errors",
  "Continuing to investigate; a fix is being prepared for deployment",
  "We continue debugging and are deploying changes to restore mail",
  "Still looking into this and applying a fix for the API",
  "Continuing to troubleshoot and deploying a patch",
  "We keep looking into it and are rolling out a workaround",
])("a continued investigation isn't mitigation: %s", (title) => {
  const lines = [
    "10:00 Users cannot sign in",
    "10:05 PagerDuty alert fires",
    `10:20 ${title}`,
    "10:40 Service has been restored",
  ];
  expect(timesOf(lines)["mitigation_started"]).toBeUndefined();
});

it.each([
  "Reproduced backend failure with curl; HTTP 500 and `Search disabled` response.",
  "Reproduced the timeout with a test account",
  "We reproduced the error on a spare node",
  "Mila could reproduce the failed login with curl",
  "Reproducing the crash with the same image",
])("what is only reproduced isn't a step: %s", (title) => {
  const lines = [
    `10:00 ${title}`,
    "10:02 Implemented config fallback and updated the example file",
    "10:12 Redeployed the backend",
    "10:20 Verified that search returns HTTP 200",
  ];
  expect(timesOf(lines)["mitigation_started"]).not.toBe("10:00");
});
