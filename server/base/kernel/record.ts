import { actorId, actorName } from "#lib/base/access/actor.ts";
import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";
import type { Ctx, TxCtx } from "./context.ts";
import { toJson } from "./json.ts";
import { type Change, FOR_ALL, type IdField, NOUNS, type Noun, type NounRule } from "./nouns.ts";
import type { OutboxTopics } from "./outbox.ts";

/** The end of a transaction: the result after its changes. Only the functions of this file create one. */
class Recorded<Answer> {
  readonly answer: Answer;
  constructor(answer: Answer) {
    this.answer = answer;
  }
}

export type { Recorded };

/** Called for the result once the changes are written and recorded. */
type Answering<Answer> = () => Answer | Promise<Answer>;

/**
 * Ends a write within its transaction: records in the audit log who changed what, notifies open screens, and creates
 * the end that `transact` needs. The first word of the action decides which screens, and which ids it needs
 * (`NOUNS`).
 */
export const record = <N extends Noun, Answer = void>(
  tx: TxCtx,
  { answer, ...change }: Change<N> & { answer?: Answering<Answer> },
): Promise<Recorded<Answer>> => recordAll(tx, [change as Change], answer);

/** The same for a write of several records, with an entry for each. No entries if a run found nothing to change. */
export async function recordAll<Answer = void>(
  tx: TxCtx,
  changes: readonly Change[],
  answer?: Answering<Answer>,
): Promise<Recorded<Answer>> {
  const events = screenEvents(changes).map((payload) => ({ topic: "record.changed", payload, createdAt: tx.now() }));
  const entries = changes.map((change) => {
    const { before, after, ...entry } = entryOf(tx, change);
    return { ...entry, before: toJson(before), after: toJson(after) };
  });
  if (entries.length > 0) await tx.db.auditEntry.createMany({ data: entries });
  if (events.length > 0) await tx.db.outboxEvent.createMany({ data: events });
  return new Recorded((await answer?.()) as Answer);
}

/** Ends a transaction without an audit entry, and says why. */
export async function unrecorded<Answer = void>(_why: string, answer?: Answering<Answer>): Promise<Recorded<Answer>> {
  return new Recorded((await answer?.()) as Answer);
}

const entryOf = (ctx: Ctx, change: Change) => ({
  id: ctx.newId(),
  at: ctx.now(),
  actorId: actorId(ctx.actor),
  actorKind: ctx.actor.kind === "user" ? (ctx.actor.scopes === null ? "user" : "token") : ctx.actor.label,
  actorLabel: actorName(ctx.actor),
  action: change.action,
  noun: ruleOf(change).entry,
  nounId: change.id,
  incidentId: incidentOf(change),
  before: change.before,
  after: change.after,
  requestId: ctx.requestId,
});

const ruleOf = ({ action }: Change): NounRule => NOUNS[action.slice(0, action.indexOf(".")) as Noun];

const incidentOf = (change: Change): string | null =>
  (ruleOf(change).incident === "id" ? change.id : change.incidentId) ?? null;

/** Returns the events for open screens, each item once. */
function screenEvents(changes: readonly Change[]): OutboxTopics["record.changed"][] {
  const events = changes
    .filter(({ shown }) => shown !== false)
    .flatMap((change) => {
      const ids: Partial<Record<IdField, string | null>> = change;
      return (Object.entries(ruleOf(change).tells) as [ShownNoun, IdField][]).flatMap(([noun, field]) => {
        const id = ids[field];
        return id ? [{ noun, id, incidentId: FOR_ALL.has(noun) ? null : incidentOf(change) }] : [];
      });
    });
  return [...new Map(events.map((payload) => [`${payload.noun} ${payload.id}`, payload])).values()];
}

/**
 * Returns the fields of a record that a change has, with their values before it. It doesn't compile if the record lacks
 * one of the fields.
 */
export function fieldsOf<Asked extends object>(
  before: { readonly [Field in keyof Asked]-?: unknown },
  asked: Asked,
): Partial<Record<keyof Asked, unknown>> {
  const names = (Object.keys(asked) as (keyof Asked)[]).filter((name) => asked[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<Record<keyof Asked, unknown>>;
}
