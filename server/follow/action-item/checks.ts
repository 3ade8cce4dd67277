import { z } from "zod";
import { roleAllows } from "#lib/base/access/can.ts";
import { invalid } from "#lib/base/errors.ts";
import type { BLOCKER_KINDS } from "#lib/base/vocabulary/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { type ActionRecord, readableFactors } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

/**
 * Throws `invalid` if this person can't own an action item: unknown, without access, or a viewer, who can't work on it.
 */
export async function checkOwner(ctx: Ctx, ownerId: string | null, field = "ownerId"): Promise<void> {
  const fault = await ownerFault(ctx, ownerId);
  if (fault) throw invalid(field, fault);
}

async function ownerFault(ctx: Ctx, ownerId: string | null): Promise<string | null> {
  if (ownerId === null) return null;
  const owner = await ctx.db.user.findUnique({ where: { id: ownerId }, select: { role: true, disabledAt: true } });
  if (!owner || owner.disabledAt) return "No person with access has this id. Choose from the list of people.";
  return roleAllows(owner.role, "work.own") ? null : "A viewer can't work on actions. Choose someone else.";
}

/** Returns the owner and team of an action for a record that is made from it: null for one who left or is gone. */
export async function inheritable(ctx: Ctx, { ownerId, teamId }: Pick<ActionRecord, "ownerId" | "teamId">) {
  const isTeamThere = teamId !== null && (await ctx.db.team.count({ where: { id: teamId, archivedAt: null } })) > 0;
  return { ownerId: (await ownerFault(ctx, ownerId)) === null ? ownerId : null, teamId: isTeamThere ? teamId : null };
}

/** Throws `invalid` for a team that is unknown or archived. */
export async function checkTeam(ctx: Ctx, teamId: string | null, field = "teamId"): Promise<void> {
  if (teamId === null) return;
  const found = await ctx.db.team.count({ where: { id: teamId, archivedAt: null } });
  if (found === 0) throw invalid(field, "No team has this id. Choose from the list of teams.");
}

/** Throws `invalid` if one of the factors is unknown, removed or hidden from the actor. */
export async function checkFactors(ctx: Ctx, factorIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(factorIds)];
  if (wanted.length === 0) return;
  const found = await ctx.db.factor.count({ where: { AND: [{ id: { in: wanted } }, readableFactors(ctx.actor)] } });
  if (found !== wanted.length) throw invalid("factorIds", "One of these factors does not exist");
}

export type Blocker = { kind: (typeof BLOCKER_KINDS)[number]; id: string };

/** Returns the id of another action. Throws `invalid` for an unknown or hidden one, and for the action itself. */
export async function findOther(ctx: Ctx, ownId: string, key: string, field: string): Promise<string> {
  const where = { AND: [{ number: numberOfKey(key) }, actionItemVisibleTo(ctx.actor)] };
  const found = await ctx.db.actionItem.findFirst({ where, select: { id: true } });
  if (!found) throw invalid(field, `${key} doesn't exist`);
  if (found.id === ownId) throw invalid(field, "Choose a different action");
  return found.id;
}

/**
 * Returns the columns of the person or team that blocks an action; another action is a relation. Throws `invalid` for
 * someone or something unknown or hidden.
 */
export async function blockerColumns(ctx: Ctx, by: Blocker | null) {
  const columns = { blockedByPersonId: null, blockedByTeamId: null };
  if (by === null || by.kind === "action") return columns;
  const isId = z.uuid().safeParse(by.id).success;
  if (by.kind === "team") {
    if (!isId) throw invalid("blockedBy", "No team has this id. Choose from the list of teams.");
    await checkTeam(ctx, by.id, "blockedBy");
    return { ...columns, blockedByTeamId: by.id };
  }
  if (!isId || (await ctx.db.user.count({ where: { id: by.id, disabledAt: null } })) === 0)
    throw invalid("blockedBy", "No person with access has this id. Choose from the list of people.");
  return { ...columns, blockedByPersonId: by.id };
}

/** Returns the incident of an action. Throws `invalid` for an unknown or a hidden one. */
export async function findNamedIncident(ctx: Ctx, key: string): Promise<{ id: string; highestSeverity: number }> {
  const incident = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: { id: true, highestSeverity: true },
  });
  if (!incident) throw invalid("incidentKey", `${key} doesn't exist`);
  return incident;
}

/** Throws `invalid` if the key in the link of a decline names nothing that the actor can read. */
export async function checkLink(ctx: Ctx, link: string): Promise<void> {
  const where = { number: numberOfKey(link) };
  const found = link.startsWith("SC-")
    ? await ctx.db.strategicChange.count({ where })
    : await ctx.db.actionItem.count({ where: { AND: [where, actionItemVisibleTo(ctx.actor)] } });
  if (found === 0) throw invalid("link", `${link} doesn't exist`);
}
