import type { Role, TokenScope } from "./roles.ts";

/** A user, signed in by browser or token. Scopes are null for a browser session, which can do all that the role can. */
export interface UserActor {
  kind: "user";
  id: string;
  name: string;
  role: Role;
  teamIds: readonly string[];
  scopes: readonly TokenScope[] | null;
}

/** The server itself: the command line, a job or the demo loader. It can do everything, and is audited by its label. */
export interface SystemActor {
  kind: "system";
  label: "cli" | "job" | "demo" | "set-up" | "sign-in" | "tracker";
}

export type Actor = UserActor | SystemActor;

/** Returns the id of the person behind an actor, or null for the system. */
export const actorId = (actor: Actor): string | null => (actor.kind === "user" ? actor.id : null);

/** Returns an actor's name in the audit log: a person's name, or the part of the server. */
export const actorName = (actor: Actor): string => (actor.kind === "user" ? actor.name : actor.label);
