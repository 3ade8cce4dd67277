import type { Prisma } from "#generated/prisma/client.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import type { ChannelKind } from "#lib/base/vocabulary/message-delivery.ts";
import type { Channel, channelContract } from "#lib/contract/channel.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { canLeadOut, isListedHost } from "#server/base/outgoing/index.ts";
import { seal } from "#server/base/process/seal.ts";
import { post } from "./post.ts";

const SELECT = {
  ...{ id: true, name: true, teamId: true, host: true, kinds: true, removedAt: true, version: true },
  team: { select: { id: true, name: true } },
} satisfies Prisma.ChannelSelect;
type Row = Prisma.ChannelGetPayload<{ select: typeof SELECT }>;

const present = ({ teamId: _, removedAt, kinds, ...row }: Row): Channel => ({
  ...{ ...row, kinds: kinds as ChannelKind[], removed: removedAt !== null },
});

async function load({ db }: Ctx, id: string): Promise<Row> {
  const row = await db.channel.findUnique({ where: { id }, select: SELECT });
  if (!row) throw notFound();
  return row;
}

/** Returns the channels. For admins. */
export async function listChannels(ctx: Ctx): Promise<{ items: Channel[] }> {
  authorizeGlobally(ctx, "settings.manage");
  const rows = await ctx.db.channel.findMany({
    where: { removedAt: null },
    select: SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return { items: rows.map(present) };
}

/**
 * Returns the host of an address that can be posted to. Whether it leads to a private network is checked on each post again:
 * a name can lead elsewhere by then.
 */
async function hostOf(address: string): Promise<string> {
  const url = new URL(address);
  if (url.protocol === "http:" && !isListedHost(url))
    throw invalid("url", "Use https://, or list the host in AFTERWORD_PRIVATE_HOSTS");
  if (!(await canLeadOut(url)))
    throw invalid(
      "url",
      "This leads to a private network. List its host in AFTERWORD_PRIVATE_HOSTS, or use another address.",
    );
  return url.host;
}

async function checkTeam({ db }: Ctx, teamId: string | null | undefined): Promise<void> {
  if (teamId && (await db.team.count({ where: { id: teamId, archivedAt: null } })) === 0)
    throw invalid("teamId", "This team doesn't exist");
}

/** Adds a channel. Its address is stored encrypted, and never shown or recorded. */
export async function createChannel(
  ctx: Ctx,
  { url, ...fields }: InputOf<typeof channelContract.create>,
): Promise<Channel> {
  authorizeGlobally(ctx, "settings.manage");
  const host = await hostOf(url);
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    await checkTeam(tx, fields.teamId);
    const id = tx.newId();
    const data = { id, ...fields, host, sealedUrl: seal(url, id), createdAt: tx.now() };
    await tx.db.channel.create({ data });
    const after = { ...fields, host };
    return record(tx, { action: "channel.created", id, after, answer: async () => present(await load(tx, id)) });
  });
}

/** Changes, removes or restores a channel. Throws `conflict` for a stale version. */
export async function updateChannel(
  ctx: Ctx,
  { id, version, url, removed, ...fields }: InputOf<typeof channelContract.update>,
): Promise<Channel> {
  authorizeGlobally(ctx, "settings.manage");
  const host = url === undefined ? undefined : await hostOf(url);
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const before = await load(tx, id);
    await checkTeam(tx, fields.teamId);
    const changes = { ...given(fields), ...(host === undefined ? {} : { host }) };
    const changed = await tx.db.channel.updateMany({
      where: { id, version },
      data: {
        ...changes,
        ...(url === undefined ? {} : { sealedUrl: seal(url, id) }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, async () => present(await load(tx, id)));
    const action = removed === undefined ? "channel.updated" : removed ? "channel.removed" : "channel.restored";
    return record(tx, {
      ...{ action, id, before: fieldsOf(before, changes) },
      after: { ...changes, ...(url === undefined ? {} : { addressChanged: true }) },
      answer: async () => present(await load(tx, id)),
    });
  });
}

/** Posts a line to a channel now, and returns what failed in plain words. */
export async function testChannel(
  ctx: Ctx,
  { id }: InputOf<typeof channelContract.test>,
): Promise<{ ok: boolean; message: string }> {
  authorizeGlobally(ctx, "settings.manage");
  const { name, host } = await load(ctx, id);
  try {
    await post(ctx, id, `Afterword can post to ${name}.`);
    return { ok: true, message: `${host} accepted it.` };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
