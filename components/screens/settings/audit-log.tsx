"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { type ChangedField, changedFields } from "#components/across/audit/changed-fields.ts";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { problemOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { NothingMatches } from "#components/ui/page/empty-state.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { actionWords, actorWords } from "#lib/across/audit/action-words.ts";
import { nounWords, RECORDED_NOUNS } from "#lib/across/audit/noun-words.ts";
import type { AuditEntry } from "#lib/contract/audit.ts";
import styles from "./audit-log.module.css";

const SHOWN = 2;

/** One change: when, who, what, and the former value. */
function AuditRow({ entry }: { entry: AuditEntry }) {
  const changes = changedFields(entry);
  const sentence = (
    <>
      <Changes changes={changes.slice(0, SHOWN)} />
      {changes.length > SHOWN ? (
        <details>
          <summary className={cx(textStyles.note, textStyles.link)}>{changes.length - SHOWN} more</summary>
          <Changes changes={changes.slice(SHOWN)} />
        </details>
      ) : null}
    </>
  );
  return (
    <tr>
      <td className={cx(textStyles.unbroken, textStyles.secondary)}>
        <Moment at={entry.at} />
      </td>
      <td>{actorWords(entry.actor, entry.actorKind)}</td>
      <td>
        <p>{actionWords(entry.action)}</p>
        {entry.record ? <RecordName {...entry.record} /> : null}
        <div className={styles.sentenceBelow}>{sentence}</div>
      </td>
      <td className={textStyles.wideOnly}>{sentence}</td>
    </tr>
  );
}

function RecordName({ label, href }: { label: string; href: string | null }) {
  return (
    <p className={cx(textStyles.twoLines, textStyles.secondary)}>
      {href ? <TextLink href={href}>{label}</TextLink> : label}
    </p>
  );
}

function Changes({ changes }: { changes: readonly ChangedField[] }) {
  return (
    <ul className={textStyles.small}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={textStyles.muted}>{field}</span>{" "}
          {before === null ? null : (
            <>
              <del>{before}</del> <span className={textStyles.muted}>to</span>{" "}
            </>
          )}
          {after === null ? <span className={textStyles.muted}>none</span> : after}
        </li>
      ))}
    </ul>
  );
}

const OPTIONS = RECORDED_NOUNS.map((value) => ({ value, label: nounWords(value) }));
const FIELDS = [
  { key: "noun", label: "Record", options: OPTIONS.toSorted((one, other) => one.label.localeCompare(other.label)) },
];

/** Who changed what, newest first. */
export function AuditLog() {
  const [noun, setNoun] = useQueryState("noun", parseAsString.withDefault(""));
  const list = useInfiniteQuery(reads.audit.list(noun));
  const { data, error, refetch } = list;
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const refused = problemOf(error)?.code === "forbidden";
  return (
    <Section id="audit" title="Audit log" count="newest first. Entries can't be edited">
      <FilterBar
        fields={FIELDS}
        filters={noun ? [{ field: "noun", values: [noun] }] : []}
        onChange={(filters) => void setNoun(filters[0]?.values[0] ?? null)}
      />
      {refused ? (
        <ErrorState
          title="Only admins can read the audit log"
          next="Ask an admin. Admins are listed in People and roles."
        />
      ) : error && !list.isFetchNextPageError ? (
        <NotRead what="the audit log" error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows label="Loading the audit log" /> : null}
      {data && entries.length === 0 ? (
        <NothingMatches
          title="No matching changes"
          action={noun ? <Button onClick={() => void setNoun(null)}>Show all kinds</Button> : null}
        />
      ) : null}
      {entries.length > 0 ? (
        <Table caption="Changes, newest first" className={styles.log}>
          <thead>
            <tr>
              <HeadCell>When</HeadCell>
              <HeadCell>Who</HeadCell>
              <HeadCell>What</HeadCell>
              <HeadCell className={textStyles.wideOnly}>Details</HeadCell>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </Table>
      ) : null}
      <ShowMore list={list} label="Show older" className={styles.more} />
    </Section>
  );
}
