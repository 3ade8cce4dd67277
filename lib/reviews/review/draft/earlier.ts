import { asQuotation, listWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import type { EarlierAction, EarlierIncident } from "./facts.ts";
import { bulletList, type Inline, paragraph } from "./inline.ts";
import { listEvents, type Story } from "./story.ts";

const LONGEST_LIST = 12;

function listed(lead: string, items: readonly (readonly Inline[])[]): DocumentNode[] {
  if (items.length === 0) return [];
  const left = items.length - LONGEST_LIST;
  const more = left > 0 ? [[`${left} more.`]] : [];
  return [paragraph([lead]), bulletList([...items.slice(0, LONGEST_LIST), ...more])];
}

function inCommon({ conditions, services, trigger }: EarlierIncident): string {
  const same = (one: string, names: readonly string[]) =>
    `the same ${names.length === 1 ? one : `${one}s`} (${listWords(names)})`;
  return [
    ...(conditions.length > 0
      ? [
          same(
            "condition",
            conditions.map((name) => asQuotation(name)),
          ),
        ]
      : []),
    ...(services.length > 0 && trigger ? [same("service", services), `again triggered by ${trigger}`] : []),
  ].join(", ");
}

function stateOf({ status, verifiedAt, dueDate }: EarlierAction, startedAt: string): string {
  if (verifiedAt !== null) {
    const before = Date.parse(verifiedAt) < Date.parse(startedAt) ? ", before this incident" : "";
    return `verified on ${dayWords(verifiedAt)}${before}`;
  }
  const due = status === "declined" || dueDate === null ? "" : `, due ${longDay(dueDate)}`;
  return `${ACTION_STATUS_WORDS[status].toLowerCase()}${due}`;
}

/**
 * Earlier incidents with something in common and the reason, the outcome of their actions, and those named by people.
 */
export function writeRecurrence(story: Story): DocumentNode[] {
  const { incidents, actions, startedAt } = story.facts.earlier;
  const quote = (title: string) => asQuotation(story.withoutNames(title));
  return [
    ...listed(
      "Earlier incidents with something in common:",
      incidents.map((one) => [
        `${quote(one.title)} on ${dayWords(one.startedAt)}: ${inCommon(one)} `,
        { noun: "incident", key: one.key },
      ]),
    ),
    ...listed(
      "Their actions on these conditions:",
      actions.map((one) => [`${quote(one.title)}: ${stateOf(one, startedAt)} `, { noun: "action-item", key: one.key }]),
    ),
    ...listed("Named in the timeline:", listEvents(story, ["earlier_incident"])),
  ];
}

/** Work that was known before the incident: from the timeline, and actions and changes on its conditions. */
export function writeBacklog(story: Story): DocumentNode[] {
  const { actions, changes } = story.facts.earlier;
  const quote = (title: string) => asQuotation(story.withoutNames(title));
  return [
    ...listed("Known before the incident:", listEvents(story, ["known_risk", "backlog_item", "design_decision"])),
    ...listed(
      "Open when the incident started:",
      actions
        .filter(({ wasOpen }) => wasOpen)
        .map(({ title, condition, createdAt, key }) => [
          `${quote(title)}, proposed on ${dayWords(createdAt)} for ${asQuotation(condition)} `,
          { noun: "action-item", key },
        ]),
    ),
    ...listed(
      "Strategic changes that were proposed before it:",
      changes.map(({ title, status, createdAt, key }) => [
        `${quote(title)}, proposed on ${dayWords(createdAt)}, now ${CHANGE_STATUS_WORDS[status].toLowerCase()} `,
        { noun: "strategic-change", key },
      ]),
    ),
  ];
}
