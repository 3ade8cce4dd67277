import type { ParseOptions } from "#importers/base/importer.ts";
import { paragraphs, titleAndBody } from "#importers/base/words.ts";
import { kindOfChat } from "./chat-kind.ts";
import type { Outcome } from "./collect.ts";
import { makeEvent } from "./make-event.ts";
import { noTime } from "./no-time.ts";
import { readInstant } from "./read-instant.ts";

/** One message of a chat tool. */
export interface ChatMessage {
  at: unknown;
  /** Plain text, with mentions by name. */
  words: string;
  actor: string | null;
  id: string | null;
  isBot?: boolean;
  url?: string | null;
  /** Files, edits and the like, one per line. */
  notes?: readonly (string | null)[];
}

/** Returns one message as one event. */
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

/** Returns the HTML of a message as plain text: tags removed, breaks kept, common entities decoded. */
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
