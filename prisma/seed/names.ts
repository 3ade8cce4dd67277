import { randomUUID } from "node:crypto";

type Noun = "event" | "factor" | "condition" | "action" | "change" | "incident" | "review" | "thread";

/** The name of a record in the plans, and the id or key that it got. Names of events are unique within one incident. */
export class Names {
  readonly #known: Map<string, string>;
  readonly #incident: string;

  constructor(known: Map<string, string> = new Map(), incident = "") {
    this.#known = known;
    this.#incident = incident;
  }

  /** The same names, including events of that incident. */
  within(incident: string): Names {
    return new Names(this.#known, incident);
  }

  set(noun: Noun, name: string, value: string): void {
    this.#known.set(this.#place(noun, name), value);
  }

  get(noun: Noun, name: string): string {
    const value = this.#known.get(this.#place(noun, name));
    if (value === undefined) throw new Error(`the demo data has no ${noun} called ${name}`);
    return value;
  }

  /** The same, or undefined for a name that has no record yet. */
  find(noun: Noun, name: string): string | undefined {
    return this.#known.get(this.#place(noun, name));
  }

  all(noun: Noun, names: readonly string[]): string[] {
    return names.map((name) => this.get(noun, name));
  }

  /** The id of a comment thread, the same in the text's mark and in the thread. */
  thread(name: string): string {
    const id = this.#known.get(`thread ${name}`) ?? randomUUID();
    this.set("thread", name, id);
    return id;
  }

  #place(noun: Noun, name: string): string {
    return noun === "event" ? `${this.#incident} event ${name}` : `${noun} ${name}`;
  }
}
