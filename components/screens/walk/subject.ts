import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Monday } from "#lib/contract/monday.ts";
import type { Promotion } from "#lib/contract/promotion.ts";
import type { Given } from "./use-walk.ts";

/** A subject of the meeting. The key of a proposal is the id of its condition. */
export type Subject = { key: string; title: string } & (
  | { kind: "action"; row: ActionItemRow }
  | { kind: "change"; change: Monday["changes"][number] }
  | { kind: "condition"; promotion: Promotion }
);
export type SubjectKind = Subject["kind"];

export type Outcome = "date" | "help" | "decline" | "waive" | "ask" | "accept" | "set_aside";

export interface OutcomeFields {
  day: LocalDate | null;
  personId: string;
  reason: string;
  mitigation: string;
}

interface OutcomeOption {
  outcome: Outcome;
  kinds: readonly SubjectKind[];
  keys: string;
  name: string;
  /** Follows the name of the item in a toast. */
  done: string;
  needs: string;
}
export const OUTCOMES: readonly OutcomeOption[] = [
  { outcome: "date", kinds: ["action"], keys: "d", name: "New date", done: "new date", needs: "with a reason" },
  {
    outcome: "help",
    kinds: ["action"],
    keys: "h",
    name: "Help needed",
    done: "help needed",
    needs: "from whom, by when",
  },
  {
    outcome: "decline",
    kinds: ["action"],
    keys: "x",
    name: "Decline",
    done: "declined",
    needs: "with the remaining risk",
  },
  {
    outcome: "waive",
    kinds: ["action"],
    keys: "w",
    name: "Waive",
    done: "waiver",
    needs: "with an end date and a mitigation",
  },
  { outcome: "ask", kinds: ["action", "change"], keys: "q", name: "Ask", done: "asked", needs: "a person, by a day" },
  {
    outcome: "accept",
    kinds: ["condition"],
    keys: "a",
    name: "Accept",
    done: "accepted",
    needs: "as a strategic change",
  },
  {
    outcome: "set_aside",
    kinds: ["condition"],
    keys: "x",
    name: "Set aside",
    done: "set aside",
    needs: "with a reason",
  },
];

export const SUBJECT_WORDS: Record<SubjectKind, { one: string; many: string }> = {
  action: { one: "Late action", many: "Late" },
  change: { one: "Strategic change", many: "Changes" },
  condition: { one: "Proposal", many: "Proposals" },
};

/** Returns its name in toasts and the list. */
export const nameOf = ({ kind, key, title }: Pick<Subject, "kind" | "key" | "title">): string =>
  kind === "condition" ? title : key;

/** Returns a subject with the current state of its proposal, if it is still proposed. */
export function asNow(subject: Subject, promotions: readonly Promotion[]): Subject {
  if (subject.kind !== "condition") return subject;
  const promotion = promotions.find(({ condition }) => condition.id === subject.key);
  return promotion ? { ...subject, promotion } : subject;
}

/** Returns what a line of the minutes is about. */
export function notedOf(subject: Subject | undefined): { key?: string; conditionId?: string } {
  if (!subject) return {};
  return subject.kind === "condition" ? { conditionId: subject.key } : { key: subject.key };
}

/** Returns the decision as it is sent. `version` is that of the action now. */
export function givenOf(subject: Subject, outcome: Outcome, version: number, fields: OutcomeFields): Given {
  const { personId, reason, mitigation } = fields;
  const { key } = subject;
  const day = fields.day ?? "";
  switch (outcome) {
    case "date":
      return { outcome, key, version, date: day, reason };
    case "help":
      return { outcome, key, version, until: day, reason, from: { kind: "person", id: personId } };
    case "decline":
      return { outcome, key, version, reason };
    case "waive":
      return { outcome, key, version, until: day, reason, mitigation };
    case "ask":
      return { outcome, key, personId, by: day, reason };
    case "accept":
      return { outcome, conditionId: key };
    case "set_aside": {
      const marks = subject.kind === "condition" ? [...subject.promotion.marks] : [];
      return { outcome, conditionId: key, reason, marks };
    }
  }
}
