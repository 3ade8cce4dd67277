import { randomUUID } from "node:crypto";

type Noun = "event" | "factor" | "action" | "change" | "incident" | "thread";

/** What the plans call a record, and the id or key that it got. */
export class Names {
  readonly #known = new Map<string, string>();

  set(noun: Noun, name: string, value: string): void {
    this.#known.set(`${noun} ${name}`, value);
  }

  get(noun: Noun, name: string): string {
    const value = this.#known.get(`${noun} ${name}`);
    if (value === undefined) throw new Error(`the demo data knows no ${noun} called ${name}`);
    return value;
  }

  all(noun: Noun, names: readonly string[]): string[] {
    return names.map((name) => this.get(noun, name));
  }

  /** The id of a comment thread: the mark in the text and the thread carry the same one. */
  thread(name: string): string {
    const id = this.#known.get(`thread ${name}`) ?? randomUUID();
    this.set("thread", name, id);
    return id;
  }
}
