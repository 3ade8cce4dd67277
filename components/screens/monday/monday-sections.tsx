"use client";

import NextLink from "next/link";
import { Fragment } from "react";
import { healthKind } from "#components/follow/strategic-change/options.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Late, Soon } from "#components/ui/labels/late.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_EVIDENCE_KIND_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { rungListed, rungUnfilled } from "#lib/base/vocabulary/ladder.ts";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { Monday } from "#lib/contract/monday.ts";
import styles from "./monday-page.module.css";
import { Line, Part } from "./monday-part.tsx";

type RowsOf<Name extends keyof Monday> = { rows: Monday[Name] };
/** Of more rows than a list contains, how many there are, and what loads more. */
type Capped = { total: number; onMore?: (() => void) | undefined };
type Dated = { today: string };

const actionLine = ({ key, title }: { key: string; title: string }) => ({
  ...{ href: `/actions/${key}`, recordKey: key, title },
});

const changeLine = ({ key, title }: { key: string; title: string }) => ({
  ...{ href: `/strategy/${key}`, recordKey: key, title },
});

/** Asks the owner of an action or a strategic change. Left out for people who only read. */
type Asking = { onAsk: ((key: string) => void) | undefined };

function AskButton({ words, about, onAsk }: { words: string; about: string; onAsk: (key: string) => void }) {
  return (
    <Button kind="ghost" className={styles.ask} aria-label={`${words} about ${about}`} onClick={() => onAsk(about)}>
      {words}
    </Button>
  );
}

/** Before the due date, the owner hasn't been reminded of the action yet. */
const askWords = (rung: Monday["askedNext"][number]["rung"]): string => (rung === "owner_before" ? "Ask" : "Ask again");

/** Reminders due this week, each with its person. */
export function AskedNext({ rows, total, onMore, today, onAsk }: RowsOf<"askedNext"> & Capped & Dated & Asking) {
  return (
    <Part
      id="asked"
      title="Reminders due"
      count={rows.length}
      total={total}
      onMore={onMore}
      note="this week"
      empty="No reminders are due this week."
    >
      {rows.map((row) => (
        <Line
          key={`${row.key} ${row.rung}`}
          {...actionLine(row)}
          day={wordsOfDate(row.day, today)}
          right={
            <>
              {row.to ? `${row.to.name}, ${rungListed(row.rung)}` : rungUnfilled(row.rung)}
              {onAsk ? <AskButton words={askWords(row.rung)} about={row.key} onAsk={onAsk} /> : null}
            </>
          }
        />
      ))}
    </Part>
  );
}

/** Actions whose due date moved in the last 7 days, with both dates and the reason. */
export function Moved({ rows, total, onMore, today }: RowsOf<"moved"> & Capped & Dated) {
  const day = (date: string | null) => (date === null ? "no date" : wordsOfDate(date, today));
  return (
    <Part
      id="moved"
      title="Dates moved"
      count={rows.length}
      total={total}
      onMore={onMore}
      note="in the last 7 days"
      empty="No dates moved."
    >
      {rows.map((row) => (
        <Line
          key={`${row.key} ${row.at}`}
          {...actionLine(row)}
          right={
            row.moves >= 3 ? (
              <span className={textStyles.attention}>moved {row.moves} times</span>
            ) : (
              countWords(row.moves, "move")
            )
          }
          below={`${day(row.from)} to ${day(row.to)}. ${row.reason}`}
        />
      ))}
    </Part>
  );
}

const ACCEPTED_WORDS: Record<Monday["acceptances"][number]["kind"], string> = {
  deferred: "Deferred",
  declined: "Declined",
  left_out: "A part left out",
  narrowed: "Scope reduced",
};

const riskWords = (kind: Monday["acceptances"][number]["kind"], by: string | null): string => {
  if (kind === "deferred") return by ? `${by} owns the risk` : "No one owns the risk";
  return by ? `${by} accepts the risk` : "The risk is accepted";
};

/** Waivers and accepted risks that end within 14 days. */
export function Ending({ waivers, acceptances, today }: Pick<Monday, "waivers" | "acceptances"> & Dated) {
  return (
    <Part
      id="ending"
      title="Ending soon"
      count={waivers.length + acceptances.length}
      note="within 14 days"
      empty="No waivers or accepted risks end soon."
    >
      {waivers.map((row) => (
        <Line
          key={row.key}
          {...actionLine(row)}
          right={<Soon daysLeft={Math.max(0, daysBetween(today, row.until))} />}
          below={`Waiver until ${wordsOfDate(row.until, today)}${row.approvedBy ? `, approved by ${row.approvedBy}` : ""}`}
        />
      ))}
      {acceptances.map(({ key, title, kind, until, riskBy }) => (
        <Line
          key={`${key} ${kind} ${until}`}
          {...changeLine({ key, title })}
          right={
            until < today ? (
              <Late daysLate={daysBetween(until, today)} />
            ) : (
              <Soon daysLeft={daysBetween(today, until)} />
            )
          }
          below={`${ACCEPTED_WORDS[kind]}. ${riskWords(kind, riskBy)} until ${wordsOfDate(until, today)}`}
        />
      ))}
    </Part>
  );
}

