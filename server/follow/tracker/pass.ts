import type { LinkedIssue } from "#generated/prisma/client.ts";
import { AppError } from "#lib/base/errors.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import {
  type Agreed,
  type Compared,
  type ComparedField,
  type Held,
  ONLY_FROM_HERE,
  type Step,
  stepsOf,
} from "#lib/follow/tracker/agree.ts";
import { changeFor, comparedFields, type Mapping, translationOf, valuesThere } from "#lib/follow/tracker/mapping.ts";
import type { RemoteChange, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { isPromised, type LoadedAction } from "#server/follow/action-item/index.ts";
import type { Claimed, Stepped } from "./claim.ts";
import { TrackerError } from "./connectors/connector.ts";
import type { Line } from "./lines.ts";
import { agreedOf, heldOf, knownPeople, valuesHere } from "./load.ts";
import { changeWords, fieldWords, takeValue, valueWords } from "./take.ts";

/** Writes a change there, and returns the issue after it. */
type Send = (change: RemoteChange) => Promise<RemoteIssue>;

/** Fields in the order in which they are taken: a state can need an owner. */
const TAKEN_IN_ORDER: readonly ComparedField[] = ["owner", "title", "dueDate", "status"];

interface Passing {
  loaded: LoadedAction;
  mapping: Mapping;
  issue: RemoteIssue;
  /** Whether it can still take and send. */
  isStill: () => Promise<boolean>;
  /** Returns the account there that gave the issue its due date, or null if it isn't known. */
  dueMover: () => Promise<string | null>;
}

/** One comparison of an action and its issue: what is taken, what is sent, and what of it is kept. */
export class Pass {
  readonly #ctx: Ctx;
  readonly #claimed: Claimed;
  readonly #loaded: LoadedAction;
  readonly #mapping: Mapping;
  readonly #issue: RemoteIssue;
  readonly #lines: Line[] = [];
  readonly #agreed: Agreed = {};
  readonly #isStill: () => Promise<boolean>;
  readonly #dueMover: () => Promise<string | null>;
  #asked: string | null = null;
  /** Who gave the issue its due date. */
  #mover: string | null = null;
  #isStopped = false;
  readonly #held: Partial<Record<ComparedField, Held>>;

  constructor(ctx: Ctx, claimed: Claimed, { loaded, mapping, issue, isStill, dueMover }: Passing) {
    [this.#isStill, this.#dueMover] = [isStill, dueMover];
    [this.#ctx, this.#claimed, this.#loaded, this.#mapping, this.#issue] = [ctx, claimed, loaded, mapping, issue];
    this.#held = { ...heldOf(claimed.link) };
  }

  async takeAndSend(send: Send): Promise<Stepped> {
    const people = await knownPeople(this.#ctx, this.#claimed.tracker.id);
    const compared = await this.#compared(translationOf(people, this.#mapping));
    const steps = stepsOf(compared);
    const date = steps.get("dueDate")?.is;
    if (date === "take" || date === "conflict") this.#mover = await this.#dueMover();
    for (const [field, step] of steps) this.#keep(field, step, compared);
    let version = this.#loaded.row.version;
    const assigneeId = people.there.get(this.#issue.assignee?.id ?? "") ?? null;
    const moverId = people.there.get(this.#mover ?? "") ?? null;
    for (const field of TAKEN_IN_ORDER) {
      const step = steps.get(field);
      if (step?.is !== "take" || !(await this.#continues())) continue;
      version = await this.#take({ field, value: step.value, version, assigneeId, moverId }, compared);
    }
    const issue = await this.#send(steps, compared, send);
    if (this.#lines.length === 0 && isEcho(this.#claimed.link, this.#issue, this.#ctx.now()))
      this.#lines.push({ way: "from", what: "No changes. Both sides already match.", state: "ignored" });
    const found = { agreed: this.#agreed, held: this.#held, lines: this.#lines, asked: this.#asked };
    // What was left out stays to be compared.
    if (this.#isStopped) return { ...found, version: this.#claimed.link.seenVersion, issue: null };
    return { ...found, version, issue };
  }

  /** Asked right before each write, because people unlink, pause and restrict while a tracker answers. */
  async #continues(): Promise<boolean> {
    this.#isStopped ||= !(await this.#isStill());
    return !this.#isStopped;
  }

  async #compared(translation: Compared["translation"]): Promise<Compared> {
    const { row, refs } = this.#loaded;
    const { link } = this.#claimed;
    const [here, there, agreed] = [valuesHere(row), valuesThere(this.#issue, this.#mapping), agreedOf(link)];
    const isTitleNew = agreed.title?.here !== here.title && agreed.title?.there !== there.title;
    return {
      ...{ here, there, agreed, held: heldOf(link), fields: comparedFields(this.#mapping), translation },
      isTitleThereLater: isTitleNew && (await titledAt(this.#ctx, row.id)) < new Date(this.#issue.updatedAt),
      isDatePromised: isPromised(row, refs) && row.dueDate !== null,
    };
  }

  #keep(field: ComparedField, step: Step, { here, there, agreed }: Compared): void {
    if (step.is === "same" || step.is === "agreed" || step.is === "noted") {
      delete this.#held[field];
      const refused = step.is === "agreed" ? undefined : agreed[field]?.refused;
      this.#agreed[field] = { here: here[field], there: there[field], ...(refused === undefined ? {} : { refused }) };
    }
    if (step.is === "conflict") this.#hold(field, { here: here[field], there: there[field], why: step.why });
    if (step.is !== "noted") return;
    const { ref, assignee } = this.#issue;
    if (field === "owner" && assignee)
      this.#say("from", `Assignee “${assignee.name}” has no matching person, so the owner is unchanged`, "ignored");
    if (field === "status" && there.status === "not_planned" && agreed.status?.there !== there.status) {
      this.#asked = `${ref} was closed as not planned`;
      this.#say("from", `${this.#asked}: asked the owner`, "taken");
    }
  }

  async #take(
    {
      field,
      value,
      ...taking
    }: {
      field: ComparedField;
      value: string | null;
      version: number;
      assigneeId: string | null;
      moverId: string | null;
    },
    { here, there }: Compared,
  ): Promise<number> {
    const { number } = this.#loaded.row;
    const issue = this.#issue;
    try {
      const as = { field, value, issue, number, reason: `Moved at ${issue.ref}`, ...taking };
      const { version, title } = await takeValue(this.#ctx, as);
      delete this.#held[field];
      this.#agreed[field] = { here: field === "title" ? title : value, there: there[field] };
      this.#say("from", await this.#words(field, value), "taken");
      return version;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "conflict") throw error;
      this.#hold(field, {
        here: here[field],
        there: there[field],
        why: error.details.fields?.[0]?.message ?? error.message,
      });
      return taking.version;
    }
  }

  /** Writes there what is new here. If the tracker rejects it, each field is written alone. */
  async #send(steps: ReadonlyMap<ComparedField, Step>, compared: Compared, send: Send): Promise<RemoteIssue> {
    const sent = new Map<ComparedField, string | null>();
    for (const [field, step] of steps) if (step.is === "send") sent.set(field, step.value);
    if (sent.size === 0) return this.#issue;
    try {
      return await this.#write(sent, this.#issue, compared, send);
    } catch (error) {
      if (!isRejected(error)) throw error;
      if (sent.size === 1) this.#holdSent(sent, compared, error);
    }
    let issue = this.#issue;
    if (sent.size > 1)
      for (const one of sent) {
        const alone = new Map([one]);
        try {
          issue = await this.#write(alone, issue, compared, send);
        } catch (error) {
          if (!isRejected(error)) throw error;
          this.#holdSent(alone, compared, error);
        }
      }
    return issue;
  }

  #holdSent(
    sent: ReadonlyMap<ComparedField, unknown>,
    { here, there }: Compared,
    { message: why }: TrackerError,
  ): void {
    for (const field of sent.keys())
      if (ONLY_FROM_HERE.has(field)) {
        this.#agreed[field] = { here: here[field], there: there[field], refused: `${fieldWords(field)}: ${why}` };
        this.#say("to", `${fieldWords(field)} isn't taken there: ${why}`, "refused");
      } else this.#hold(field, { here: here[field], there: there[field], why });
  }

  async #write(
    sent: ReadonlyMap<ComparedField, string | null>,
    before: RemoteIssue,
    { here }: Compared,
    send: Send,
  ): Promise<RemoteIssue> {
    if (!(await this.#continues())) return before;
    const after = await send(changeFor(sent, before, this.#mapping));
    const now = valuesThere(after, this.#mapping);
    for (const [field, value] of sent) {
      delete this.#held[field];
      this.#agreed[field] = { here: here[field], there: now[field] };
      const isTaken = now[field] === value || field === "status";
      const what = await this.#words(field, here[field]);
      this.#say("to", isTaken ? what : `${what}: not taken there`, isTaken ? "taken" : "refused");
    }
    return after;
  }

  #say(way: Line["way"], what: string, state: Line["state"]): void {
    this.#lines.push({ way, what, state });
  }

  #hold(field: ComparedField, held: Omit<Held, "since" | "by">): void {
    const by = field === "dueDate" && this.#mover !== null ? { by: this.#mover } : {};
    this.#held[field] = { ...held, ...by, since: this.#ctx.now().toISOString() };
    this.#say("from", `${fieldWords(field)} differs: ${held.why}`, "waits");
  }

  async #words(field: ComparedField, value: string | null): Promise<string> {
    const name =
      field === "owner" && value !== null
        ? (await this.#ctx.db.user.findUnique({ where: { id: value }, select: { name: true } }))?.name
        : null;
    return changeWords(
      field,
      valueWords(field, value, () => name ?? "someone"),
    );
  }
}

const ECHO_MS = 2 * MINUTE_MS;

/** Returns whether the tracker told of a change that was seen or made just before. */
const isEcho = ({ lookAt, changedAt, seenAt }: LinkedIssue, issue: RemoteIssue, now: Date): boolean =>
  lookAt !== null && changedAt.getTime() === Date.parse(issue.updatedAt) && now.getTime() - seenAt.getTime() < ECHO_MS;

const isRejected = (error: unknown): error is TrackerError =>
  error instanceof TrackerError && error.fault === "rejected";

/** Returns when the title of an action was last changed, or 1970. */
async function titledAt({ db }: Ctx, id: string): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    SELECT at FROM audit_entry WHERE noun = 'action_item' AND noun_id = ${id}::uuid AND action = 'action_item.updated'
       AND jsonb_exists(after, 'title') ORDER BY at DESC LIMIT 1`;
  return row?.at ?? new Date(0);
}
