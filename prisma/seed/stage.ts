import type { Pool } from "pg";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { PersonName } from "./cast.ts";

/** Where the demo data is played: who acts, and a clock that can be set to any day. Days count from the first start. */
export class Stage {
  readonly #base: Ctx;
  readonly #actors = new Map<PersonName, UserActor>();
  /** Pool of the document log. */
  readonly pool: Pool;

  constructor(base: Ctx, pool: Pool) {
    this.#base = base;
    this.pool = pool;
  }

  get db(): Ctx["db"] {
    return this.#base.db;
  }

  /** The local date this many days from the first start, negative before it: 2026-11-25. */
  date(day: number): string {
    return new Date(this.#base.now().getTime() + day * DAY_MS).toISOString().slice(0, 10);
  }

  /** A time on that day: `instant(-3, "09:30")`. */
  instant(day: number, clock: string): Date {
    return new Date(`${this.date(day)}T${clock}:00.000Z`);
  }

  enter(name: PersonName, actor: UserActor): void {
    this.#actors.set(name, actor);
  }

  actor(name: PersonName): UserActor {
    const actor = this.#actors.get(name);
    if (!actor) throw new Error(`${name} isn't on stage yet`);
    return actor;
  }

  id(name: PersonName): string {
    return this.actor(name).id;
  }

  /**
   * A context in which that person acts, this many days from the first start. Throws once the server is asked to stop.
   */
  as(name: PersonName, day: number, clock = "10:00"): Ctx {
    this.#base.signal?.throwIfAborted();
    return { ...this.#base, actor: this.actor(name), now: this.#clock(day, clock) };
  }

  /** A context in which the loader itself acts. Throws once the server is asked to stop. */
  itself(day: number, clock = "09:00"): Ctx {
    this.#base.signal?.throwIfAborted();
    return { ...this.#base, now: this.#clock(day, clock) };
  }

  // Nothing happens after the first start, whatever the hour.
  #clock(day: number, clock: string): () => Date {
    const at = Math.min(this.instant(day, clock).getTime(), this.#base.now().getTime());
    return () => new Date(at);
  }
}
