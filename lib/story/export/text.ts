import { wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { INCIDENT_STATUS_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { bodyBeyondTitle } from "#lib/incidents/timeline/story/beyond-title.ts";
import { bundleWords, factsOf, flat } from "./event-words.ts";
import { type ExportStory, openStory } from "./export-story.ts";
import { stampWords } from "./stamps.ts";
import { accountsBelow, type StoryEvent, sourcesBelow } from "./tell-story.ts";
import { timeWords } from "./time-words.ts";

const headline = (event: TimelineEvent, zone: string): string => {
  const marks = [event.pinned ? ", pinned" : "", event.hidden ? ", hidden" : ""].join("");
  return `${timeWords(event, zone)}  ${flat(event.title)}  [E${event.number}, ${wordsOfKind(event.kind)}${marks}]`;
};

const details = (event: TimelineEvent, zone: string): string[] => [
  ...(bodyBeyondTitle(event) === "" ? [] : bodyBeyondTitle(event).split(/\r\n|[\n\r]/)),
  ...factsOf(event, zone).map(({ label, words }) => `${label}: ${words}`),
];

const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`.trimEnd());

const sources = (one: StoryEvent, zone: string) =>
  sourcesBelow(one).map((event) => `The same from ${flat(event.source.label)}: ${headline(event, zone)}`);

function entry(one: StoryEvent, zone: string): string {
  const bundle = bundleWords(one, zone);
  return [
    headline(one.event, zone),
    ...indent([
      ...details(one.event, zone),
      ...(bundle ? [`Repeated: ${bundle}`] : []),
      ...sources(one, zone),
      ...accountsBelow(one).flatMap((account) => [
        `Another account: ${headline(account.event, zone)}`,
        ...indent([...details(account.event, zone), ...sources(account, zone)]),
      ]),
    ]),
  ].join("\n");
}

/** Returns a timeline as plain text, for emails and tickets. */
export function timelineText(story: ExportStory): string {
  const { incident, zone, milestones } = story;
  const { events, about } = openStory(story);
  const until = incident.resolvedAt === null ? "not resolved" : `to ${stampWords(incident.resolvedAt, zone)}`;
  const set = milestones.flatMap(({ name, at, precision, eventNumber, notApplicable }) => {
    const when = timeWords({ at, precision: precision ?? "unknown", endAt: null, uncertaintySeconds: null }, zone);
    if (notApplicable) return [`${MILESTONE_WORDS[name]}: does not apply`];
    return eventNumber === null ? [] : [`${MILESTONE_WORDS[name]}: ${when} (E${eventNumber})`];
  });
  return [
    [
      `Timeline of ${incident.key}: ${flat(incident.title)}`,
      `SEV${incident.severity}, ${INCIDENT_STATUS_WORDS[incident.status].toLowerCase()}, from ${stampWords(incident.startedAt, zone)} ${until}`,
      about,
    ].join("\n"),
    ...(set.length > 0 ? [["Milestones", ...indent(set)].join("\n")] : []),
    ...events.map((one) => entry(one, zone)),
    "",
  ].join("\n\n");
}
