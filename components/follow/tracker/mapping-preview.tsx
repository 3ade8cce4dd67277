"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { SYNCED_FIELD_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { TrackerMapping } from "#lib/contract/tracker.ts";

/** The changes that a mapping would make to the linked issues and their actions, before it is saved. */
export function MappingPreview({ trackerId, mapping }: { trackerId: string; mapping: TrackerMapping }) {
  const { data, error, refetch } = useQuery(reads.tracker.preview({ id: trackerId, mapping }));
  if (error) return <NotRead what="the preview" error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Reading the linked issues" />;
  const unread =
    data.unread === 0 ? null : (
      <Note>{countWords(data.unread, "issue")} couldn't be read, so their changes are missing.</Note>
    );
  if (data.items.length === 0)
    return (
      <>
        <Note>No changes on {countWords(data.issues, "linked issue")}.</Note>
        {unread}
      </>
    );
  return (
    <>
      <Table caption="What would change">
        <thead>
          <tr>
            <HeadCell>Changes</HeadCell>
            <HeadCell>Field</HeadCell>
            <HeadCell>From</HeadCell>
            <HeadCell>To</HeadCell>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ actionKey, ref, field, way, from, to }) => (
            <Row key={`${actionKey} ${ref} ${field} ${to}`}>
              <td>
                {way === "to" ? (
                  ref
                ) : (
                  <NextLink className={textStyles.link} href={`/actions/${actionKey}`}>
                    {actionKey}
                  </NextLink>
                )}
              </td>
              <td>{SYNCED_FIELD_WORDS[field]}</td>
              <td className={textStyles.secondary}>{from ?? "none"}</td>
              <td>{to ?? "none"}</td>
            </Row>
          ))}
        </tbody>
      </Table>
      {unread}
    </>
  );
}
