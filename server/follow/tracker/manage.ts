import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Tracker, TrackerMapping, trackerContract } from "#lib/contract/tracker.ts";
import { refusedWords, withoutRefused } from "#lib/follow/tracker/agree.ts";
import { firstMapping, formerLabels, type Mapping, mappingProblem } from "#lib/follow/tracker/mapping.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record, unrecorded } from "#server/base/kernel/record.ts";
import { running } from "#server/base/kernel/running.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { isListedHost } from "#server/base/outgoing/index.ts";
import { seal, unseal } from "#server/base/process/seal.ts";
import { newHookSecret } from "#server/intake/webhook/index.ts";
import { type Target, type TargetCheck, TrackerError, type TrackerFault } from "./connectors/connector.ts";
import { LOG_DAYS } from "./lines.ts";
import {
  agreedOf,
  connectorFor,
  jsonColumn,
  loadTracker,
  lockLinks,
  mappingOf,
  TRACKER_INCLUDE,
  type TrackerRecord,
} from "./load.ts";
import { keepPeople } from "./people.ts";
import { presentRows, presentTracker } from "./present.ts";

export const SYNC_JOB = "sync-trackers";

/** Lets the job run now, once what it reads is committed. It runs at intervals anyway. */
export const kickSync = (): void => running().jobs?.kick(SYNC_JOB);

/** Returns the connections, or those that were removed, the newest first. For admins. */
export async function listTrackers(ctx: Ctx, { removed }: InputOf<typeof trackerContract.list>) {
  authorizeGlobally(ctx, "settings.manage");
  const rows = await ctx.db.tracker.findMany({
    where: removed ? { NOT: { removedAt: null } } : { removedAt: null },
    include: TRACKER_INCLUDE,
    orderBy: [...(removed ? [{ removedAt: "desc" as const }] : []), { name: "asc" }, { id: "asc" }],
  });
  return { items: await presentRows(ctx, rows) };
}

/** Returns a connection for an admin. Throws `forbidden` and `not_found`. */
export async function getTracker(ctx: Ctx, { id }: { id: string }): Promise<Tracker> {
  authorizeGlobally(ctx, "settings.manage");
  return presentTracker(ctx, await loadTracker(ctx, id));
}

/** Returns an address without a slash at its end. Throws `invalid` for one that isn't encrypted, unless it's listed. */
function baseUrlOf(vendor: TrackerRecord["vendor"], asked: string | null): string {
  const address = asked ?? connectorFor({ vendor }).defaultBaseUrl;
  if (address === null) throw invalid("baseUrl", "Enter the address of your site, such as https://acme.atlassian.net");
  const url = new URL(address);
  if (url.protocol === "http:" && !isListedHost(url))
    throw invalid("baseUrl", "Use https://, or list the host in AFTERWORD_PRIVATE_HOSTS");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** The field that a failure is about. Of the others, it is the targets. */
const FIELD_OF: Partial<Record<TrackerFault, string>> = {
  token: "token",
  unreachable: "baseUrl",
  answer: "baseUrl",
  wait: "baseUrl",
};

/** Tries a token on every target. Throws `invalid` with what the tracker says. */
async function checkTargets(vendor: string, targets: readonly string[], at: Omit<Target, "project">) {
  const checks: TargetCheck[] = [];
  for (const project of targets) {
    try {
      checks.push(await connectorFor({ vendor }).check({ ...at, project }));
    } catch (error) {
      if (!(error instanceof TrackerError)) throw error;
      throw invalid(
        FIELD_OF[error.fault] ?? "targets",
        error.fault === "missing" ? `There is no ${project}, or the token can't see it` : error.message,
      );
    }
  }
  return { who: checks[0]?.who.name ?? null, people: checks.flatMap(({ people }) => people) };
}

async function checkTeams({ db }: Ctx, ids: readonly string[] | undefined): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length > 0 && (await db.team.count({ where: { id: { in: wanted }, archivedAt: null } })) < wanted.length)
    throw invalid("teamIds", "One of these teams doesn't exist");
}

