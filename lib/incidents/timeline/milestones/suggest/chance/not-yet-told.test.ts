import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", "10:10 Rolled back to release 41"];

describe("an end that isn't certain yet", () => {
  it.each([
    "All numbers were reported to be tentatively operational",
    "Service provisionally restored",
    "All numbers operational pending testing",
    "Sign-ins working, pending further tests",
    "Service restored, subject to verification",
    "Portal back online, awaiting confirmation",
    "Shop available again, pending checks",
    "The internet was available on campus along with wireless initially.",
    "Lines restored pending final validation",
    "Mail is presumably fixed",
  ])("isn't suggested: %s", (title) => {
    const times = timesOf([...BEGIN, `10:30 ${title}`, "11:00 Confirmed: everything is back to normal, resolved"]);
    expect(times["resolved"]).toBe("11:00");
  });
});

describe("the start of impact", () => {
  it("isn't the time of a post that tells another", () => {
    const lines = ["10:33 At 09:52 BST we experienced a total outage of payments", "11:30 Resolved"];
    expect(timesOf(lines)["impact_started"]).not.toBe("10:33");
    expect(
      timesOf(["10:33 At 11:33 BST we experienced a total outage of payments", "11:30 Resolved"])["impact_started"],
    ).toBe("10:33");
  });
});

describe("the relief", () => {
  it("isn't the last post if one before it tells that it got better", () => {
    const times = timesOf([
      "20:40 Investigating - Uploads fail",
      "21:30 Update: we are seeing improvements, uploads are recovering as well",
      "22:10 Resolved: All uploads work as expected now",
    ]);
    expect(times["mitigated"]).not.toBe("22:10");
    expect(times["resolved"]).toBe("22:10");
  });
});
