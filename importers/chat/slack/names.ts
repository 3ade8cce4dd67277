import { isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import type { SlackNames } from "./text.ts";

/** An entry of users.json. */
export function isPerson(value: unknown): value is JsonRecord {
  return isRecord(value) && isRecord(value.profile) && /^[UWB]/.test(textAt(value, "id") ?? "");
}

/** An entry of channels.json, groups.json, dms.json or mpims.json. */
export function isChannel(value: unknown): value is JsonRecord {
  return (
    isRecord(value) &&
    Object.hasOwn(value, "created") &&
    !Object.hasOwn(value, "ts") &&
    /^[CGD]/.test(textAt(value, "id") ?? "")
  );
}

/** Collects names from the lists of an export. Messages add their own authors, but the lists take precedence. */
export class NameList {
  readonly #authors = new Map<string, string>();
  readonly #people = new Map<string, string>();
  readonly #channels = new Map<string, string>();

  add(value: unknown): void {
    const id = textAt(value, "id");
    if (id !== null && isPerson(value)) this.#people.set(id, nameOfPerson(value) ?? id);
    else if (id !== null && isChannel(value)) this.#channels.set(id, textAt(value, "name") ?? id);
  }

  /** The authors of a message and of the replies inside it. */
  addAuthors(message: JsonRecord): void {
    this.#addAuthor(message);
    for (const reply of listAt(message, "slackdump_thread_replies")) this.#addAuthor(reply);
  }

  #addAuthor(message: unknown): void {
    if (!isRecord(message) || !isRecord(message.user_profile)) return;
    const id = textAt(message, "user");
    if (id === null || this.#authors.has(id)) return;
    const name = nameIn(message.user_profile);
    if (name !== null) this.#authors.set(id, name);
  }

  names(): SlackNames {
    return { people: new Map([...this.#authors, ...this.#people]), channels: this.#channels };
  }
}

/** The display name that the person chose. */
export function nameOfPerson(person: JsonRecord): string | null {
  const profile = recordAt(person, "profile");
  return textAt(profile, "display_name", "real_name") ?? textAt(person, "real_name", "name");
}

const nameIn = (profile: JsonRecord) => textAt(profile, "display_name", "real_name", "name");

/** Returns the author: a bot by its own name, a person by the name in the export. */
export function authorOf(message: JsonRecord, names: SlackNames): string | null {
  const bot = textAt(recordAt(message, "bot_profile"), "name") ?? (message.bot_id ? textAt(message, "username") : null);
  const user = textAt(message, "user");
  return bot ?? (user ? (names.people.get(user) ?? user) : textAt(message, "username", "bot_id"));
}
