import { CHANNEL_KIND_WORDS, CHANNEL_KINDS } from "#lib/base/vocabulary/message-delivery.ts";
import { MESSAGE_KIND_WORDS, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";

/** Returns what a message on its way out tells, without a word of it. */
export function codeWords(code: string): string {
  const channel = CHANNEL_KINDS.find((kind) => code === `channel.${kind}`);
  return channel ? CHANNEL_KIND_WORDS[channel].name : MESSAGE_KIND_WORDS[messageKindOf(code)].name;
}
