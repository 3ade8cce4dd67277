import { authorIdOf, idOfMessage, isMessage, type SlackMessage, saidIn } from "./message.ts";
import type { SlackPart } from "./part.ts";

/**
 * Finds repeated messages of one channel. While times only rise, as in Slack's own exports, there are none. From the
 * first time that doesn't rise, all messages are remembered by time and author, or by id if several people wrote at one
 * time.
 */
export class Channel {
  readonly #repeated: Map<string, number>;
  readonly #parts: SlackPart[] = [];
  #count = 0;
  #last = "";
  #seen: Map<string, string> | null = null;

  /** Counts repeated messages by id in `repeated`. */
  constructor(repeated: Map<string, number>) {
    this.#repeated = repeated;
  }

  /** Starts the part that the following messages belong to. */
  begin(part: SlackPart): void {
    this.#parts.push(part);
  }

  note(said: SlackMessage): void {
    const time = said.ts;
    if (this.#seen === null && time > this.#last) {
      this.#last = time;
      this.#count += 1;
      return;
    }
    this.#seen ??= this.#remember();
    const author = authorIdOf(said);
    const first = this.#seen.get(time);
    if (first === undefined) {
      this.#seen.set(time, author);
      return;
    }
    const id = idOfMessage(said);
    if (first === author || this.#seen.has(id)) this.#repeated.set(id, (this.#repeated.get(id) ?? 1) + 1);
    else this.#seen.set(id, author);
  }

  /** Returns the messages so far, each with a different time. */
  #remember(): Map<string, string> {
    const seen = new Map<string, string>();
    for (const part of this.#parts) {
      for (const { value } of part.records()) {
        if (seen.size === this.#count) return seen;
        if (!isMessage(value)) continue;
        const said = saidIn(value);
        seen.set(said.ts, authorIdOf(said));
      }
    }
    return seen;
  }
}
