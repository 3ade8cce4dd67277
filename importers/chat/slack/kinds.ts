import { kindOfChat } from "#importers/kit/chat-kind.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const KIND_BY_SUBTYPE: Record<string, EventKind> = {
  channel_join: "joined",
  group_join: "joined",
  channel_leave: "left",
  group_leave: "left",
};

/** Kind of a message: what Slack says about it, else what its words say. */
export function kindOfMessage(subtype: string | null, isBot: boolean, words: string): EventKind {
  const known = subtype === null ? undefined : KIND_BY_SUBTYPE[subtype];
  if (known) return known;
  if (!isBot && subtype?.startsWith("channel_")) return "internal_update";
  return kindOfChat(isBot, words);
}
