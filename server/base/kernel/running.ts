import { ChangeHub } from "./change-hub.ts";
import { PeopleHere } from "./people-here.ts";

/** The jobs, as far as functions can use them. */
interface Kickable {
  /** Runs an interval job now, by its name. */
  kick(name: string): void;
}

/** The connection to the database. */
interface Checked {
  /** The database didn't answer the last query. */
  readonly isSilent: boolean;
  /** An answer is taking longer than usual. */
  readonly isLate: boolean;
}

/** Parts of this process that functions can use. Null if this process doesn't run them. */
export interface Running {
  jobs: Kickable | null;
  pulse: Checked | null;
  changes: Pick<ChangeHub, "subscribe" | "isFull" | "tell" | "end" | "close">;
  /** Who is looking at which incident. */
  here: Pick<PeopleHere, "say" | "leave" | "on" | "hear" | "tellOthers">;
}

const shared = globalThis as typeof globalThis & { afterwordRunning?: Running };

/** Returns the parts that run in this process, shared by the server and Next's bundles. */
export function running(): Running {
  shared.afterwordRunning ??= start();
  return shared.afterwordRunning;
}

function start(): Running {
  const changes = new ChangeHub();
  const here = new PeopleHere((id) => changes.tell({ noun: "presence", id, incidentId: id }));
  return { jobs: null, pulse: null, changes, here };
}
