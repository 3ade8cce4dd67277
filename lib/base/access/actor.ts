import type { Role, TokenScope } from "./roles.ts";

/** Someone signed in by browser or token. Scopes are null for a browser session: it may all that the role may. */
export interface UserActor {
  kind: "user";
  id: string;
  name: string;
  role: Role;
  teamIds: readonly string[];
  scopes: readonly TokenScope[] | null;
}

/** The server itself: the command line on its machine, a job, the demo loader. May everything; audited by its label. */
export interface SystemActor {
  kind: "system";
  label: "cli" | "job" | "demo" | "set-up" | "sign-in";
}

export type Actor = UserActor | SystemActor;

/** Id of the person behind an actor, null for the system. */
export const actorId = (actor: Actor): string | null => (actor.kind === "user" ? actor.id : null);

/** What an actor is called in the record: a person's name, or which part of the server it is. */
export const actorName = (actor: Actor): string => (actor.kind === "user" ? actor.name : actor.label);
