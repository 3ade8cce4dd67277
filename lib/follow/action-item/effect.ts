import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus, EffectAnswer } from "#lib/base/vocabulary/action-item.ts";

interface Verified {
  status: ActionStatus;
  implementedById: string | null;
}

/** Returns why a person can't record whether an action worked, or null. */
export function refusesEffect({ status, implementedById }: Verified, actorId: string | null) {
  if (status !== "verified")
    return { rule: "effect_not_asked", message: "Only a verified action is asked about. Verify it first." };
  if (actorId !== null && actorId !== implementedById) return null;
  return { rule: "second_person_needed", message: "You implemented this action. Ask someone else whether it worked." };
}

/** Returns the next day on which it is asked after an answer. Null: the question is settled. */
export const nextEffectDue = (answer: EffectAnswer, today: LocalDate, effectDays: number): LocalDate | null =>
  answer === "not_exercised" ? addDays(today, effectDays) : null;
