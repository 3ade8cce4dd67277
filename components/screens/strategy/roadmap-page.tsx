"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, Printer } from "lucide-react";
import NextLink from "next/link";
import { useQueryStates } from "nuqs";
import { Fragment, useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { STRATEGY_PARAMS } from "#components/follow/strategic-change/board/strategy-params.ts";
import { CreateChangeForm } from "#components/follow/strategic-change/create-change-form.tsx";
import { Intake } from "#components/follow/strategic-change/roadmap/intake.tsx";
import { Roadmap } from "#components/follow/strategic-change/roadmap/roadmap.tsx";
import { ROADMAP_GROUPS } from "#components/follow/strategic-change/roadmap/scale.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { StrategyLinks } from "./strategy-links.tsx";

const GROUPS = [
  { value: "team", label: "Team" },
  { value: "theme", label: "Theme" },
];
const groupIn = (value: string) => ROADMAP_GROUPS.find((one) => one === value) ?? null;

/** The changes on a roadmap, and the intake below it. */
export function RoadmapPage() {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const [url, setUrl] = useQueryStates(STRATEGY_PARAMS);
  const mayCreate = useMe()?.may.includes("change.create") ?? false;
  const list = useInfiniteQuery(reads.roadmap.list({ limit: 100, mine: false }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const undated = rows.filter(({ startsOn }) => startsOn === null).length;
  return (
    <Page ref={page}>
      <PageHead
        title="Strategic changes"
        sub={list.isSuccess ? summaryOf(rows) : undefined}
        actions={
          <div className={layoutStyles.wrappingRow}>
            <StrategyLinks current="roadmap" />
            <Seg label="Group by" value={url.by} options={GROUPS} onChange={(by) => void setUrl({ by: groupIn(by) })} />
            <Button kind="ghost" icon={<Printer size={14} />} onClick={() => window.print()}>
              Print
            </Button>
            {mayCreate ? (
              <Button kind="primary" icon={<Plus size={14} />} onClick={() => void setUrl({ new: "1" })}>
                Change
              </Button>
            ) : null}
          </div>
        }
      />
      {list.isPending ? <SkeletonRows rows={6} label="Loading the roadmap" /> : null}
      {list.isError && !list.isFetchNextPageError ? (
        <NotRead what="the roadmap" error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {rows.length > undated ? <Roadmap rows={rows} by={url.by} /> : null}
      <Undated rows={rows.filter(({ startsOn }) => startsOn === null)} />
      {list.isSuccess && rows.length === undated ? (
        <p className={textStyles.muted}>
          No changes with a target quarter yet. Commit to one in the intake, and its bar appears here.
        </p>
      ) : null}
      <ShowMore list={list} />
      <Intake />
      {url.new && mayCreate ? (
        <CreateChangeForm onDone={() => void setUrl({ new: null })} onCancel={() => void setUrl({ new: null })} />
      ) : null}
    </Page>
  );
}

/** Changes that have no bar, because nothing says when they should end. */
function Undated({ rows }: { rows: readonly RoadmapRow[] }) {
  if (rows.length === 0) return null;
  return (
    <p className={textStyles.muted}>
      Without a target quarter:{" "}
      {rows.map(({ key, title }, at) => (
        <Fragment key={key}>
          {at === 0 ? "" : ", "}
          <NextLink className={textStyles.link} href={`/strategy/${key}`} prefetch={false}>
            {key} {title}
          </NextLink>
        </Fragment>
      ))}
    </p>
  );
}

/** Returns "8 changes of 5 teams. 2 behind, 1 ahead, 1 without a recent update." */
function summaryOf(rows: readonly RoadmapRow[]): string | undefined {
  if (rows.length === 0) return undefined;
  const teams = new Set(
    rows.flatMap(({ team, otherTeams }) => [...(team ? [team] : []), ...otherTeams].map(({ id }) => id)),
  ).size;
  const worked = rows.filter(({ status }) => status === "in_progress");
  const count = (of: (row: RoadmapRow) => boolean) => worked.filter(of).length;
  const behind = count(({ pace }) => pace !== null && pace < 0);
  const ahead = count(({ pace }) => pace !== null && pace > 0);
  const silent = count(({ stale }) => stale);
  const first = `${countWords(rows.length, "change")}${teams === 0 ? "" : ` of ${countWords(teams, "team")}`}.`;
  const parts = [
    behind > 0 ? `${behind} behind` : null,
    ahead > 0 ? `${ahead} ahead` : null,
    silent > 0 ? `${silent} without a recent update` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? first : `${first} ${parts.join(", ")}.`;
}
