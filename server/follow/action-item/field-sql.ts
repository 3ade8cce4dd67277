import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { fieldRule, type HeadedGroup, type QueryField } from "#lib/follow/action-item/query/fields.ts";
import {
  type Condition,
  dateOfValue,
  type Filter,
  isGroup,
  LIST_LIMITS,
  parseFilter,
  QueryProblem,
} from "#lib/follow/action-item/query/filter.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { partOf } from "#server/base/kernel/find-ids.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleSql } from "#server/incidents/incident/index.ts";
import { readerZoneSql } from "#server/people/calendar/index.ts";
import { reviewVisibleSql } from "#server/reviews/review/index.ts";
import { openOnSql } from "./lateness.ts";
import { type LinkedField, linkedSql } from "./linked-sql.ts";

/** A value of a row that can be compared and sorted, and its type in SQL. */
export interface FieldSql {
  value: Prisma.Sql;
  /** All values of a field that an action can have several of. `value` is the first of them. */
  every?: LinkedField;
  type: "text" | "int" | "date" | "uuid" | "bool" | "action_status" | "action_priority" | "action_type";
}

const column = (name: string, type: FieldSql["type"]): FieldSql => ({ value: Prisma.raw(`action_item.${name}`), type });
const COLUMNS = {
  key: column("number", "int"),
  title: column("title", "text"),
  status: column("status", "action_status"),
  priority: column("priority", "action_priority"),
  type: column("type", "action_type"),
  owner: column("owner_id", "uuid"),
  team: column("team_id", "uuid"),
  due: column("due_date", "date"),
  moves: column("due_moves", "int"),
  effort: column("effort_days", "int"),
  asked: column("asked_verifier_id", "uuid"),
  unblocked: column("blocked_until", "date"),
  waived: column("waived_until", "date"),
  description: column("description", "text"),
  done: column("done_when", "text"),
  evidence: {
    value: Prisma.sql`(SELECT string_agg(concat_ws(' ', e.title, e.url, e.text, e.filename), ' ' ORDER BY e.added_at) FROM action_evidence e
      WHERE e.action_item_id = action_item.id AND e.removed_at IS NULL AND e.effect_answer_id IS NULL)`,
    type: "text",
  },
  implementer: column("implemented_by_id", "uuid"),
  verifier: column("verified_by_id", "uuid"),
  blocked: { value: Prisma.sql`(action_item.blocked_reason IS NOT NULL)`, type: "bool" },
  decline: {
    value: Prisma.sql`(CASE WHEN action_item.status = 'declined' THEN action_item.decline_kind::text END)`,
    type: "text",
  },
  basis: {
    value: Prisma.sql`(CASE WHEN action_item.due_date IS NOT NULL
      THEN CASE WHEN action_item.due_basis = 'person' THEN 'person' ELSE 'rule' END END)`,
    type: "text",
  },
  waiver: {
    value: Prisma.sql`(SELECT w.status::text FROM waiver w
      WHERE w.action_item_id = action_item.id
        ORDER BY w.status IN ('requested', 'approved') DESC, w.asked_at DESC, w.id DESC LIMIT 1)`,
    type: "text",
  },
  checklist: {
    value: Prisma.sql`(SELECT CASE WHEN bool_and(k.done_at IS NOT NULL) THEN 'done' ELSE 'open' END
      FROM action_check k WHERE k.action_item_id = action_item.id AND k.removed_at IS NULL HAVING count(*) > 0)`,
    type: "text",
  },
  original: {
    value: Prisma.sql`COALESCE((SELECT m.from_date FROM action_item_due_move m
      WHERE m.action_item_id = action_item.id AND (m.basis IS NULL OR m.reason <> '')
        ORDER BY m.moved_at, m.id LIMIT 1), action_item.due_date)`,
    type: "date",
  },
} satisfies Partial<Record<QueryField, FieldSql>>;
const isColumn = (field: QueryField): field is keyof typeof COLUMNS => Object.hasOwn(COLUMNS, field);

/**
 * Returns what a field is in SQL. A day starts in the time zone of the reader. Incidents and reviews that the actor
 * can't read count as none: neither a filter nor an order leads to them.
 */
export function fieldSql({ actor }: Pick<Ctx, "actor">, field: QueryField, today: LocalDate): FieldSql {
  if (isColumn(field)) return COLUMNS[field];
  switch (field) {
    case "created":
    case "updated":
    case "implemented":
    case "verified":
      return {
        value: Prisma.sql`(${Prisma.raw(`action_item.${field}_at`)} AT TIME ZONE ${readerZoneSql(actor)})::date`,
        type: "date",
      };
    case "late":
      return {
        value: Prisma.sql`(CASE WHEN ${openOnSql(today)} THEN ${today}::date - action_item.late_after END)`,
        type: "int",
      };
    case "incident":
    case "severity": {
      const wanted = Prisma.raw(field === "incident" ? "incident.number" : "incident.severity");
      return {
        value: Prisma.sql`(SELECT ${wanted} FROM incident
          WHERE incident.id = action_item.incident_id AND ${incidentVisibleSql(actor)})`,
        type: "int",
      };
    }
    case "effect":
      return {
        value: Prisma.sql`(CASE WHEN action_item.status <> 'verified' THEN NULL
          WHEN action_item.effect_due_on <= ${today}::date THEN 'due'
          ELSE (SELECT e.answer::text FROM action_effect_answer e WHERE e.action_item_id = action_item.id
            AND e.at >= action_item.verified_at ORDER BY e.at DESC, e.id DESC LIMIT 1) END)`,
        type: "text",
      };
    case "review":
      return {
        value: Prisma.sql`(SELECT review.number FROM review
          WHERE review.id = action_item.review_id AND ${reviewVisibleSql(actor)})`,
        type: "int",
      };
    case "watching":
      return {
        value: Prisma.sql`EXISTS (SELECT FROM action_watcher w
          WHERE w.action_item_id = action_item.id AND w.user_id = ${actorId(actor)}::uuid)`,
        type: "bool",
      };
    default: {
      const every = linkedSql(actor, field);
      const { rows, value, type } = every;
      return { value: Prisma.sql`(SELECT min(${value}) ${rows})`, type, every };
    }
  }
}

