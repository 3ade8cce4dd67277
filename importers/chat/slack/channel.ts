import { authorIdOf, idOfMessage, isMessage, type SlackMessage, saidIn } from "./message.ts";
import type { SlackPart } from "./part.ts";

/**
 * Finds the messages of one channel that come more than once. While times only rise, as in an export of Slack's own, none
 * can; from the first that does not, all are remembered: authors by time, and by id where several wrote at one time.
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

  /** The messages that follow are of this part. */
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

  /** The messages noted so far, each at a time of its own. */
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
