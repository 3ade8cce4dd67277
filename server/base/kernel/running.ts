import { ChangeHub } from "./change-hub.ts";
import { PeopleHere } from "./people-here.ts";

/** The jobs, as far as a verb may speak to them. */
interface Kickable {
  /** Runs a job by seconds at once, by its name. */
  kick(name: string): void;
}

/** Parts of this process that verbs may speak to; null where this process does not run them. */
export interface Running {
  jobs: Kickable | null;
  changes: Pick<ChangeHub, "subscribe" | "isFull" | "tell" | "end" | "close">;
  /** Who looks at which incident. */
  here: Pick<PeopleHere, "say" | "leave" | "on">;
}

const shared = globalThis as typeof globalThis & { afterwordRunning?: Running };

/** What runs in this process, for the server and for Next's bundles alike. */
export function running(): Running {
  shared.afterwordRunning ??= start();
  return shared.afterwordRunning;
}

function start(): Running {
  const changes = new ChangeHub();
  const here = new PeopleHere((id) => changes.tell({ noun: "presence", id, incidentId: id }));
  return { jobs: null, changes, here };
}
