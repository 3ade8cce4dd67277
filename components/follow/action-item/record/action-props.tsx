"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { FactButton } from "#components/ui/fields/value-button.tsx";
import { Who } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Marked } from "#components/ui/labels/marked.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { type Prop, PropsList } from "#components/ui/lists/props-list.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_TYPE_WORDS, DUE_BASIS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { isLongEffort } from "#lib/follow/action-item/effort.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { isOpen, maySteps } from "../edit/steps.ts";
import { levelOf, statusOf } from "../options.tsx";
import styles from "./action-props.module.css";
import { TrackerLink } from "./tracker-link.tsx";

/** The facts of an action item. Each opens its own editor for people who can change it. */
export function ActionProps({ item }: { item: ActionItem }) {
  const today = useToday();
  const status = statusOf(item);
  const { edit, work, moveDate } = item.abilities;
  const items: Prop[] = [
    {
      term: "Status",
      value: (
        <>
          <Value field="status" item={item} may={work || maySteps(item)}>
            <Status kind={status.kind}>{status.words}</Status>
          </Value>
          {item.waivedUntil ? (
            <span className={textStyles.muted}>until {wordsOfDate(item.waivedUntil, today)}</span>
          ) : null}
        </>
      ),
    },
    {
      term: "Owner",
      value: (
        <Value field="owner" item={item} may={edit}>
          <Who name={item.owner?.name ?? null} />
        </Value>
      ),
    },
    ...(item.status === "implemented" || item.verifiedBy
      ? [{ term: "Verifier", value: <Verifier item={item} /> }]
      : []),
    {
      term: "Due",
      value: (
        <Value field="due" item={item} may={moveDate}>
          <Due item={item} today={today} />
        </Value>
      ),
    },
    {
      term: "Priority",
      value: (
        <Value field="priority" item={item} may={edit}>
          <Priority level={levelOf(item.priority)} withLabel={item.priority !== "P0"} />
        </Value>
      ),
    },
    {
      term: "Type",
      value: (
        <Value field="type" item={item} may={edit}>
          {ACTION_TYPE_WORDS[item.type]}
        </Value>
      ),
    },
    {
      term: "Team",
      value: (
        <Value field="team" item={item} may={edit}>
          {item.team?.name ?? <span className={textStyles.muted}>No team</span>}
        </Value>
      ),
    },
    ...(item.effortDays !== null || edit ? [{ term: "Effort", value: <Effort item={item} /> }] : []),
    { term: "From", value: <From item={item} /> },
    ...(item.incident && (edit || item.factors.length > 0)
      ? [{ term: "Factors", value: <FactorNumbers item={item} /> }]
      : []),
    ...(item.changes.length > 0 ? [{ term: "Rolls up to", value: <RollsUpTo changes={item.changes} /> }] : []),
    ...(item.trackerUrl || edit ? [{ term: "Tracker", value: <TrackerLink item={item} /> }] : []),
  ];
  return <PropsList items={items} />;
}

function Value({
  field,
  item,
  may,
  children,
}: {
  field: EditField;
  item: ActionItem;
  may: boolean;
  children: ReactNode;
}) {
  const { edit } = useEditLayer();
  if (!may) return <Marked className={styles.fixed}>{children}</Marked>;
  return (
    <FactButton data-field={field} onClick={(event) => edit(field, [item], event.currentTarget)}>
      {children}
    </FactButton>
  );
}