/** Open actions that are blocked, each with who or what blocks it. */
export function Blocked({ rows, total, onMore, today }: RowsOf<"blocked"> & Capped & Dated) {
  return (
    <Part
      id="blocked"
      title="Blocked"
      count={rows.length}
      total={total}
      onMore={onMore}
      note="still open"
      empty="No open actions are blocked."
    >
      {rows.map((row) => (
        <Line
          key={row.key}
          {...actionLine(row)}
          right={row.until ? `until ${wordsOfDate(row.until, today)}` : "no date"}
          below={`${row.by ? `By ${row.by}. ` : ""}${row.reason}`}
        />
      ))}
    </Part>
  );
}

/** Actions that were verified in the last 7 days, with the evidence: how it was checked, and by whom. */
export function Verified({ rows, total, onMore }: RowsOf<"verified"> & Capped) {
  return (
    <Part
      id="verified"
      title="Verified"
      count={rows.length}
      total={total}
      onMore={onMore}
      note="in the last 7 days"
      empty="No actions verified."
    >
      {rows.map((row) => (
        <Line
          key={row.key}
          {...actionLine(row)}
          right={
            <>
              {row.by ? `${row.by}, ` : ""}
              <Moment at={row.at} />
            </>
          }
          below={<Evidence shown={row.shown} evidence={row.evidence} />}
        />
      ))}
    </Part>
  );
}

function Evidence({ shown, evidence }: Pick<Monday["verified"][number], "shown" | "evidence">) {
  if (evidence === 0) return "No evidence";
  const pieces = shown.map((piece, at) => ({ ...piece, at }));
  const more = evidence - shown.length;
  return (
    <>
      {pieces.map(({ kind, words, url, method, at }) => (
        <Fragment key={at}>
          {at === 0 ? "" : "; "}
          {method ? `${method}: ` : ""}
          {url ? (
            <a className={cx(textStyles.link, textStyles.breaksAnywhere)} href={url} rel="noreferrer">
              {words.replace(/\.$/, "")}
            </a>
          ) : (
            words.replace(/\.$/, "") || ACTION_EVIDENCE_KIND_WORDS[kind]
          )}
        </Fragment>
      ))}
      {more > 0 ? `, and ${more} more` : ""}
    </>
  );
}

/** Delivered strategic changes whose effect is to be recorded, each with who is asked. */
export function Effects({ rows, today }: RowsOf<"effects"> & Dated) {
  return (
    <Part id="effects" title="Effects to record" count={rows.length} note="due" empty="No effect checks are due.">
      {rows.map(({ dueOn, to, ...row }) => (
        <Line
          key={row.key}
          {...changeLine(row)}
          right={to ? to.name : <span className={textStyles.attention}>no one to ask</span>}
          below={`Asked since ${wordsOfDate(dueOn, today)}`}
        />
      ))}
    </Part>
  );
}

/** Strategic changes in progress that are at risk or stale. */
export function Changes({ rows, onAsk }: RowsOf<"changes"> & Asking) {
  return (
    <Part
      id="changes"
      title="Changes at risk or stale"
      count={rows.length}
      note="in progress"
      empty="All changes are on track."
    >
      {rows.map(({ key, title, health, stale, healthAt, owner, sponsorAsked }) => (
        <Line
          key={key}
          {...changeLine({ key, title })}
          right={
            <>
              {health ? <Status kind={healthKind(health)}>{CHANGE_HEALTH_WORDS[health]}</Status> : "No update"}
              {onAsk && owner ? <AskButton words={stale ? "Ask again" : "Ask"} about={key} onAsk={onAsk} /> : null}
            </>
          }
          below={
            <>
              {stale ? "Stale. " : ""}
              {healthAt ? (
                <>
                  Last update <Moment at={healthAt} />
                </>
              ) : (
                "No update yet"
              )}
              {owner ? `, ${owner.name}` : ""}
              {sponsorAsked ? (
                <>
                  .{" "}
                  <NextLink className={textStyles.link} href={`/strategy/${key}`} aria-label={`Decide on ${key}`}>
                    Decide
                  </NextLink>
                </>
              ) : null}
            </>
          }
        />
      ))}
    </Part>
  );
}

/** Reviews past their deadline. */
export function Reviews({ rows, total, onMore, today }: RowsOf<"reviews"> & Capped & Dated) {
  return (
    <Part
      id="reviews"
      title="Reviews past their deadline"
      count={rows.length}
      total={total}
      onMore={onMore}
      note="not published"
      empty="No late reviews."
    >
      {rows.map(({ key, title, dueAt, owner }) => (
        <Line
          key={key}
          href={`/reviews/${key}`}
          recordKey={key}
          title={title}
          right={<Late daysLate={daysBetween(dueAt, today)} />}
          below={owner ? `Owner ${owner.name}` : "No owner"}
        />
      ))}
    </Part>
  );
}

/** Conditions that are proposed as strategic changes. */
export function Proposals({ rows }: RowsOf<"proposals">) {
  return (
    <Part
      id="proposals"
      title="Proposals waiting"
      count={rows.length}
      note="to accept or set aside"
      empty="No condition is proposed as a strategic change."
    >
      {rows.map(({ condition, incidents, minutes }) => (
        <Line
          key={condition.id}
          href="/strategy/proposals"
          title={condition.name}
          below={`${countWords(incidents, "incident")} in 12 months${minutes === null ? "" : `, ${countWords(Math.round(minutes), "weighted minute")}`}`}
        />
      ))}
    </Part>
  );
}
