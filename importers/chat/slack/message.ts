import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, titleAndBody } from "#importers/base/words.ts";
import { kindOfChat } from "#importers/kit/chat-kind.ts";
import type { Outcomes } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { authorOf } from "./names.ts";
import { type SlackNames, spokenIn, withFiles, wordsOfMessage } from "./text.ts";

const KIND_BY_SUBTYPE: Record<string, EventKind> = {
  channel_join: "joined",
  group_join: "joined",
  channel_leave: "left",
  group_leave: "left",
};

/** Returns the kind of a message: by its subtype, otherwise by its text. */
function kindOfMessage(subtype: string | null, isBot: boolean, words: string): EventKind {
  const known = subtype === null ? undefined : KIND_BY_SUBTYPE[subtype];
  if (known) return known;
  if (!isBot && subtype?.startsWith("channel_")) return "internal_update";
  return kindOfChat(isBot, words);
}

/** Added to a message in a thread whose first message isn't in the source. */
export const IN_A_THREAD = "In a thread";

/** The context that a message needs: names, and the first words of threads in the same source. */
export interface SlackSurroundings {
  names: SlackNames;
  threads: Map<string, string>;
  /** How often each repeated message occurs, by id. */
  repeated: Map<string, number>;
  options: ParseOptions;
}

const TS = /^\d{9,11}\.\d{1,9}$/;

/** An entry with a time. `ts` is in seconds since 1970 and identifies a message in its channel. */
export interface SlackMessage extends JsonRecord {
  ts: string;
}

/** Returns whether a value is an entry with a time and an author, or of the type "message". */
export function isMessage(value: unknown): value is SlackMessage {
  if (!isRecord(value) || typeof value.ts !== "string" || !TS.test(value.ts)) return false;
  return value.type === "message" || hasAuthor(value);
}

const hasAuthor = (value: JsonRecord) => ["user", "bot_id", "username"].some((key) => Object.hasOwn(value, key));

/** Returns the message itself, or its new state if the entry is a change. */
export function saidIn(message: SlackMessage): SlackMessage {
  if (message.subtype !== "message_changed") return message;
  const changed = recordAt(message, "message");
  return isMessage(changed) ? changed : message;
}

export const authorIdOf = (said: JsonRecord): string => textAt(said, "user", "bot_id", "username") ?? "";
export const idOfMessage = (said: SlackMessage): string => `${said.ts}:${authorIdOf(said)}`;

/** Returns one message as an event. Replies inside it (as slackdump writes them) are in its body and in the context. */
export function readMessage(message: SlackMessage, line: number, around: SlackSurroundings): Outcomes {
  const said = saidIn(message);
  const time = readInstant(said.ts, around.options);
  if (!time) return { reject: "ts isn't a time." };
  const subtype = textAt(said, "subtype");
  const spoken = spokenIn(said, around.names);
  const words = withFiles(spoken, said);
  const replies = repliesOf(said, around);
  const { title, body } = titleAndBody(words || wordless(subtype));
  const event = makeEvent({
    line,
    time,
    kind: kindOfMessage(subtype, isBot(said), spoken),
    title,
    body: paragraphs(body, threadNote(said, around), editNote(said, around), replies?.join("\n")),
    actor: authorOf(said, around.names),
    externalId: idOfMessage(said),
  });
  return replies ? [{ event }, ...replies.map((reply) => ({ context: oneLine(reply) }))] : { event };
}

function repliesOf(said: JsonRecord, around: SlackSurroundings): string[] | null {
  const replies = said.slackdump_thread_replies;
  return Array.isArray(replies) && replies.length > 0 ? replies.map((reply) => describeReply(reply, around)) : null;
}

function isBot(message: JsonRecord): boolean {
  return textAt(message, "bot_id") !== null || message.subtype === "bot_message";
}

function wordless(subtype: string | null): string {
  if (subtype === "tombstone" || subtype === "message_deleted") return "A message that was deleted later";
  return "A message without text";
}

function describeReply(reply: unknown, around: SlackSurroundings): string {
  if (!isMessage(reply)) return "A reply that isn't a message";
  const at = readInstant(reply.ts, around.options)?.at ?? "";
  return `Reply ${at} ${authorOf(reply, around.names) ?? ""}: ${oneLine(wordsOfMessage(reply, around.names), 2000)}`;
}

function threadNote(message: SlackMessage, around: SlackSurroundings): string | null {
  const thread = message.thread_ts === undefined ? null : textAt(message, "thread_ts");
  if (thread === null || thread === message.ts) return null;
  return around.threads.size === 0 ? IN_A_THREAD : (around.threads.get(thread) ?? IN_A_THREAD);
}

function editNote(message: JsonRecord, around: SlackSurroundings): string | null {
  if (!isRecord(message.edited)) return null;
  const edited = readInstant(message.edited.ts, around.options)?.at;
  return edited ? `Edited ${edited}` : null;
}
