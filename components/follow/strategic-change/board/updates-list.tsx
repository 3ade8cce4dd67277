"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { markOf } from "../options.tsx";
import sections from "../record/change-sections.module.css";
import { UpdateLines } from "../record/health-updates.tsx";

/** The latest update of each change in progress, those without a recent one first. */
export function UpdatesList() {
  const { data, error, isPending, refetch } = useQuery(reads.roadmap.updates());
  if (isPending) return <SkeletonText lines={8} label="Loading updates" />;
  if (error) return <NotRead what="the updates" error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <p className={textStyles.muted}>
        No changes in progress. Once work on a change starts, its latest update appears here.
      </p>
    );
  return (
    <ul className={cx(sections.updates, sections.onPage)}>
      {data.items.map((row) => {
        const mark = markOf(row);
        return (
          <li key={row.key}>
            <h2 className={textStyles.strong}>
              <NextLink className={textStyles.link} href={`/strategy/${row.key}`} prefetch={false}>
                {row.title}
              </NextLink>{" "}
              <span className={textStyles.recordKey}>{row.key}</span>
            </h2>
            <div className={layoutStyles.wrappingRow}>
              <Status kind={mark.kind}>{mark.words}</Status>
              {row.stale ? <Tag dashed>No recent update</Tag> : null}
              <span className={textStyles.note}>
                {row.update ? (
                  <>
                    {row.update.by ? `${row.update.by}, ` : ""}
                    <Moment at={row.update.at} />
                  </>
                ) : (
                  `No update yet${row.owner ? `, ${row.owner.name} owns it` : ""}`
                )}
              </span>
            </div>
            {row.update ? <UpdateLines update={row.update} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
