import type { ParseOptions } from "#importers/base/importer.ts";
import type { JsonRecord } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { isWords } from "./fields/field-text.ts";
import { hasOneTime } from "./fields/field-times.ts";
import { describedJob, titleOf, wordsOf } from "./fields/field-title.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, fieldsOf } from "./fields/record-shape.ts";
import { spansInLists, spansInside } from "./inner-span.ts";
import { mayLast } from "./lasting.ts";
import { matterOf } from "./matter.ts";
import { placeAlone, placeInTime } from "./place-in-time.ts";
import { factsOf } from "./record-facts.ts";
import { around, isOfAlert, servicesOf, standingOfRecord } from "./record-state.ts";
import { anyTimesOf } from "./record-words.ts";
import { mayRecur } from "./recurring.ts";
import { saysChanged, saysDone, withEnd } from "./state-words.ts";
import { type FieldTime, firstTime, nameOf, reports, type Told, timeOf } from "./told.ts";
import { actorOf, furtherWords, MOST_WORDS, named, withOutcome, withoutTime } from "./worded.ts";

export interface Around {
  line: number;
  options: ParseOptions;
  /** The subject of a log. */
  subject: string | null;
  /** The objects around the record that contain nothing else. */
  envelopes?: readonly Fields[];
  /** The event that the record, or one inside it, states by a code. */
  code?: Told | null;
  /** Use the time of the delivery, whatever it contains. */
  isAsSent?: boolean;
  /** The record is known to contain no other. */
  isFlat?: boolean;
}

const toldWords = ({ isBare, title }: Told): string | null => (isBare ? null : title);

/** Returns the events of a record: one for each fact with a time. */
export function readFacts(fields: Fields, own: JsonRecord, told: Told | null, where: Around): Outcome[] {
  const { line, options, subject } = where;
  const { record } = fields;
  const code = told ?? where.code ?? null;
  const words = told && record === own ? toldWords(told) : titleOf(fields);
  const matter = where.isAsSent || where.isFlat ? null : matterOf(own, told, options);
  const said = withOutcome(named(words ?? code?.title ?? nameOf(record), code, fields), matter?.outcome ?? null);
  const chosen = matter?.time ?? told?.time ?? lessCertainTime(fields, options);
  if (!chosen || said === null)
    return [{ reject: chosen ? "No field describes what happened." : "No field contains a time." }];
  const title = withoutTime(said, chosen.stated, options);
  const near = where.isFlat ? [fields] : nearest(own, record).map(fieldsOf);
  if (where.envelopes) near.push(...where.envelopes);
  const standing = standingOfRecord(near, title);
  const placed =
    where.isFlat && hasOneTime(fields) && !mayLast(fields) && !mayRecur(fields)
      ? placeAlone(chosen, standing)
      : placeInTime(
          {
            chosen,
            fields: matter?.fields ?? (told ? fieldsOf(own) : fields),
            inner: [...near.slice(1), ...spansInLists(own)],
            standing,
            isAlert: near.some(isOfAlert),
            isWhole: subject === null,
            isDelivered: record !== own || matter !== null || (where.envelopes ?? []).length > 0,
            isDone: () => near.some((one) => known.statesOf(one).some(saysDone)),
            isChanged: () => known.codesOf(fieldsOf(own)).some(saysChanged),
            isSpan: (start, end) => spansInside(own, start, end, options),
          },
          options,
        );
  const id = known.idOf(fields);
  const services = servicesOf(near);
  const about = subject ?? (isWords(title) ? null : (services[0] ?? known.thingOf(fields, title)));
  const called = about && about !== title ? `${title}: ${about}` : title;
  const isName = !isWords(title) || title === describedJob(fields);
  const whole = standing === null && isName ? withEnd(called, near.flatMap(known.statesOf)) : called;
  const texts = wordsOf(fields).slice(0, MOST_WORDS);
  if (!where.isFlat) texts.push(...furtherWords(fields, own, near, placed));
  const more = texts.filter((text) => text !== title && text !== said && text !== "");
  const further = more.length === 0 ? "" : paragraphs(...new Set(more));
  const body = paragraphs(further, factsOf(near, title, `${title}\n${further}`));
  const actor = actorOf(fields, title);
  const url = known.urlOf(fields);
  return placed.map(({ time, end, kind, word }) => ({
    event: makeEvent({
      line,
      time,
      end,
      kind,
      title: word ? `${word}: ${whole}` : whole,
      body,
      actor,
      url,
      externalId: id === null ? null : `${id}@${time.at ?? time.statedText}`,
      services,
    }),
  }));
}

const nearest = (own: JsonRecord, record: JsonRecord): JsonRecord[] =>
  record === own ? around(own) : [own, record, ...around(own).slice(1)];

/** The time of an incomplete record: from a field for it, from any field, or none yet for a report. */
const lessCertainTime = (fields: Fields, options: ParseOptions): FieldTime | null =>
  timeOf(fields, options) ??
  firstTime(
    anyTimesOf(fields.record).map((value) => ({ key: "", value })),
    options,
  ) ??
  (reports(fields.record) ? { key: "", stated: UNKNOWN_TIME } : null);
