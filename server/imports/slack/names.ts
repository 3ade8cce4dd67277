import { isRecord, type JsonRecord, listAt, recordAt, textAt } from "../kit/values.ts";
import type { SlackNames } from "./text.ts";

/** An entry of users.json. */
export function isPerson(value: unknown): value is JsonRecord {
  return isRecord(value) && /^[UWB]/.test(textAt(value, "id") ?? "") && isRecord(value.profile);
}

/** An entry of channels.json, groups.json, dms.json or mpims.json. */
export function isChannel(value: unknown): value is JsonRecord {
  return (
    isRecord(value) &&
    /^[CGD]/.test(textAt(value, "id") ?? "") &&
    Object.hasOwn(value, "created") &&
    !Object.hasOwn(value, "ts")
  );
}

/** Names from the lists of an export; messages bring those of their own authors. */
export function gatherNames(values: unknown[], messages: unknown[]): SlackNames {
  const names: SlackNames = { people: new Map(), channels: new Map() };
  for (const message of messages) {
    const id = textAt(message, "user");
    const name = nameIn(recordAt(message, "user_profile"));
    if (id && name) names.people.set(id, name);
    for (const reply of listAt(message, "slackdump_thread_replies")) {
      const replyName = nameIn(recordAt(reply, "user_profile"));
      const replyId = textAt(reply, "user");
      if (replyId && replyName) names.people.set(replyId, replyName);
    }
  }
  for (const value of values) {
    const id = textAt(value, "id");
    if (id === null) continue;
    if (isPerson(value)) names.people.set(id, nameOfPerson(value) ?? id);
    else if (isChannel(value)) names.channels.set(id, textAt(value, "name") ?? id);
  }
  return names;
}

/** The name that the person chose to be seen by. */
export function nameOfPerson(person: JsonRecord): string | null {
  const profile = recordAt(person, "profile");
  return textAt(profile, "display_name", "real_name") ?? textAt(person, "real_name", "name");
}

const nameIn = (profile: JsonRecord) => textAt(profile, "display_name", "real_name", "name");

/** Who speaks: a bot by its own name, a person by the name in the export. */
export function authorOf(message: JsonRecord, names: SlackNames): string | null {
  const bot = textAt(recordAt(message, "bot_profile"), "name") ?? (message.bot_id ? textAt(message, "username") : null);
  const user = textAt(message, "user");
  return bot ?? (user ? (names.people.get(user) ?? user) : textAt(message, "username", "bot_id"));
}
