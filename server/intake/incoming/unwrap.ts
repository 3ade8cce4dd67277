interface Wrapped {
  source: string;
  contentType: string | null;
  body: Uint8Array;
}

/** The part of a body that an importer reads: a form's `payload`, the event inside Slack's envelope, else all of it. */
export function unwrap({ source, contentType, body }: Wrapped): Uint8Array {
  const isForm = contentType?.toLowerCase().startsWith("application/x-www-form-urlencoded") ?? false;
  const payload = isForm ? new URLSearchParams(Buffer.from(body).toString("utf8")).get("payload") : null;
  const inner = payload === null ? body : Buffer.from(payload);
  return source === "slack" ? slackEvent(inner) : inner;
}

/** The Events API puts one message into an envelope; an edited one holds the message as it now is. */
function slackEvent(body: Uint8Array): Uint8Array {
  try {
    const { event } = JSON.parse(Buffer.from(body).toString("utf8")) as { event?: { message?: unknown } };
    if (event === undefined) return body;
    return Buffer.from(JSON.stringify([event.message ?? event]));
  } catch {
    return body;
  }
}
