import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

export const RULE_FIELDS = ["label", "text", "severity", "kind"] as const;
export const RULE_OPERATORS = ["is", "is_one_of", "contains", "starts_with"] as const;
export const RULE_OUTCOMES = ["join", "wait", "ignore"] as const;
export type RuleField = (typeof RULE_FIELDS)[number];
export type RuleOperator = (typeof RULE_OPERATORS)[number];
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

export const RULE_OPERATOR_WORDS: Record<RuleOperator, string> = {
  is: "is",
  is_one_of: "is one of",
  contains: "contains",
  starts_with: "starts with",
};

/** One test of an event. `name` is the label's name if the field is a label. */
export interface RuleCondition {
  field: RuleField;
  name?: string | undefined;
  operator: RuleOperator;
  values: readonly string[];
}

/** Facts that a rule can test. */
export interface RoutedFacts {
  title: string;
  body: string;
  kind: EventKind;
  severity: string | null;
  labels: Readonly<Record<string, string>>;
}

const plain = (text: string) => text.trim().toLowerCase();

function saidIn({ field, name }: RuleCondition, facts: RoutedFacts): string | null {
  if (field === "text") return `${facts.title}\n${facts.body}`;
  if (field === "severity") return facts.severity;
  if (field === "kind") return facts.kind;
  return name !== undefined && Object.hasOwn(facts.labels, name) ? (facts.labels[name] ?? null) : null;
}

/** Returns whether one condition matches, ignoring case. An event without the value never matches. */
export function holds(condition: RuleCondition, facts: RoutedFacts): boolean {
  const value = saidIn(condition, facts);
  if (value === null) return false;
  const said = plain(value);
  return condition.values.map(plain).some((wanted) => {
    if (condition.operator === "contains") return wanted !== "" && said.includes(wanted);
    if (condition.operator === "starts_with") return wanted !== "" && said.startsWith(wanted);
    return said === wanted;
  });
}

/** Returns whether all conditions match. A rule without conditions matches every event. */
export const fits = (conditions: readonly RuleCondition[], facts: RoutedFacts): boolean =>
  conditions.every((condition) => holds(condition, facts));

/** Returns a condition as text: "label team is mail". */
export function conditionWords({ field, name, operator, values }: RuleCondition): string {
  const subject = field === "label" ? `label ${name ?? ""}` : field;
  return `${subject} ${RULE_OPERATOR_WORDS[operator]} ${values.join(", ")}`;
}
