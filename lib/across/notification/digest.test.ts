import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  composeDigest,
  digestDay,
  digestFor,
  digestForMail,
  keysOfDigest,
  type LateThing,
  longestGap,
  mailSubject,
} from "./digest.ts";

const late = (key: string, daysLate: number) => ({ key, title: "Sign the mail", daysLate });

describe("the daily digest", () => {
  it("says nothing when nothing is late", () => {
    expect(composeDigest([])).toBeNull();
    expect(composeDigest([late("ACT-1", 0), late("ACT-2", -3)])).toBeNull();
  });

  it("names the only item in its subject, and for several the count and the oldest", () => {
    expect(composeDigest([late("ACT-1", 4)])).toMatchObject({
      subject: "Late: ACT-1 Sign the mail, 4 d late",
      body: "ACT-1 Sign the mail: 4 d late",
    });
    expect(composeDigest([late("ACT-1", 4), late("REV-2", 41), late("ACT-3", -1)])).toMatchObject({
      subject: "2 of your items are late, the oldest by 41 days",
      body: "REV-2 Sign the mail: 41 d late\nACT-1 Sign the mail: 4 d late",
    });
  });

  it("names only items that its reader can still read", () => {
    const one = composeDigest([late("ACT-1", 4)]);
    if (!one) throw new Error("a digest is expected");
    expect(keysOfDigest(one)).toEqual(["ACT-1"]);
    expect(one).toMatchObject(digestFor(one, new Set(["ACT-1"])));
    expect(digestFor(one, new Set())).toEqual({
      subject: "Late: something you no longer have access to, 4 d late",
      body: "Something you no longer have access to: 4 d late",
    });
    const title = "Rotate: the key, 3 d late: ACT-7";
    const two = composeDigest([{ key: "ACT-2", title, daysLate: 9 }, late("REV-3", 2)]);
    expect(two && digestFor(two, new Set(["REV-3"])).body).toBe(
      "Something you no longer have access to: 9 d late\nREV-3 Sign the mail: 2 d late",
    );
  });

  it("hides a title that has several lines", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\nA-C:,0-9 -]{0,30}secret[\nA-C:,0-9 -]{0,30}$/), (title) => {
        const digest = composeDigest([{ key: "ACT-1", title, daysLate: 4 }]);
        expect(JSON.stringify(digest && digestFor(digest, new Set()))).not.toContain("secret");
      }),
    );
  });

  it("is hidden by its fields, whatever its text says", () => {
    const words = ["Overdue: ACT-1 secret, 4 days", "En retard : ACT-1 secret, 4 j", "secret", "Late: ACT-1", ""];
    for (const written of words) {
      const stored = {
        ...composeDigest([{ key: "ACT-1", title: "secret", daysLate: 4 }]),
        subject: written,
        body: written,
      };
      const read = digestFor({ things: null, moreCount: 0, ...stored }, new Set(["ACT-2"]));
      expect(JSON.stringify(read)).not.toMatch(/secret|ACT-1/);
      expect(read.subject).toBe("Late: something you no longer have access to, 4 d late");
    }
  });

  it("reads an old digest from its text, and hides it if the text has another form", () => {
    const old = (subject: string, body: string) => ({ subject, body, things: null, moreCount: 0 });
    const one = old("Late: ACT-1 Sign the mail, 4 d late", "ACT-1 Sign the mail: 4 d late");
    const several = old(
      "2 things of yours are late, the oldest by 41 days",
      "REV-2 Sign: 41 d late\nACT-1 Sign: 4 d late",
    );
    expect(keysOfDigest(one)).toEqual(["ACT-1", "ACT-1"]);
    expect(one).toMatchObject(digestFor(one, new Set(["ACT-1"])));
    expect(digestFor(one, new Set()).subject).toBe("Late: something you no longer have access to, 4 d late");
    expect(digestFor(several, new Set(["ACT-1"]))).toEqual({
      subject: several.subject,
      body: "Something you no longer have access to: 41 d late\nACT-1 Sign: 4 d late",
    });
    const odd = [
      "Overdue: ACT-1 secret",
      "Late: ACT-1 secret, four days",
      "secret",
      "2 things of yours are late: secret",
      "2 things of yours are late, the oldest by 41 days: secret",
    ];
    for (const words of odd)
      expect(JSON.stringify(digestFor(old(words, `${words}\nACT-1 secret`), new Set(["ACT-1"]))), words).not.toContain(
        "secret",
      );
    const invalid = { ...one, things: [{ key: "ACT-1" }] };
    expect(digestFor(invalid, new Set()).subject).toContain("no longer have access");
  });

  it("lists 20 items and counts the rest", () => {
    const body = composeDigest(Array.from({ length: 23 }, (_, n) => late(`ACT-${n}`, n + 1)))?.body ?? "";
    expect(body.split("\n")).toHaveLength(21);
    expect(body).toMatch(/\nand 3 more$/);
  });

  it.each([
    ["2026-11-25T06:59:00", null, null],
    ["2026-11-25T07:00:00", null, "2026-11-25"],
    ["2026-11-25T23:30:00", "2026-11-25", null],
    ["2026-11-26T00:30:00", "2026-11-25", null],
    ["2026-11-26T07:30:00", "2026-11-25", "2026-11-26"],
    ["2026-11-26T17:59:00", "2026-11-25", null, 18],
    ["2026-11-26T18:00:00", "2026-11-25", "2026-11-26", 18],
    ["2026-11-26T00:00:00", "2026-11-25", "2026-11-26", 0],
    // A Thursday and a Saturday, of someone who wants none at the weekend.
    ["2026-11-26T08:00:00", "2026-11-25", "2026-11-26", 7, [1, 2, 3, 4, 5]],
    ["2026-11-28T08:00:00", "2026-11-27", null, 7, [1, 2, 3, 4, 5]],
    ["2026-11-29T08:00:00", "2026-11-27", "2026-11-29", 7, [0]],
  ])(
    "at %s local time, after the last digest on %s, the digest of %s is due",
    (local, last, day, hour?: number, days?: number[]) => {
      const times = hour === undefined ? undefined : { hour, days: days ?? [0, 1, 2, 3, 4, 5, 6] };
      expect(digestDay(local, last, times)).toBe(day);
    },
  );

  it.each([
    [[0, 1, 2, 3, 4, 5, 6], 1],
    [[1, 2, 3, 4, 5], 3],
    [[3], 7],
    [[5, 1], 4],
  ])("on weekdays %j has at most %i days between two", (days, gap) => {
    expect(longestGap(days)).toBe(gap);
  });
});