/** Connects a tracker once its token has been tried. The token is stored encrypted, and never shown or recorded. */
export async function createTracker(ctx: Ctx, input: InputOf<typeof trackerContract.create>): Promise<Tracker> {
  authorizeGlobally(ctx, "settings.manage");
  const { token, account, baseUrl: asked, ...fields } = input;
  const baseUrl = baseUrlOf(fields.vendor, asked);
  await checkTeams(ctx, fields.teamIds);
  const { who, people } = await checkTargets(fields.vendor, fields.targets, { baseUrl, token, account });
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const id = tx.newId();
    const now = tx.now();
    await tx.db.tracker.create({
      data: {
        ...{ id, ...fields, baseUrl, account, sealedToken: seal(token, id), signedInAs: who, cursor: now },
        ...{ mapping: jsonColumn(firstMapping(fields.vendor)), nextLookAt: now, createdAt: now },
        createdById: actorId(tx.actor),
      },
    });
    await keepPeople(tx, id, people);
    return record(tx, {
      ...{ action: "tracker.connected", id, after: { ...fields, baseUrl, account } },
      answer: async () => presentTracker(tx, await loadTracker(tx, id)),
    });
  });
}

type Change = InputOf<typeof trackerContract.update>;

/** Changes, pauses, connects again, removes or restores a connection. Throws `conflict` for a stale version. */
export async function updateTracker(ctx: Ctx, input: Change): Promise<Tracker> {
  authorizeGlobally(ctx, "settings.manage");
  const reached = await reachAgain(ctx, input);
  const answer = await transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const { id, version, token, paused, removed, mapping, ...fields } = input;
    const before = await loadTracker(tx, id);
    if (removed === false && before.removedAt !== null) await refuseLinkedTwice(tx, before);
    await checkTeams(tx, fields.teamIds);
    const problem = mapping && mappingProblem(mapping, before.vendor as TrackerVendor);
    if (problem) throw invalid("mapping", problem);
    const changed = await tx.db.tracker.updateMany({
      where: { id, version },
      data: {
        ...given(fields),
        ...(mapping === undefined ? {} : { mapping: storedMapping(mappingOf(before), mapping) }),
        ...(paused === undefined ? {} : { pausedAt: paused ? tx.now() : null }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        ...(token === undefined ? {} : { sealedToken: seal(token, id) }),
        ...(reached ? { signedInAs: reached.who, refusedAt: null, problem: null, waitsUntil: null } : {}),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, async () => presentTracker(tx, await loadTracker(tx, id)));
    if (reached) await keepPeople(tx, id, reached.people);
    const isNew = [mapping, token, fields.targets].some((one) => one !== undefined) || reached !== null;
    if (isNew || paused === false || removed === false) await lookAtAll(tx, id);
    if (fields.targets) await sayLeftOut(tx, id, fields.targets);
    const action = removed === undefined ? "tracker.updated" : removed ? "tracker.removed" : "tracker.restored";
    const said = { ...given(fields), ...given({ mapping, paused }) };
    const was = { ...before, paused: before.pausedAt !== null };
    return record(tx, {
      ...{ action, id, before: fieldsOf(was, said), after: { ...said, ...(token ? { tokenChanged: true } : {}) } },
      answer: async () => presentTracker(tx, await loadTracker(tx, id)),
    });
  });
  kickSync();
  return answer;
}

const storedMapping = (before: Mapping, mapping: TrackerMapping) =>
  jsonColumn({ ...mapping, ...formerLabels(before, mapping) });

/**
 * Tries a new token, account or target, or the stored token of a rejected connection if nothing changes. Null if
 * nothing is to be tried.
 */
async function reachAgain(ctx: Ctx, { id, version: _, token, account, targets, ...others }: Change) {
  const before = await loadTracker(ctx, id);
  const isEmpty = Object.values(others).every((one) => one === undefined);
  const isForgotten = before.sealedToken.length === 0;
  if (others.removed === false && isForgotten && token === undefined) throw invalid("token", FORGOTTEN);
  const isNew = token !== undefined || account !== undefined || targets !== undefined;
  if (!isNew && !(isEmpty && before.refusedAt !== null)) return null;
  const stored = token ?? unseal(before.sealedToken, id);
  if (stored === null)
    throw invalid("token", "The stored token can't be read with this server's secret. Enter it again.");
  const at = { baseUrl: before.baseUrl, token: stored, account: account === undefined ? before.account : account };
  return checkTargets(before.vendor, targets ?? before.targets, at);
}

/** Throws `rule` if an issue of a removed connection is linked through another one now. */
async function refuseLinkedTwice(tx: TxCtx, { id, vendor, baseUrl }: TrackerRecord): Promise<void> {
  await lockLinks(tx);
  const [twice] = await tx.db.$queryRaw<{ ref: string; name: string }[]>`
    SELECT other.ref, t.name FROM linked_issue own
      JOIN linked_issue other ON other.remote_id = own.remote_id AND lower(other.target) = lower(own.target)
      JOIN tracker t ON t.id = other.tracker_id
     WHERE own.tracker_id = ${id}::uuid AND own.unlinked_at IS NULL AND other.unlinked_at IS NULL
       AND t.id <> own.tracker_id AND t.removed_at IS NULL AND t.vendor = ${vendor}
       AND lower(t.base_url) = lower(${baseUrl}) LIMIT 1`;
  if (twice) throw refuse("issue_taken", `${twice.ref} is linked through ${twice.name} now. Unlink it there first.`);
}

const FORGOTTEN = "The token was deleted 30 days after the connection was removed. Enter it again.";

/** Deletes the token and the webhook's secret of connections that were removed 30 days ago. Returns how many. */
export async function forgetTrackerTokens(ctx: Ctx): Promise<number> {
  authorizeGlobally(ctx, "settings.manage");
  const before = new Date(ctx.now().getTime() - LOG_DAYS * DAY_MS);
  return transact(ctx, async (tx) => {
    const { count } = await tx.db.tracker.updateMany({
      where: { removedAt: { lt: before }, NOT: { sealedToken: new Uint8Array() } },
      data: { sealedToken: new Uint8Array(), sealedHookSecret: null },
    });
    return unrecorded("a removed connection has no use for it", () => count);
  });
}

/** Says on links into what isn't part of a connection any more that they wait. */
async function sayLeftOut(tx: TxCtx, trackerId: string, targets: readonly string[]): Promise<void> {
  const isReachedThere = { target: { in: [...targets], mode: "insensitive" as const } };
  await tx.db.linkedIssue.updateMany({
    where: { trackerId, unlinkedAt: null, NOT: isReachedThere },
    data: { waiting: LEFT_OUT, claimedUntil: null },
  });
}

const LEFT_OUT = "The connection no longer includes its project. Add the project again, or unlink the issue.";

/** Has every linked issue of a connection read and compared again. */
export async function lookAtAll(tx: TxCtx, trackerId: string): Promise<number> {
  const { count } = await tx.db.linkedIssue.updateMany({
    where: { trackerId, unlinkedAt: null },
    data: { lookAt: tx.now(), nextTryAt: null },
  });
  return count;
}

/** Has values written again that the tracker rejected. */
export async function retryRefused(tx: TxCtx, where: Prisma.LinkedIssueWhereInput): Promise<void> {
  for (const link of await tx.db.linkedIssue.findMany({
    where: { ...where, unlinkedAt: null, NOT: { waiting: null } },
  }))
    if (refusedWords(agreedOf(link)) !== null)
      await tx.db.linkedIssue.update({
        where: { id: link.id },
        data: { agreed: jsonColumn(withoutRefused(agreedOf(link))), claimedUntil: null },
      });
}

/** Makes a new secret for the webhook, or keeps the one that the tracker made. The old one ends at once. */
export async function renewHookSecret(
  ctx: Ctx,
  { id, version, ...asked }: InputOf<typeof trackerContract.renewHookSecret>,
) {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await loadTracker(tx, id);
    const secret = asked.secret ?? newHookSecret();
    const changed = await tx.db.tracker.updateMany({
      where: { id, version },
      data: { sealedHookSecret: seal(secret, `${id} webhook`), version: { increment: 1 } },
    });
    await guardVersion(changed, async () => presentTracker(tx, await loadTracker(tx, id)));
    return record(tx, {
      ...{ action: "tracker.secret_renewed", id },
      answer: async () => ({ secret, tracker: await presentTracker(tx, await loadTracker(tx, id)) }),
    });
  });
}

/** Has all linked issues read now, and looks for changes there. */
export async function lookAtTracker(ctx: Ctx, { id }: InputOf<typeof trackerContract.look>) {
  const answer = await transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    if ((await loadTracker(tx, id)).removedAt !== null) throw notFound();
    await tx.db.tracker.update({ where: { id }, data: { nextLookAt: tx.now(), waitsUntil: null } });
    await retryRefused(tx, { trackerId: id });
    await lookAtAll(tx, id);
    return unrecorded("looking changes nothing", () => ({ done: true }) as const);
  });
  kickSync();
  return answer;
}
