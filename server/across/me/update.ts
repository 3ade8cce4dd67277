import { invalid } from "#lib/base/errors.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";
import type { Me, meContract } from "#lib/contract/me.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getMe } from "./get.ts";

/**
 * Changes my name, my time zone, my key settings or the time of my digest. Throws `invalid` for an unknown time zone.
 */
export async function updateMe(ctx: Ctx, input: InputOf<typeof meContract.update>): Promise<Me> {
  return transact(ctx, async (tx) => {
    const { id } = authorizeSelf(tx, "write");
    const change = given({ ...input, timeZone: input.timeZone === undefined ? undefined : zoneOf(input.timeZone) });
    if (Object.keys(change).length === 0) return unrecorded("nothing was asked for", () => getMe(tx));
    const before = await tx.db.user.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ name: "name" in change, timeZone: "timeZone" in change },
        ...{ singleKeys: "singleKeys" in change, digestHour: "digestHour" in change },
        digestDays: "digestDays" in change,
      },
    });
    await tx.db.user.update({ where: { id }, data: { ...change, version: { increment: 1 } } });
    return record(tx, {
      action: "member.profile_changed",
      id,
      before,
      after: change,
      answer: () => getMe(tx),
    });
  });
}

function zoneOf(text: string): string {
  const zone = canonicalZone(text);
  if (zone === null) throw invalid("timeZone", "Unknown time zone. Use a name such as Europe/Dublin or UTC.");
  return zone;
}