function Due({ item, today }: { item: ActionItem; today: string }) {
  const days = daysLate(item, today);
  const basis =
    item.dueBasis === "person" ? null : <span className={textStyles.note}>{DUE_BASIS_WORDS[item.dueBasis]}</span>;
  if (item.dueDate === null)
    return (
      <>
        <span className={textStyles.muted}>No date</span>
        {item.dueBasis.startsWith("until") ? basis : null}
      </>
    );
  const { originalDueDate, dueMoves } = item;
  // A policy moves a date too, and that isn't counted.
  const isMoved = dueMoves > 0 || originalDueDate !== item.dueDate;
  const moved = [
    ...(isMoved && originalDueDate ? [`originally ${wordsOfDate(originalDueDate, today)}`] : []),
    ...(dueMoves > 0 ? [`moved ${dueMoves === 1 ? "once" : `${dueMoves} times`}`] : []),
  ];
  return (
    <>
      <span className={cx(textStyles.figure, textStyles.unbroken)}>{wordsOfDate(item.dueDate, today)}</span>
      {days === null ? null : <Late daysLate={days} />}
      {days !== null && days > 0 ? <OverrunBar daysLate={days} /> : null}
      {moved.length > 0 ? <span className={cx(textStyles.note, textStyles.unbroken)}>{moved.join(", ")}</span> : null}
      {basis}
    </>
  );
}

function Verifier({ item }: { item: ActionItem }) {
  const today = useToday();
  const dayOf = useDayOf();
  const { askedVerifier, askedVerifierAt, verifiedBy, status, abilities } = item;
  if (status !== "implemented") return <Who name={verifiedBy?.name ?? null} />;
  return (
    <Value field="verifier" item={item} may={abilities.verify || abilities.work}>
      {askedVerifier ? (
        <>
          <Who name={askedVerifier.name} />
          {askedVerifierAt ? (
            <span className={textStyles.note}>asked {wordsOfDate(dayOf(askedVerifierAt), today)}</span>
          ) : null}
        </>
      ) : (
        <span className={textStyles.muted}>Anyone</span>
      )}
    </Value>
  );
}

function Effort({ item }: { item: ActionItem }) {
  const { change } = useEditLayer();
  const { effortDays, abilities } = item;
  return (
    <>
      <Value field="effort" item={item} may={abilities.edit}>
        {effortDays === null ? (
          <span className={textStyles.muted}>Not estimated</span>
        ) : (
          `${countWords(effortDays, "working day")}, planned`
        )}
      </Value>
      {isLongEffort(effortDays) && isOpen(item) ? (
        <span className={textStyles.note}>
          Over four weeks. A strategic change may fit better.{" "}
          {abilities.edit ? (
            <Button kind="ghost" onClick={() => change([item], { kind: "converted" })}>
              Convert
            </Button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

function From({ item }: { item: ActionItem }) {
  const { incident, review, threadId, abilities } = item;
  if (!incident)
    return (
      <Value field="incident" item={item} may={abilities.edit}>
        <span className={textStyles.muted}>No incident</span>
      </Value>
    );
  return (
    <span className={styles.links}>
      <SevTag level={incident.severity as Severity} />
      <NextLink
        className={cx(textStyles.link, textStyles.figure)}
        href={`/incidents/${incident.key}`}
        title={incident.title}
      >
        {incident.key}
      </NextLink>
      {review ? (
        <NextLink
          className={cx(textStyles.link, textStyles.figure)}
          href={`/reviews/${review.key}`}
          title={review.title}
        >
          {review.key}
        </NextLink>
      ) : null}
      {review && threadId ? (
        <NextLink className={cx(textStyles.link, textStyles.small)} href={`/reviews/${review.key}?thread=${threadId}`}>
          From a comment
        </NextLink>
      ) : null}
      {review === null && abilities.edit ? (
        <Value field="incident" item={item} may>
          <span className={textStyles.visuallyHidden}>Incident</span>
        </Value>
      ) : null}
    </span>
  );
}

function FactorNumbers({ item }: { item: ActionItem }) {
  const numbers = item.factors.map((factor) => factor.number).join(", ");
  return (
    <Value field="factors" item={item} may={item.abilities.edit}>
      {numbers || <span className={textStyles.muted}>None</span>}
    </Value>
  );
}

function RollsUpTo({ changes }: { changes: ActionItem["changes"] }) {
  return (
    <span className={styles.links}>
      {changes.map((change) => (
        <NextLink key={change.key} className={cx(textStyles.link, styles.change)} href={`/strategy/${change.key}`}>
          <Therefore />
          {change.title}
        </NextLink>
      ))}
    </span>
  );
}