describe("a digest of more items than it lists", () => {
  const many = composeDigest(Array.from({ length: 23 }, (_, at) => late(`ACT-${at + 1}`, at + 1)));

  it("counts the others in its subject and its last line", () => {
    expect(many?.subject).toBe("23 of your items are late, the oldest by 23 days");
    expect(many?.body.split("\n")).toHaveLength(21);
    expect(many?.body).toMatch(/\nand 3 more$/);
    expect(many && digestFor(many, new Set()).subject).toBe(many?.subject);
  });
});

it.each([
  ["no list", "ACT-1"],
  ["a thing without a key", [{ title: "secret", daysLate: 4 }]],
  ["a thing without a title", [{ key: "ACT-1", daysLate: 4 }]],
  ["a thing without days", [{ key: "ACT-1", title: "secret" }]],
  ["one of two", [late("ACT-1", 4), {}]],
])("reads the text of a digest stored with %s", (_, things) => {
  const words = { subject: "Late: ACT-5 secret, 4 d late", body: "ACT-5 secret: 4 d late\nand 2 more\nsecret" };
  expect(keysOfDigest({ ...words, things, moreCount: 0 })).toEqual(["ACT-5", "ACT-5"]);
  expect(digestFor({ ...words, things, moreCount: 0 }, new Set())).toEqual({
    subject: "Late: something you no longer have access to, 4 d late",
    body: "Something you no longer have access to: 4 d late\nand 2 more",
  });
  expect(digestFor({ ...words, things, moreCount: 0 }, new Set(["ACT-5"]))).toEqual({
    subject: words.subject,
    body: "ACT-5 secret: 4 d late\nand 2 more",
  });
});

