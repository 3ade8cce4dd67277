import { describe, expect, it } from "vitest";
import { eventIdentity } from "#importers/open/event-identity.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { fixture, jsonInput, parseFixture, slackZip, zipInput } from "#importers/testing/fixtures.ts";

const DAY = "slack/export/inc-142-checkout/2026-03-04.json";

describe("Slack", () => {
  it("reads the zip of an export: messages as events, people, channels and settings as context", () => {
    const parsed = parseSource(slackZip());
    expect(parsed).toMatchObject({ format: "slack", reason: "The zip contains 2 day files of messages." });
    expect(parsed.events).toHaveLength(9);
    expect(parsed.context.map(({ text }) => text)).toEqual([
      "channels.json: Channel: inc-142-checkout",
      "channels.json: Channel: deploys",
      expect.stringMatching(/^integration_logs.json: /),
      "users.json: Person: wanjiru",
      "users.json: Person: Dario Example",
      "users.json: Person: siobhán",
    ]);
    expect(parsed.rejects).toMatchObject([
      { line: 3, reason: expect.stringMatching(/^inc-142-checkout\/2026-03-05.json: /) },
    ]);
  });

  it("resolves names, mentions, channels, links and entities", () => {
    const { events } = parseSource(slackZip());
    expect(events[2]).toMatchObject({
      at: "2026-03-04T09:17:01.123Z",
      statedText: "1772615821.123456",
      actor: "wanjiru",
      title:
        "@here checkout is failing for 11 %, @Dario Example can you look? Graph: checkout board (https://grafana.example.com/d/checkout?from=1&to=2)",
    });
    expect(events[3]?.title).toBe("p95 > 4 s & rising since the deploy, see #deploys");
    expect(events[3]?.body).toContain("rolling back now");
    expect(events[7]?.title).toBe("Support had 14 tickets from customers, mail help@example.com");
  });

  it("notes threads over day files and edits", () => {
    const { events } = parseSource(slackZip());
    expect(events[3]?.body).toContain("In the thread “@here checkout is failing");
    expect(events[3]?.body).toContain("Edited 2026-03-04T09:19:20.000Z");
    expect(events[7]?.body).toContain("In the thread “@here checkout is failing");
  });

  it("recognises joins, leaves, bot announcements, and messages that are only a file", () => {
    const { events } = parseSource(slackZip());
    expect(events.map(({ kind }) => kind)).toEqual([
      "joined",
      "alert_fired",
      "error_observed",
      "rollback_started",
      "internal_update",
      "alert_resolved",
      "left",
      "customer_report",
      "internal_update",
    ]);
    expect(events[1]).toMatchObject({ actor: "Alertmanager", title: "[FIRING:1] CheckoutErrors" });
    expect(events[1]?.body).toContain("Service: checkout");
    expect(events[4]?.title).toBe("File: errors.png");
  });

  it("gives a message the same identity in the zip and in its day file alone", () => {
    const ids = (events: ReturnType<typeof parseSource>["events"]) =>
      events.map((event) => eventIdentity("slack", event));
    expect(ids(parseSource(slackZip()).events).slice(0, 7)).toEqual(ids(parseFixture(DAY).events));
  });

  it("reads a zip with its folder around it, and names the files that it skipped", () => {
    const zip = zipInput({
      "export/general/2026-03-04.json": fixture(DAY).bytes,
      "export/users.json": fixture("slack/export/users.json").bytes,
      "export/broken.json": "{",
      "export/files/errors.png": "no text",
    });
    const { events, rejects, context } = parseSource(zip);
    expect(events[0]?.title).toBe("@wanjiru has joined the channel");
    expect(rejects).toMatchObject([{ reason: "export/broken.json: This file isn't valid JSON." }]);
    expect(context.at(-1)?.text).toBe("1 other files of the zip weren't read: export/files/errors.png");
  });

  it("reads a list of messages from the API, keeps nested replies, and uses the newer state of a message", () => {
    const message = { type: "message", user: "U1", ts: "1772615821.123456", text: "first" };
    const reply = { type: "message", user: "U2", ts: "1772615900.000001", text: "second" };
    const changed = {
      type: "message",
      subtype: "message_changed",
      ts: "1772615999.000001",
      message: { ...message, text: "better" },
    };
    const parsed = parseSource(
      jsonInput({ ok: true, messages: [{ ...message, slackdump_thread_replies: [reply] }, changed] }),
    );
    expect(parsed.events.map(({ title }) => title)).toEqual(["better"]);
    expect(parsed.context.map(({ text }) => text)).toEqual([
      "Reply 2026-03-04T09:18:20.000Z U2: second",
      "Another delivery of: first",
    ]);
  });

  it("keeps the last state of a repeated message, across files and out of order, and changes no other message", () => {
    const said = (ts: string, user: string, text: string) => ({ type: "message", ts, user, text });
    const files = {
      "general/2026-03-04.json": JSON.stringify([
        said("1772615100.000100", "U1", "one"),
        said("1772615200.000100", "U1", "two"),
      ]),
      "general/2026-03-05.json": JSON.stringify([
        said("1772615200.000100", "U1", "two, edited"),
        said("1772615100.000100", "U2", "at the time of one"),
        said("1772615100.000100", "U1", "one, edited"),
      ]),
      "other/2026-03-05.json": JSON.stringify([said("1772615100.000100", "U1", "in another channel")]),
    };
    const { events } = parseSource(zipInput(files));
    expect(events.map(({ title }) => title).sort()).toEqual([
      "at the time of one",
      "in another channel",
      "one, edited",
      "two, edited",
    ]);
  });
});
