import { ACTION_STATUS_WORDS, type ActionPriority, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { type Hands, isSecondPerson, needsSecondPerson } from "./second-person.ts";

interface Refused {
  rule: string;
  message: string;
}

const HANDED_OVER: readonly ActionStatus[] = ["proposed", "accepted", "in_progress"];

interface Owned {
  status: ActionStatus;
  ownerId: string | null;
}

/** Returns whether a person can hand an action over: its owner, before it is to verify. */
export const mayHandOver = ({ status, ownerId }: Owned, actorId: string | null | undefined): boolean =>
  HANDED_OVER.includes(status) && ownerId !== null && ownerId === actorId;

/** Returns why a person can't hand an action over to another one, or null. */
export function refusesHandOver(item: Owned, actorId: string | null, toId: string): Refused | null {
  if (item.ownerId === null || item.ownerId !== actorId)
    return { rule: "owner_hands_over", message: "Only the owner hands an action over. Change the owner instead." };
  if (!HANDED_OVER.includes(item.status)) {
    const message = `An action can't be handed over once it is ${ACTION_STATUS_WORDS[item.status].toLowerCase()}.`;
    return { rule: "hand_over_status", message };
  }
  return toId === item.ownerId
    ? { rule: "hand_over_to_owner", message: "You own it already. Choose someone else." }
    : null;
}

interface ToVerify extends Hands {
  status: ActionStatus;
  priority: ActionPriority;
}

/** Returns why a person can't be asked to verify an action, or null. */
export function refusesAsking(item: ToVerify, personId: string | null): Refused | null {
  if (item.status !== "implemented")
    return {
      rule: "not_to_verify",
      message: "Only an action to verify can ask someone. Mark it as implemented first.",
    };
  if (personId === null || !needsSecondPerson(item.priority) || isSecondPerson(personId, item)) return null;
  const message = `A ${item.priority} action needs a verifier other than its owner and the person who implemented it.`;
  return { rule: "second_person_needed", message };
}