/** Returns what a row says about the group that it is in: a month, the code of a choice, or a record with its title. */
export function headingSql(ctx: Pick<Ctx, "actor">, group: HeadedGroup, today: LocalDate): Prisma.Sql {
  const { value, type, every } = fieldSql(ctx, group, today);
  if (every) return Prisma.sql`(SELECT ${every.words} ${every.rows} ORDER BY ${every.value} LIMIT 1)`;
  return type === "date" ? Prisma.sql`date_trunc('month', ${value})::date::text` : Prisma.sql`${value}::text`;
}

/** Returns the SQL condition of a filter. Throws `rule` for one that can't be read, with the field in its message. */
export function filterSql(ctx: Pick<Ctx, "actor">, text: string, today: LocalDate): Prisma.Sql {
  const filter = readOr422(() => parseFilter(text, LIST_LIMITS));
  return filter === null ? Prisma.sql`true` : partSql(ctx, filter, today);
}

/** Reads a query or a part of one. What it can't read is rejected with the name of the field. */
export function readOr422<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryProblem) throw refuse("query_invalid", error.message);
    throw error;
  }
}

function partSql(ctx: Pick<Ctx, "actor">, filter: Filter, today: LocalDate): Prisma.Sql {
  if (!isGroup(filter)) return conditionSql(ctx, filter, today);
  const parts = filter.parts.map((part) => partSql(ctx, part, today));
  return Prisma.sql`(${Prisma.join(parts, filter.join === "and" ? " AND " : " OR ")})`;
}

function conditionSql(ctx: Pick<Ctx, "actor">, condition: Condition, today: LocalDate): Prisma.Sql {
  const { operator, values, field } = condition;
  if (operator === "!=" || operator === "!~") {
    const positive = { ...condition, operator: operator === "!=" ? ("=" as const) : ("~" as const) };
    return Prisma.sql`(${conditionSql(ctx, positive, today)}) IS NOT TRUE`;
  }
  const { value, type, every } = fieldSql(ctx, field, today);
  if (every) return everySql(ctx, condition, every, today);
  if (operator === "~") return Prisma.sql`${value} ILIKE ${partOf(values[0] ?? "")}`;
  if (operator !== "=") {
    const [given] = valuesSql(ctx, condition, type, today);
    return Prisma.sql`${value} ${Prisma.raw(operator)} ${given ?? null}::${Prisma.raw(type)}`;
  }
  const isNone = type === "text" ? Prisma.sql`COALESCE(${value}, '') = ''` : Prisma.sql`${value} IS NULL`;
  const given = valuesSql(ctx, condition, type, today);
  const isGiven =
    type === "uuid" && values.includes("mine")
      ? Prisma.sql`${value} IN (SELECT m.team_id FROM team_member m WHERE m.user_id = ${actorId(ctx.actor)}::uuid)`
      : null;
  const ways = [
    ...(values.includes("none") ? [isNone] : []),
    ...(given.length > 0 ? [equals(value, type, given)] : []),
    ...(isGiven ? [isGiven] : []),
  ];
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, " OR ")})`;
}

/** A condition is true if it is true of any of the values. */
function everySql(
  ctx: Pick<Ctx, "actor">,
  condition: Condition,
  { rows, value, type }: LinkedField,
  today: LocalDate,
): Prisma.Sql {
  const { operator, values } = condition;
  if (operator === "~") return Prisma.sql`EXISTS (SELECT ${rows} AND ${value} ILIKE ${partOf(values[0] ?? "")})`;
  const given = valuesSql(ctx, condition, type, today);
  const ways = [
    ...(values.includes("none") ? [Prisma.sql`NOT EXISTS (SELECT ${rows})`] : []),
    ...(given.length > 0 ? [Prisma.sql`EXISTS (SELECT ${rows} AND ${equals(value, type, given)})`] : []),
  ];
  return Prisma.sql`(${Prisma.join(ways, " OR ")})`;
}

const equals = (value: Prisma.Sql, type: FieldSql["type"], given: readonly Value[]) => {
  const typed = Prisma.raw(type);
  if (type === "text")
    return Prisma.sql`lower(${value}) = ANY(${given.map((one) => String(one).toLowerCase())}::text[])`;
  return given.length === 1
    ? Prisma.sql`${value} = ${given[0]}::${typed}`
    : Prisma.sql`${value} = ANY(${[...given]}::${typed}[])`;
};

type Value = string | number | boolean;

/** The values of a condition as SQL compares them, without those that are conditions of their own. */
const valuesSql = (
  ctx: Pick<Ctx, "actor">,
  { field, values }: Condition,
  type: FieldSql["type"],
  today: LocalDate,
): Value[] =>
  values.flatMap((value): Value | Value[] => {
    const { kind } = fieldRule(field);
    if (value === "none" || (kind === "team" && value === "mine")) return [];
    if (kind === "person" && value === "me") return actorId(ctx.actor) ?? [];
    if (kind === "date") return dateOfValue(value, today) ?? [];
    if (kind === "key") return numberOfKey(value);
    if (type === "int") return Number(value);
    return type === "bool" ? value === "yes" : value;
  });
