import { Prisma } from "#generated/prisma/client.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

type Data = Prisma.ActionItemUncheckedUpdateManyInput;

/** Each column that a change of several actions can write, with its type. */
const COLUMNS: { [Field in keyof Data]?: readonly [column: string, type: string] } = {
  type: ["type", "action_type"],
  priority: ["priority", "action_priority"],
  status: ["status", "action_status"],
  ownerId: ["owner_id", "uuid"],
  teamId: ["team_id", "uuid"],
  archivedAt: ["archived_at", "timestamptz"],
  climbsAgainAt: ["climbs_again_at", "timestamptz"],
  dueDate: ["due_date", "date"],
  dueBasis: ["due_basis", "due_basis"],
  dueFrom: ["due_from", "date"],
  dueMoves: ["due_moves", "int"],
  policyEdition: ["policy_edition", "int"],
  blockedReason: ["blocked_reason", "text"],
  blockedUntil: ["blocked_until", "date"],
  blockedByPersonId: ["blocked_by_person_id", "uuid"],
  blockedByTeamId: ["blocked_by_team_id", "uuid"],
  implementedById: ["implemented_by_id", "uuid"],
  implementedOwnerId: ["implemented_owner_id", "uuid"],
  implementedAt: ["implemented_at", "timestamptz"],
  askedVerifierId: ["asked_verifier_id", "uuid"],
  askedVerifierAt: ["asked_verifier_at", "timestamptz"],
  verifiedById: ["verified_by_id", "uuid"],
  verifiedAt: ["verified_at", "timestamptz"],
  effectDueOn: ["effect_due_on", "date"],
  declineKind: ["decline_kind", "decline_kind"],
  declineReason: ["decline_reason", "text"],
  declineLink: ["decline_link", "text"],
  waivedUntil: ["waived_until", "date"],
  waivedReason: ["waived_reason", "text"],
};

export interface Written {
  id: string;
  version: number;
  data: Data;
}

/**
 * Writes the columns of several actions, each with columns and values of its own, in one statement. Throws for a column
 * that isn't known here, and if one of the actions has another version: its row must be locked.
 */
export async function writeColumns(tx: TxCtx, rows: readonly Written[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = [...new Set(rows.flatMap(({ data }) => Object.keys(data) as (keyof Data)[]))];
  const values = fields.map((field) => {
    const [column, type] = COLUMNS[field] ?? [];
    if (!column || !type) throw new Error(`several actions can't be written with ${field}`);
    return Prisma.raw(
      `, ${column} = CASE WHEN jsonb_exists(w.data, '${field}') THEN (w.data->>'${field}')::${type} ELSE a.${column} END`,
    );
  });
  const count = await tx.db.$executeRaw`
    UPDATE action_item a SET version = a.version + 1, updated_at = ${tx.now()}
      ${values.length > 0 ? Prisma.join(values, "") : Prisma.empty}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(id uuid, version int, data jsonb)
    WHERE a.id = w.id AND a.version = w.version`;
  if (count !== rows.length) throw new Error("an action changed although its row is locked");
}
