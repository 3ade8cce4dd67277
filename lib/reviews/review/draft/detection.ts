import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { type Inline, sentences } from "./inline.ts";
import type { Story } from "./story.ts";
import { firstSeen, sinceImpact } from "./summary.ts";

const signalsOf = (story: Story) =>
  story.visible.filter(({ kind }) => kind === "alert_fired" || kind === "customer_report");

/** The earliest signal on the timeline, if it is known. */
function earliestSignal(story: Story): Inline[] {
  const signals = signalsOf(story);
  const [earliest] = signals;
  const when = earliest ? story.when(earliest) : null;
  // A signal without a time could be the earliest.
  if (!earliest || when === null || signals.some((signal) => story.when(signal) === null)) return [];
  return [`The earliest signal on the timeline is ${story.quote(earliest)} ${when} `, { eventId: earliest.id }, "."];
}

function signal(story: Story): Inline[][] {
  const detected = story.moment("detected");
  if (!detected) return [earliestSignal(story)];
  if (!detected.event) return [firstSeen(story)];
  const words = story.quote(detected.event);
  const detectedMs = Date.parse(detected.at);
  const isFirst = signalsOf(story).every(({ at }) => at === null || Date.parse(at) >= detectedMs);
  // An earlier alert on the timeline was first.
  if (!isFirst) {
    const lead = `The incident was detected ${detected.when} with ${words}`;
    return [[lead, ...detected.cite, `${sinceImpact(story)}.`], earliestSignal(story)];
  }
  const first = story.facts.metrics.customerDetected
    ? `The first signal was a customer report ${detected.when}, ${words}`
    : `The first signal was ${words} ${detected.when}`;
  return [[first, ...detected.cite, `${sinceImpact(story)}.`]];
}

function pagedAndTaken(story: Story): Inline[][] {
  const paged = story.moment("paged");
  const taken = story.moment("acknowledged");
  const lag = story.span("timeToAcknowledge");
  const after = lag === null ? "" : `, ${lag} after detection`;
  return [
    paged && paged.event?.id !== story.moment("detected")?.event?.id
      ? [`A person was paged ${paged.when}`, ...paged.cite, "."]
      : [],
    taken ? [`The ${paged ? "page" : "incident"} was acknowledged ${taken.when}`, ...taken.cite, `${after}.`] : [],
  ];
}

function counts(story: Story): Inline[] {
  const count = (kind: string) => story.visible.filter((event) => event.kind === kind).length;
  const [alerts, reports] = [count("alert_fired"), count("customer_report")];
  if (alerts + reports < 2) return [];
  const words = [
    alerts > 0 ? countWords(alerts, "alert") : "",
    reports > 0 ? countWords(reports, "customer report") : "",
  ];
  return [`The timeline has ${listWords(words.filter((word) => word !== ""))}.`];
}

/** How the incident was detected, through what, and how long after the impact started. */
export const writeFirstSignal = (story: Story): DocumentNode[] => sentences(signal(story));

/** When someone was paged and took it, and how many signals there were. */
export const writePaging = (story: Story): DocumentNode[] => sentences([...pagedAndTaken(story), counts(story)]);
