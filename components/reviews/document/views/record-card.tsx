import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { isGone } from "#components/base/api/problem.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { cx } from "#components/ui/cx.ts";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { latenessWords } from "#lib/base/time/lateness-words.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { FACTOR_ROLE_WORDS, FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import { INCIDENT_STATUS_WORDS } from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import { CHANGE_HEALTH_WORDS, CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";

/** Words of a card about a record. */
interface Lines {
  title: string;
  state: string;
  /** Owner and dates. Those that are missing are left out. */
  facts: (string | null | undefined)[];
  late?: string | null;
}

interface CardProps<Data> {
  name: string;
  query: { data: Data | undefined; error: unknown; isError: boolean };
  linesOf: (record: Data) => Lines;
}

/** A record in a few lines. Of one that the reader can't open, it only says so. */
function Card<Data>({ name, query: { data, error, isError }, linesOf }: CardProps<Data>) {
  if (isError && isGone(error)) return `${name} doesn't exist, or you don't have access.`;
  if (data === undefined) return isError ? `Couldn't load ${name}. Check your connection.` : `Loading ${name}`;
  const { title, state, facts, late } = linesOf(data);
  const said = facts.filter((fact) => fact).join(", ");
  return (
    <div className={layoutStyles.tightStack}>
      <p className={textStyles.small}>
        <b>{name}</b> <span className={textStyles.muted}>{state}</span>
      </p>
      <p className={textStyles.prose}>{title}</p>
      {said === "" && !late ? null : (
        <Note>
          {said}
          {late ? (
            <span className={cx(textStyles.attention, textStyles.figure)}>
              {said === "" ? "" : ", "}
              {late}
            </span>
          ) : null}
        </Note>
      )}
    </div>
  );
}

interface RecordProps {
  recordKey: string;
}

function ActionCard({ recordKey }: RecordProps) {
  const query = useQuery(reads.actionItem.get(recordKey));
  const today = useToday();
  return (
    <Card
      name={recordKey}
      query={query}
      linesOf={(action) => {
        const days = daysLate(action, today) ?? 0;
        return {
          title: action.title,
          state: action.blockedReason === null ? ACTION_STATUS_WORDS[action.status] : "Blocked",
          facts: [
            action.owner?.name ?? "No owner",
            action.dueDate ? `due ${wordsOfDate(action.dueDate, today)}` : "no due date",
          ],
          late: days > 0 ? latenessWords(days) : null,
        };
      }}
    />
  );
}

function ChangeCard({ recordKey }: RecordProps) {
  const query = useQuery(reads.strategicChange.get(recordKey));
  return (
    <Card
      name={recordKey}
      query={query}
      linesOf={({ title, status, health, owner, targetQuarter }) => ({
        title,
        state: [CHANGE_STATUS_WORDS[status], health && CHANGE_HEALTH_WORDS[health].toLowerCase()]
          .filter(Boolean)
          .join(", "),
        facts: [owner?.name ?? "No owner", targetQuarter ? `planned for ${quarterWords(targetQuarter)}` : null],
      })}
    />
  );
}

function IncidentCard({ recordKey }: RecordProps) {
  const query = useQuery(reads.incident.get(recordKey));
  const today = useToday();
  const dayOf = useDayOf();
  return (
    <Card
      name={recordKey}
      query={query}
      linesOf={({ title, status, severity, startedAt, services }) => ({
        title,
        state: `SEV${severity}, ${INCIDENT_STATUS_WORDS[status].toLowerCase()}`,
        facts: [`started ${wordsOfDate(dayOf(startedAt), today)}`, ...services.map(({ name }) => name)],
      })}
    />
  );
}

function ReviewCard({ recordKey }: RecordProps) {
  const query = useQuery(reads.review.get(recordKey));
  const today = useToday();
  return (
    <Card
      name={recordKey}
      query={query}
      linesOf={({ title, status, dueAt, publishedAt }) => ({
        title,
        state: REVIEW_STATUS_WORDS[status],
        facts: [dueAt && !publishedAt ? `publish by ${wordsOfDate(dueAt, today)}` : null],
      })}
    />
  );
}

function FactorCard({ recordKey }: RecordProps) {
  const { review } = useReviewScope();
  const { data, ...query } = useQuery(reads.factor.ofReview(review.key));
  const factors = data?.items.filter(({ removed }) => !removed);
  const at = factors?.findIndex(({ id }) => id === recordKey) ?? -1;
  if (factors && at < 0) return "This factor was removed.";
  return (
    <Card
      name={at < 0 ? "the factor" : `Factor ${at + 1}`}
      query={{ ...query, data: factors?.[at] }}
      linesOf={({ statement, role, status, actions, changes }) => ({
        title: statement,
        state: `${FACTOR_ROLE_WORDS[role]}, ${FACTOR_STATUS_WORDS[status].toLowerCase()}`,
        facts: [
          actions.length > 0 ? countWords(actions.length, "action") : null,
          changes.length > 0 ? countWords(changes.length, "strategic change") : null,
        ],
      })}
    />
  );
}

const CARDS: Partial<Record<string, (props: RecordProps) => React.ReactNode>> = {
  "action-item": ActionCard,
  "strategic-change": ChangeCard,
  incident: IncidentCard,
  review: ReviewCard,
  factor: FactorCard,
};

/** The record that a chip names: title, state, owner and due date. */
export function RecordCard({ noun, recordKey }: RecordProps & { noun: string }) {
  const Part = CARDS[noun];
  return Part ? <Part recordKey={recordKey} /> : recordKey;
}
