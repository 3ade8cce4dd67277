import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { incidentVisibleSql } from "#server/incidents/incident/index.ts";
import { draftVisibleSql, reviewVisibleSql } from "#server/reviews/review/index.ts";
import { actionItemVisibleSql } from "./visible-to.ts";

/** The values of a field that an action can have several of, those that the actor can read. */
export interface LinkedField {
  /** The records of an action from FROM on. Another AND can follow. */
  rows: Prisma.Sql;
  value: Prisma.Sql;
  /** The record in words. */
  words: Prisma.Sql;
  type: "int" | "text";
}

type Linked = "change" | "issue" | "blocks" | "blocker" | "service" | "factor" | "condition";

const numbered = (rows: Prisma.Sql, letters: "SC" | "ACT"): LinkedField => ({
  ...{ rows, type: "int" },
  value: Prisma.sql`o.number`,
  words: Prisma.sql`${`${letters}-`} || o.number || ' ' || o.title`,
});

const named = (rows: Prisma.Sql, text: Prisma.Sql): LinkedField => ({ rows, value: text, words: text, type: "text" });

/** The other actions of a relation. The inner `action_item` is the other one too. */
const blocked = (actor: Actor, own: "from_id" | "to_id", others: "from_id" | "to_id") =>
  numbered(
    Prisma.sql`FROM action_relation r JOIN action_item o ON o.id = r.${Prisma.raw(others)}
      WHERE r.${Prisma.raw(own)} = action_item.id AND r.kind = 'blocks'
        AND EXISTS (SELECT FROM action_item WHERE action_item.id = o.id AND ${actionItemVisibleSql(actor)})`,
    "ACT",
  );

/**
 * The factors that an action addresses, each with its statement: as it is now for people who can read the draft of its
 * review, otherwise as it was published.
 */
const factors = (actor: Actor) => Prisma.sql`FROM (
    SELECT factor.canonical_factor_id, CASE WHEN ${draftVisibleSql(actor)} THEN factor.statement ELSE (
      SELECT row->'cells'->>0 FROM review_version v, jsonb_array_elements(v.blocks->'factors'->'rows') row
      WHERE v.review_id = review.id AND v.number = review.published_number
        AND row->>'key' = factor.id::text LIMIT 1) END AS statement
    FROM action_item_factor l JOIN factor ON factor.id = l.factor_id JOIN review ON review.id = factor.review_id
    WHERE l.action_item_id = action_item.id AND factor.removed_at IS NULL AND ${reviewVisibleSql(actor)}) f
  LEFT JOIN canonical_factor ON canonical_factor.id = f.canonical_factor_id
  WHERE f.statement IS NOT NULL`;

/** Returns the records of a field that an action is linked to. */
export function linkedSql(actor: Actor, field: Linked): LinkedField {
  switch (field) {
    case "change":
      return numbered(
        Prisma.sql`FROM strategic_change o JOIN strategic_change_action l ON l.change_id = o.id
          WHERE l.action_item_id = action_item.id AND o.archived_at IS NULL`,
        "SC",
      );
    case "blocks":
      return blocked(actor, "from_id", "to_id");
    case "blocker":
      return blocked(actor, "to_id", "from_id");
    case "issue":
      return named(
        Prisma.sql`FROM (SELECT action_item.tracker_url AS text UNION SELECT unnest(ARRAY[i.ref, i.url])
            FROM linked_issue i WHERE i.action_item_id = action_item.id AND i.unlinked_at IS NULL) issue
          WHERE issue.text IS NOT NULL`,
        Prisma.sql`issue.text`,
      );
    case "service":
      return named(
        Prisma.sql`FROM incident_service l JOIN service s ON s.id = l.service_id
          JOIN incident ON incident.id = l.incident_id
          WHERE l.incident_id = action_item.incident_id AND ${incidentVisibleSql(actor)}`,
        Prisma.sql`s.name::text`,
      );
    case "factor":
      return named(factors(actor), Prisma.sql`f.statement`);
    case "condition":
      return named(
        Prisma.sql`${factors(actor)} AND canonical_factor.id IS NOT NULL`,
        Prisma.sql`canonical_factor.name`,
      );
  }
}
