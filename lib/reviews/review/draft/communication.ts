import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { type Inline, sentences } from "./inline.ts";
import type { Story } from "./story.ts";

const OTHERS: readonly (readonly [EventKind, string])[] = [
  ["internal_update", "internal update"],
  ["support_update", "update to support"],
  ["exec_update", "update to management"],
];

function firstUpdate(story: Story): Inline[] {
  const moment = story.moment("first_public_update");
  if (!moment) return [];
  const fromImpact = story.span("timeToFirstPublicUpdate");
  const fromDeclared = story.span("publicUpdateLag");
  const lags = [
    ...(fromImpact === null ? [] : [`${fromImpact} after the impact started`]),
    ...(fromDeclared === null ? [] : [`${fromDeclared} after the incident was declared`]),
  ];
  return [
    `Customers were first told ${moment.when}`,
    ...moment.cite,
    lags.length === 0 ? "." : `, ${listWords(lags)}.`,
  ];
}

function cadence(story: Story): Inline[] {
  const updates = story.visible.filter(({ kind }) => kind === "public_update");
  if (updates.length < 2) return [];
  const instants = updates.flatMap(({ at, precision }) => (at === null || precision === "day" ? [] : Date.parse(at)));
  const pauses = instants.slice(1).map((at, index) => (at - (instants[index] ?? at)) / 1000);
  const longest = Math.round(Math.max(0, ...pauses) / 60) * 60;
  const number = countWords(updates.length, "public update");
  // The longest gap is known only if every update has a time.
  if (longest === 0 || instants.length < updates.length) return [`${number} went out.`];
  return updates.length === 2
    ? [`${number} went out, ${formatDuration(longest)} apart.`]
    : [`${number} went out. The longest pause between two was ${formatDuration(longest)}.`];
}

function others(story: Story, isFirst: boolean): Inline[] {
  const words = OTHERS.flatMap(([kind, one]) => {
    const count = story.visible.filter((event) => event.kind === kind).length;
    return count === 0 ? [] : countWords(count, one, one.replace("update", "updates"));
  });
  return words.length === 0 ? [] : [`The timeline ${isFirst ? "has" : "also has"} ${listWords(words)}.`];
}

/** Writes when customers were informed, how often, and who else was. */
export function writeCommunication(story: Story): DocumentNode[] {
  const shown = [firstUpdate(story), cadence(story)];
  return sentences([
    ...shown,
    others(
      story,
      shown.every((part) => part.length === 0),
    ),
  ]);
}
