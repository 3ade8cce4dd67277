import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const date = "2026-03-01T10:00:00Z";
const read = (json: object) => parseSource(jsonInput({ date, ...json })).events;
const SUBJECT = "Your order of today";

describe("a record of what happened to a mail", () => {
  it.each<[string, object, string]>([
    [
      "a bounce",
      { Type: "HardBounce", Name: "Hard bounce", MessageID: "8f", Description: "Unknown user at the server" },
      "Hard bounce",
    ],
    ["a delivery", { event: "delivered", "message-id": "<a@b>" }, "delivered"],
    ["a click", { event: "clicked", message_id: "7" }, "clicked"],
    ["an open", { type: "email.opened", email_id: "7", to: ["x"] }, "email.opened"],
    ["a complaint", { eventType: "complaint", messageId: "7" }, "complaint"],
    ["a block", { event: "blocked", smtp_id: "7", error: "spam" }, "blocked: spam"],
    ["a deferral", { event: "deferred", recipient: "joe", response: "451 later" }, "deferred"],
    ["a queue", { action: "queued", mail_id: 3 }, "queued"],
    ["a stream", { RecordType: "Delivery", MessageStream: "outbound" }, "Delivery"],
    ["an unsubscription", { event_type: "unsubscribed", recipients: ["x"], emailId: "9" }, "unsubscribed"],
  ])("isn't told by the subject of the mail: %s", (_what, json, title) => {
    const [event] = read({ subject: SUBJECT, ...json });
    expect(event?.title).toBe(title);
    expect(event?.body).toContain(SUBJECT);
  });

  it.each<[string, object]>([
    ["a ticket", { event: "created", ticket_id: 7 }],
    ["a message without an event", { message_id: "7" }],
  ])("is told by it if it is %s", (_what, json) => {
    expect(read({ subject: SUBJECT, ...json })[0]?.title).toBe(SUBJECT);
  });
});
