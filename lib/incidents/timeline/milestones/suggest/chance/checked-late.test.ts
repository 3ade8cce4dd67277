import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires"];

describe("what only checks or closes what was well before", () => {
  it.each([
    "Verification: api healthy, all checks pass",
    "New key confirmed working",
    "Verificação ao vivo: api healthy, incidente resolvido",
  ])("isn't the relief: %s", (title) => {
    const times = timesOf([...BEGIN, "10:20 Rolled back the release", "10:22 Sign-ins work", `11:30 ${title}`]);
    expect(times["mitigated"]).not.toBe("11:30");
  });

  it("is the relief if it says that all works again", () =>
    expect(timesOf([...BEGIN, "10:20 Rolled back", "10:30 Verified: sign-ins work again"])["mitigated"]).toBe("10:30"));
});

describe("a step", () => {
  it.each(["Our suspicion is that owners restart their servers at this hour", "We suspect the restart of the cache"])(
    "isn't what is suspected: %s",
    (title) =>
      expect(timesOf([...BEGIN, `10:10 ${title}`, "10:30 Sign-ins work again"])["mitigation_started"]).not.toBe(
        "10:10",
      ),
  );

  it("isn't the end alone", () => expect(timesOf([...BEGIN, "10:30 Resolved"])["mitigation_started"]).toBeUndefined());

  it("isn't a fix whose deployment waits", () => {
    const times = timesOf([...BEGIN, "10:30 Fix applied, deploy pending VPN access"]);
    expect(times["mitigated"]).toBeUndefined();
    expect(times["resolved"]).toBeUndefined();
  });
});