it("shows an old subject that counts, and hides one that says something else", () => {
  const old = (subject: string) => digestFor({ subject, body: "", things: null, moreCount: 0 }, new Set()).subject;
  const counts = "2 things of yours are late, the oldest by 41 days";
  expect(old(counts)).toBe(counts);
  expect(old("secret")).toBe("Late: something you no longer have access to");
});

describe("a digest with items that the ladder tells of", () => {
  const told = (key: string, daysLate: number): LateThing => ({ ...late(key, daysLate), isTold: true });
  const subjects: [string, LateThing[], string][] = [
    ["one that is due", [told("ACT-1", -2)], "Due: ACT-1 Sign the mail, due in 2 d"],
    ["one that is due today", [told("ACT-1", 0)], "Due: ACT-1 Sign the mail, due today"],
    ["several that are due", [told("ACT-1", 0), told("ACT-2", -3)], "2 items are due soon"],
    ["late and due", [late("ACT-1", 1), told("ACT-2", -3)], "2 items are late or due soon, with the oldest 1 day late"],
    ["only late", [late("ACT-1", 2), late("ACT-2", 3)], "2 of your items are late, the oldest by 3 days"],
  ];
  it.each(subjects)("names %s", (_, things, subject) => expect(composeDigest(things)?.subject).toBe(subject));

  const stored = {
    subject: "",
    body: "",
    things: [told("ACT-1", 4), late("ACT-2", 3), late("ACT-3", 2)],
    moreCount: 2,
  };
  const all = { readable: new Set(["ACT-1", "ACT-2"]), restricted: new Set(["ACT-2"]), dates: true, ladder: true };

  it("is mailed without the title of a restricted item, and without one that its reader can't read", () => {
    expect(digestForMail(stored, all)).toEqual({
      subject: "5 items are late or due soon, with the oldest 4 days late",
      body: [
        "ACT-1 Sign the mail: 4 d late",
        "Restricted item: 3 d late",
        "Something you no longer have access to: 2 d late",
        "and 2 more",
      ].join("\n"),
    });
    const one = { ...stored, things: [late("ACT-2", 3)], moreCount: 0 };
    expect(digestForMail(one, all)?.subject).toBe("Late: restricted item, 3 d late");
  });

  it("is mailed with what its reader wants", () => {
    expect(digestForMail(stored, { ...all, dates: false })).toEqual({
      subject: "Late: ACT-1 Sign the mail, 4 d late",
      body: "ACT-1 Sign the mail: 4 d late",
    });
    expect(digestForMail(stored, { ...all, ladder: false })?.body).toBe(
      "Restricted item: 3 d late\nSomething you no longer have access to: 2 d late",
    );
    expect(digestForMail(stored, { ...all, dates: false, ladder: false })).toBeNull();
    const old = { ...stored, things: null, body: "ACT-1 Sign the mail: 4 d late" };
    expect(digestForMail(old, all)?.body).toBe("ACT-1 Sign the mail: 4 d late");
    expect(digestForMail(old, { ...all, dates: false })).toBeNull();
  });

  it("keeps whether an item is a reminder, as it was stored", () => {
    const read = { ...stored, things: [{ ...late("ACT-1", -2), isTold: false }, told("ACT-2", 0)] };
    expect(digestForMail(read, { ...all, ladder: false })?.subject).toBe("Due: ACT-1 Sign the mail, due in 2 d");
  });
});

it("gives an email the subject of its digest, or the number of messages if it only lists those", () => {
  const digest = { subject: "2 items are due soon", body: "ACT-1 One: 2 d left" };
  expect([mailSubject(digest, 3), mailSubject({ ...digest, body: "" }, 1), mailSubject(null, 3)]).toEqual([
    "2 items are due soon",
    "1 new message",
    "3 new messages",
  ]);
});
