import type { ParseOptions } from "#importers/base/importer.ts";
import { paragraphs, titleAndBody } from "#importers/base/words.ts";
import { kindOfChat } from "./chat-kind.ts";
import type { Outcome } from "./collect.ts";
import { makeEvent } from "./make-event.ts";
import { noTime } from "./no-time.ts";
import { readInstant } from "./read-instant.ts";

/** What a chat tool says of one message. */
export interface ChatMessage {
  at: unknown;
  /** Plain text, mentions by name. */
  words: string;
  actor: string | null;
  id: string | null;
  isBot?: boolean;
  url?: string | null;
  /** Files, edits and the like, a line each. */
  notes?: readonly (string | null)[];
}

/** One message as one event. */
export function readChatMessage(message: ChatMessage, line: number, options: ParseOptions): Outcome {
  const time = readInstant(message.at, options);
  if (!time) return noTime("The message's time", message.at);
  const { title, body } = titleAndBody(message.words || "A message without text");
  const event = makeEvent({
    line,
    time,
    kind: kindOfChat(message.isBot ?? false, message.words),
    title,
    body: paragraphs(body, ...(message.notes ?? [])),
    actor: message.actor,
    url: message.url ?? null,
    externalId: message.id,
  });
  return { event };
}

/** HTML of a message as plain text: tags gone, breaks kept, the usual entities undone. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, 200_000)
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d)>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
