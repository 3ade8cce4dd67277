import { listWords } from "#lib/base/text/sentence.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import {
  FACTOR_ACTOR_WORDS,
  FACTOR_EXPLAINS_WORDS,
  FACTOR_ROLE_WORDS,
  FACTOR_STATUS_WORDS,
} from "#lib/base/vocabulary/factor.ts";
import { INCIDENT_ROLE_WORDS } from "#lib/base/vocabulary/incident.ts";
import { LEARNING_KIND_WORDS, LEARNING_KINDS } from "#lib/base/vocabulary/learning.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import { isColumnShown, type LiveBlockOptions } from "#lib/document/live-block-options.ts";
import { linked, plain, table } from "./markdown-parts.ts";
import type { FrozenReview, ReviewExport } from "./review-export.ts";

/** Returns a table without its empty columns and those that aren't shown, or nothing without rows. */
function filledTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isShown: (column: string) => boolean = () => true,
): string {
  const filled = head.map((name, column) => isShown(name) && rows.some((row) => row[column]?.trim() !== ""));
  const kept = (cells: readonly string[]) => cells.filter((_, column) => filled[column]);
  return rows.length === 0 ? "" : table(kept(head), rows.map(kept));
}

export const factors = ({ factors: rows, eventLabel }: FrozenReview): string =>
  rows
    .map((factor, index) => {
      const evidence = [...new Set(factor.evidence.flatMap((id) => eventLabel(id) ?? []))];
      const shown = evidence.length > 0 ? `Evidence: ${evidence.join(", ")}.` : "No evidence yet.";
      const accepted = factor.acceptedReason === null ? "" : `Accepted: ${plain(factor.acceptedReason)}`;
      const answer = factor.answers.length > 0 ? `Addressed by ${factor.answers.join(", ")}` : accepted;
      const explains = factor.explains.map((part) => FACTOR_EXPLAINS_WORDS[part].toLowerCase());
      const kind = [
        FACTOR_ROLE_WORDS[factor.role],
        FACTOR_STATUS_WORDS[factor.status].toLowerCase(),
        ...(explains.length > 0 ? [`explains ${listWords(explains)}`] : []),
        ...(factor.actedBy === null ? [] : [`acted: ${FACTOR_ACTOR_WORDS[factor.actedBy].toLowerCase()}`]),
      ];
      return [
        `${index + 1}. **${plain(factor.statement)}** (${kind.join(", ")})`,
        ...(factor.detail.trim() ? [`   ${plain(factor.detail).replace(/\n+/g, "\n   ")}`] : []),
        `   ${shown} ${answer === "" ? "Not addressed yet" : answer.replace(/\.$/, "")}.`,
      ].join("\n");
    })
    .join("\n");

/** Learnings by their kind, each kind with a line of its own above. */
export const learnings = ({ learnings: rows, eventLabel }: FrozenReview): string =>
  LEARNING_KINDS.flatMap((kind) => {
    const own = rows.filter((one) => one.kind === kind);
    const items = own.map(({ statement, detail, evidence }) => {
      const labels = [...new Set(evidence.flatMap((id) => eventLabel(id) ?? []))];
      const cited = labels.length > 0 ? ` (${labels.join(", ")})` : "";
      return `- ${plain(statement)}${cited}${detail.trim() ? `\n  ${plain(detail).replace(/\n+/g, "\n  ")}` : ""}`;
    });
    return own.length === 0 ? [] : [`**${LEARNING_KIND_WORDS[kind]}**\n\n${items.join("\n")}`];
  }).join("\n\n");

export const actions = ({ actions: rows, baseUrl }: ReviewExport, options: LiveBlockOptions): string =>
  filledTable(
    ["Key", "Action", "Priority", "Owner", "Due", "Status", "Done when"],
    rows.map((one) => [
      linked(one.key, `/actions/${one.key}`, baseUrl),
      plain(one.title),
      one.priority,
      one.owner === null ? "" : plain(one.owner),
      one.dueDate ?? "",
      one.blockedReason === null ? ACTION_STATUS_WORDS[one.status] : `Blocked: ${plain(one.blockedReason)}`,
      plain(one.doneWhen),
    ]),
    (column) => isColumnShown("actions", column, options),
  );

export const changes = ({ changes: rows, baseUrl }: ReviewExport, options: LiveBlockOptions): string =>
  filledTable(
    ["Key", "Strategic change", "Target", "Owner", "Status"],
    rows.map((one) => [
      linked(one.key, `/strategy/${one.key}`, baseUrl),
      plain(one.title),
      one.targetQuarter ?? "",
      one.owner === null ? "" : plain(one.owner),
      CHANGE_STATUS_WORDS[one.status],
    ]),
    (column) => isColumnShown("changes", column, options),
  );

export const roles = ({ incident }: ReviewExport): string =>
  filledTable(
    ["Role", "Person"],
    incident.roles.map(({ role, name }) => [INCIDENT_ROLE_WORDS[role], plain(name)]),
  );
