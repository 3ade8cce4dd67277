import {
  ACTION_PRIORITIES,
  ACTION_TYPES,
  type ActionPriority,
  type ActionType,
} from "#lib/base/vocabulary/action-item.ts";
import { type FindingPlace, placeWords } from "./place.ts";

/** An action as the file states it, unchecked. */
interface Stated {
  owner: string | null;
  due: string | null;
  status: "done" | "open" | null;
  ticket: string | null;
  url: string | null;
  type: string | null;
  priority: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Rules by the verb or object of the request. The first match wins. */
const TYPE_BY_WORDS: readonly (readonly [RegExp, ActionType])[] = [
  [/^(?:investigate|find out|understand|look into|discuss|consider|decide|evaluate)\b/i, "investigate"],
  [/\b(?:alert(?:s|ing)?|monitor(?:s|ing)?|dashboard|detect|metric)\b/i, "detect"],
  [/\b(?:runbook|document|training|on-?call|process|review|communicat)/i, "process"],
  [/\b(?:roll ?back|faster|reduce time|capacity|limit|timeout)\b/i, "mitigate"],
];

/** Returns the proposed action: the file's statements as text, and only what is certain as fields. */
export function actionOfFinding(title: string, action: Stated, place: FindingPlace) {
  const { due, url } = action;
  const said = [
    `Listed in ${placeWords(place)}.`,
    action.owner ? `Owner in the file: ${action.owner}.` : "",
    due && !DAY.test(due) ? `Due in the file: ${due}.` : "",
    action.ticket ? `Ticket: ${action.ticket}.` : "",
    action.status === "done" ? "Marked as done in the file. Check it, then mark it as implemented with evidence." : "",
  ];
  return {
    title,
    type: typeOf(title, action),
    priority: priorityOf(action),
    description: said.filter((part) => part !== "").join(" "),
    ...(due && DAY.test(due) ? { dueDate: due } : {}),
    trackerUrl: url && /^https?:\/\/\S+$/.test(url) ? url : null,
  };
}

function typeOf(title: string, { type }: Stated): ActionType {
  const stated = ACTION_TYPES.find((one) => type?.toLowerCase().startsWith(one));
  return stated ?? TYPE_BY_WORDS.find(([pattern]) => pattern.test(title))?.[1] ?? "prevent";
}

const priorityOf = ({ priority }: Stated): ActionPriority =>
  ACTION_PRIORITIES.find((one) => one === priority?.toUpperCase()) ?? "P2";
