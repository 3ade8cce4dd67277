import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openMail } from "#importers/mail/email/open-mail.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { fixture, parseFixture, textInput } from "./fixtures.ts";

const mail = async (path: string) => parseSource(await openMail(fixture(`email/${path}`)));
const letter = async (headers: string, body = "x") =>
  parseSource(await openMail(textInput(`From: Dana <dana@example.com>\n${headers}\n\n${body}`)));

describe("email", () => {
  it("is one event at its Date, with its text, and what it quotes is context", async () => {
    const { events, context, format, rejects } = await mail("fictional-thread.eml");
    expect(format).toBe("email");
    expect(events).toMatchObject([
      {
        at: "2026-03-04T14:20:05.000Z",
        zone: "+01:00",
        precision: "exact",
        statedText: "Wed, 4 Mar 2026 15:20:05 +0100 (CET)",
        title: "Re: Café orders fail",
        actor: "Jürgen Maier",
        externalId: "<7c1f@example.com>",
        body: "We rolled back checkout to v41. Orders from the cafés go through again.\n\nTo: Checkout on-call, Dana Kim",
      },
    ]);
    expect(context).toHaveLength(2);
    expect(context[0]?.text).toMatch(/^Quoted: On Wed.*Two tickets so far\.$/s);
    expect(context[1]?.text).toMatch(/Jürgen Maier\nPlatform$/);
    expect(rejects).toEqual([]);
  });

  it("from a machine is the alert in its subject, with HTML as text", async () => {
    const { events } = await mail("fictional-alert-html.eml");
    expect(events).toMatchObject([{ kind: "alert_fired", at: "2026-03-04T14:03:10.000Z" }]);
    expect(events[0]?.body).toContain("Error rate > 5% for 5 minutes");
    expect(events[0]?.body).not.toMatch(/no\(\)|<td|td \{\}/);
  });

  it.each([
    ["[RESOLVED] CheckoutErrorRate", "alert_resolved"],
    ["** PROBLEM Service Alert: web01/HTTP is CRITICAL **", "alert_fired"],
    ["** RECOVERY Service Alert: web01/HTTP is OK **", "alert_resolved"],
    ['ALARM: "checkout-5xx" in EU (Ireland)', "alert_fired"],
    ['OK: "checkout-5xx" in EU (Ireland)', "alert_resolved"],
    ["Fwd: FIRING: disk", "alert_fired"],
    ["Fire drill on Thursday", "internal_update"],
    ["Minutes of Tuesday", "internal_update"],
  ])("reads the kind of %j", async (subject, kind) => {
    const { events } = await letter(`Subject: ${subject}\nDate: Wed, 4 Mar 2026 14:00:00 +0000`);
    expect(events[0]?.kind).toBe(kind);
  });

  it("without a readable date is kept without a time", async () => {
    const { events } = await letter("Subject: hello\nDate: yesterday");
    expect(events).toMatchObject([{ at: null, precision: "unknown", statedText: "yesterday" }]);
  });

  it("can have named time zones, and other text isn't one", async () => {
    const { events } = await letter("Subject: hello\nDate: Wed, 4 Mar 2026 10:42:05 EST");
    expect(events[0]?.at).toBe("2026-03-04T15:42:05.000Z");
    const notes = textInput("Date: 2026-03-04\nFrom: 14:05\n14:05 UTC alert fires");
    expect(await openMail(notes)).toBe(notes);
  });

  it("never loses a word that the sender wrote", async () => {
    const lines = fc.array(fc.constantFrom("alpha", "> beta", "", "On Monday it broke:", "gamma wrote:", "-- "));
    await fc.assert(
      fc.asyncProperty(lines, async (body) => {
        const { events, context } = await letter("Subject: s\nDate: Wed, 4 Mar 2026 14:00:00 +0000", body.join("\n"));
        const kept = [events[0]?.body ?? "", ...context.map(({ text }) => text)].join("\n");
        for (const word of ["alpha", "beta", "gamma", "Monday"])
          expect(kept.split(word).length).toBe(body.join("\n").split(word).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("calendar", () => {
  const parsed = parseFixture("calendar/fictional-calls.ics");
  const named = (title: string) => parsed.events.find((event) => event.title === title);

  it("entry is read from its start to its end, with people and place", () => {
    expect(parsed).toMatchObject({ format: "calendar", certainty: 0.98 });
    expect(named("Incident bridge: checkout errors")).toMatchObject({
      at: "2026-03-04T14:15:00.000Z",
      endAt: "2026-03-04T15:10:00.000Z",
      actor: "Dana Kim",
      line: 4,
      body: "Join and say your role.\nNotes in the channel.\n\nWhere: https://meet.example.com/abc\n\nWith: Tomas Novak",
    });
  });

  it("has only the stated occurrences, including those listed one by one", () => {
    expect(named("Change review")).toMatchObject({ at: "2026-03-04T14:30:00.000Z", zone: "America/New_York" });
    expect(named("Change review, moved")?.at).toBe("2026-03-11T15:00:00.000Z");
    expect(parsed.context.map(({ text }) => text).join("\n")).toContain("“Change review” repeats. Only the occurrence");
  });

  it("asks for the time zone of a whole day and of a time without one, and for a repeated hour", () => {
    expect(named("Change freeze")).toMatchObject({ at: null, precision: "day", ambiguity: { reason: "zone" } });
    expect(named("Handover")).toMatchObject({ at: null, ambiguity: { reason: "zone", local: "2026-03-04T16:00:00" } });
    expect(named("Night watch")).toMatchObject({ at: null, ambiguity: { reason: "fold" } });
    const answered = parseFixture("calendar/fictional-calls.ics", { zone: "Europe/Dublin" });
    expect(answered.events.find(({ title }) => title === "Handover")?.at).toBe("2026-03-04T16:00:00.000Z");
  });

  it("entry with a broken place in a series is read", () => {
    const entry = [
      "UID:moved@example.com",
      "RECURRENCE-ID:20260311T0930C0",
      "DTSTART:20260311T150000Z",
      "SUMMARY:Moved",
    ];
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", ...entry, "END:VEVENT", "END:VCALENDAR"];
    const { events } = parseSource(textInput(lines.join("\r\n")));
    expect(events).toMatchObject([{ title: "Moved", at: "2026-03-11T15:00:00.000Z" }]);
  });

  it("keeps a cancelled entry as context and rejects one without a start", () => {
    expect(parsed.context.map(({ text }) => text)).toContain("Cancelled: Second bridge (2026-03-04T17:00:00.000Z)");
    expect(parsed.rejects).toMatchObject([{ reason: "The start of the entry isn't a time: soon.", text: "Broken" }]);
  });
});

describe("pasted chat", () => {
  const said = [
    ["2026-03-04T14:02:00.000Z", "Card payments fail, looking"],
    ["2026-03-04T14:11:00.000Z", "Rolling back to v41"],
  ];
  it("from a log has the day from the client's marks, with joins and leaves as context", () => {
    const text =
      "--- Log opened Tue Mar 12 09:58:00 2024\n09:58 -!- ada [~ada@host] has joined #ops\n23:59 < ada> disk alert on db3\n--- Day changed Wed Mar 13 2024\n00:02 <@ben> cleaning logs\n00:03 -!- ada has quit\n--- Log closed Wed Mar 13 10:30:00 2024";
    const { events, context } = parseSource(
      { filename: "ops.log", bytes: new TextEncoder().encode(text) },
      { zone: "UTC" },
    );
    expect(events).toMatchObject([
      { at: "2024-03-12T23:59:00.000Z", title: "disk alert on db3", actor: "ada" },
      { at: "2024-03-13T00:02:00.000Z", title: "cleaning logs", body: "", actor: "ben" },
    ]);
    expect(context).toHaveLength(5);
  });

  it.each(["slack", "teams", "discord", "mattermost", "irc"])("from %s is read message by message", (tool) => {
    const { format, events, rejects } = parseFixture(`pasted_chat/fictional-${tool}.txt`, {
      zone: "UTC",
      date: "2026-03-04",
    });
    expect(format).toBe("pasted_chat");
    expect(rejects).toEqual([]);
    const short = events.filter(({ title }) => said.some(([, words]) => words === title));
    expect(short.map(({ at, title }) => [at, title])).toEqual(said);
    expect(short.map(({ actor }) => actor?.toLowerCase().split(" ")[0])).toEqual(["dana", "tomas"]);
  });

  it("keeps continued lines, further messages and bots separate", () => {
    const { events, context } = parseFixture("pasted_chat/fictional-slack.txt", { zone: "UTC" });
    expect(events).toMatchObject([
      { actor: "Dana Kim", body: "Card payments fail, looking\nsee the dashboard" },
      { actor: "Dana Kim", at: "2026-03-04T14:03:00.000Z", title: "deploy of 13:58 is the first suspect" },
      { actor: "PagerDuty", kind: "alert_fired" },
      { actor: "Tomas Novak", kind: "rollback_started" },
    ]);
    expect(context.map(({ text }) => text)).toEqual(["Wednesday, March 4th, 2026", "2 replies"]);
  });

  it("reads an action as a message of the person", () => {
    const text =
      "[2026-03-04 10:00:01] <kim> errors?\n[2026-03-04 10:00:30] <lee> yes\n[2026-03-04 10:05:12] * kim rolls back\n";
    const { events } = parseSource(textInput(text, "ops.txt"), { zone: "UTC" });
    expect(events.map(({ at, actor, title }) => [at?.slice(11, 19), actor, title])).toEqual([
      ["10:00:01", "kim", "errors?"],
      ["10:00:30", "lee", "yes"],
      ["10:05:12", "kim", "rolls back"],
    ]);
  });

  it("asks for a day and a time zone that it doesn't state", () => {
    const reasons = (options: { zone?: string; date?: string }) =>
      parseFixture("pasted_chat/fictional-irc.txt", options).events.map(({ ambiguity }) => ambiguity?.reason);
    expect(reasons({})).toEqual(["date", "date", "date"]);
    expect(reasons({ date: "2026-03-04" })).toEqual(["zone", "zone", "zone"]);
  });

  it("counts Today and Yesterday from the given day, and continues over midnight", () => {
    const text = "dana — Yesterday at 11:58 PM\nerrors\ntomas — Today at 12:03 AM\nlooking\n";
    const { events } = parseSource(textInput(text), { zone: "UTC", date: "2026-03-05" });
    expect(events.map(({ at }) => at)).toEqual(["2026-03-04T23:58:00.000Z", "2026-03-05T00:03:00.000Z"]);
    expect(parseSource(textInput(text), { zone: "UTC" }).events[0]?.ambiguity?.reason).toBe("date");
  });

  it.each([
    "14:05 Detection: alert fires\n14:07 Response: paged",
    "[14:05] Detection: alert fires\n[14:07] Response: paged",
    "# Timeline\n\nDana 14:05\nerrors\nTomas 14:07\nlooking",
  ])("leaves notes to their importer: %j", (text) => {
    expect(parseSource(textInput(text)).format).toBe("notes");
  });
});

describe("a range result of Prometheus", () => {
  it("is recognised, gives no event, and names where it belongs", () => {
    const { format, events, rejects, context } = parseFixture("prometheus/fictional-ratio.json");
    expect({ format, events, rejects }).toEqual({ format: "prometheus", events: [], rejects: [] });
    expect(context[0]?.text).toContain("impact page");
  });
});
