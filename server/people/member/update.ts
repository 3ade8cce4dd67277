import { roleAllows } from "#lib/base/access/can.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { Member, memberContract } from "#lib/contract/member.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config } from "#server/base/process/config.ts";
import { demoAccess } from "#server/people/auth/demo-access.ts";
import { endAllAccess } from "#server/people/auth/end-sessions.ts";
import { MEMBER_SELECT, presentMembers } from "./present.ts";

/**
 * Throws `rule` if these people are all the admins who can still sign in. Locks the admins, so two who leave at the
 * same time can't both go.
 */
async function keepOneAdmin(tx: TxCtx, leavingIds: readonly string[]): Promise<void> {
  const admins = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL
      AND (NOT demo OR ${demoAccess(config()) !== "nobody"}) ORDER BY id FOR NO KEY UPDATE`;
  const leaving = admins.filter(({ id }) => leavingIds.includes(id));
  if (leaving.length > 0 && leaving.length === admins.length) {
    throw refuse("last_admin", "This is the last admin. Make someone else an admin first.");
  }
}

/** Returns one person. Throws `not_found`. */
async function getMember(ctx: Ctx, { id }: { id: string }): Promise<Member> {
  const row = await ctx.db.user.findUnique({ where: { id }, select: MEMBER_SELECT });
  const [member] = await presentMembers(ctx, row ? [row] : []);
  if (!member) throw notFound();
  return member;
}

/**
 * Changes a role or a name, or ends or restores access, all at once. Throws `rule` if no admin would be left, and
 * `conflict` for a stale version.
 */
export async function updateMember(ctx: Ctx, input: InputOf<typeof memberContract.update>): Promise<Member> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const { id, version, role, disabled, name } = input;
    const before = await tx.db.user.findUnique({
      where: { id },
      select: { name: true, role: true, disabledAt: true },
    });
    if (!before) throw notFound();
    if (disabled || (role && !roleAllows(role, "people.manage"))) await keepOneAdmin(tx, [id]);
    const disabledAt = disabled === undefined ? undefined : disabled ? (before.disabledAt ?? tx.now()) : null;
    const read = () => getMember(tx, { id });
    const changed = await tx.db.user.updateMany({
      where: { id, version },
      data: { ...given({ role, name, disabledAt }), version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    const ended = disabled ? await endAllAccess(tx, { userId: id }) : undefined;
    if (!ended?.endedSessions && !ended?.revokedTokens && (disabled !== undefined || role)) {
      await emit(tx, "access.changed", { userId: id });
    }
    return record(tx, {
      action: actionOf(input),
      id,
      before: given({
        name: name && before.name,
        role: role && before.role,
        disabled: disabled === undefined ? undefined : before.disabledAt !== null,
      }),
      after: given({ name, role, disabled, ...ended }),
      answer: read,
    });
  });
}

function actionOf({ disabled, role }: InputOf<typeof memberContract.update>): Change<"member">["action"] {
  if (disabled !== undefined) return disabled ? "member.access_ended" : "member.access_restored";
  return role ? "member.role_changed" : "member.updated";
}
