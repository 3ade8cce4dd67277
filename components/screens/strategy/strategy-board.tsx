"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useDeferredValue, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { ChangeRow } from "#components/follow/strategic-change/board/change-row.tsx";
import { StrategyBar } from "#components/follow/strategic-change/board/strategy-bar.tsx";
import { StrategyNothing } from "#components/follow/strategic-change/board/strategy-nothing.tsx";
import { STRATEGY_PARAMS } from "#components/follow/strategic-change/board/strategy-params.ts";
import {
  byQuarter,
  isFiltered,
  listInputOf,
  summaryOf,
  VIEW_WORDS,
  VIEWS,
} from "#components/follow/strategic-change/change-views.ts";
import { CreateChangeForm } from "#components/follow/strategic-change/create-change-form.tsx";
import { ChangePeek } from "#components/follow/strategic-change/record/change-peek.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { rowFocused, useCurrentRow } from "#components/ui/keys/use-current-row.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { usePeekHistory } from "#components/ui/page/use-peek-history.ts";
import { Workspace, WorkspaceList } from "#components/ui/page/workspace.tsx";
import styles from "./strategy-board.module.css";
import { StrategyLinks } from "./strategy-links.tsx";

/** Strategic changes by target quarter, with the open one next to them. */
export function StrategyBoard() {
  const [url, setUrl] = useQueryStates(STRATEGY_PARAMS);
  const router = useRouter();
  const mayCreate = useMe()?.may.includes("change.create") ?? false;
  const q = useDeferredValue(url.q);
  const input = listInputOf(url.view, { ...url, q });
  const list = useInfiniteQuery(reads.strategicChange.list(input));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  // A panel opened by the address leaves its row as the current one.
  const [cursor, setCursor] = useState(url.peek);
  const current = rows.findIndex((row) => row.key === (url.peek ?? cursor));
  const { peek: _, ...place } = url;
  const peek = usePeekHistory({
    ...{ peek: url.peek, list: JSON.stringify(place) },
    set: (key, history) => {
      if (key) setCursor(key);
      void setUrl({ peek: key }, { history });
    },
  });
  const keyAt = (at: number) => rows[at]?.key ?? null;
  const move = (at: number) => (url.peek ? peek(keyAt(at)) : setCursor(keyAt(at)));
  useListKeys({
    current,
    count: rows.length,
    onMove: move,
    onOpen: (at) => router.push(`/strategy/${keyAt(at)}`),
    onPeek: (at) => peek(url.peek ? null : keyAt(at)),
  });
  const section = useRef<HTMLElement>(null);
  useCurrentRow(section, keyAt(current));
  const create = mayCreate ? () => void setUrl({ new: "1" }) : undefined;
  return (
    <>
      <Workspace wide alone={!url.peek}>
        <WorkspaceList
          ref={section}
          className={cx(styles.list, url.peek && styles.besidePanel)}
          aria-label="Strategic changes"
        >
          <PageHead
            className={styles.head}
            title="Strategic changes"
            sub={rows.length > 0 && !list.hasNextPage ? summaryOf(rows) : undefined}
            actions={
              <>
                <StrategyLinks current="table" />
                {create ? (
                  <Button kind="primary" icon={<Plus size={14} />} onClick={create}>
                    Change
                  </Button>
                ) : null}
              </>
            }
          />
          <LinkTabs
            label="Views"
            items={VIEWS.map((view) => ({
              label: VIEW_WORDS[view],
              href: `/strategy?${view === "current" ? "as=table" : `view=${view}`}`,
              current: view === url.view,
            }))}
          />
          <StrategyBar filters={url} onChange={(filters) => void setUrl(filters)} />
          {list.isPending ? <SkeletonRows rows={6} label="Loading strategic changes" /> : null}
          {byQuarter(rows).map((group) => (
            <section key={`${group.label} ${group.rows[0]?.key}`} className={styles.quarter} aria-label={group.label}>
              <h2>
                {group.label}
                <span>{group.rows.length}</span>
              </h2>
              <ul onFocus={rowFocused(setCursor)}>
                {group.rows.map((row) => (
                  <ChangeRow key={row.key} row={row} isCurrent={row.key === keyAt(current)} onPeek={peek} />
                ))}
              </ul>
            </section>
          ))}
          {rows.length === 0 ? (
            <StrategyNothing
              list={list}
              view={url.view}
              isFiltered={isFiltered(url)}
              onClear={() => void setUrl({ q: null, health: null, quarter: null, team: null, archived: null })}
              onCreate={create}
            />
          ) : null}
          <ShowMore list={list} />
        </WorkspaceList>
        {url.peek ? (
          <ChangePeek
            key={url.peek}
            changeKey={url.peek}
            position={current >= 0 && !list.hasNextPage ? { at: current + 1, of: rows.length } : undefined}
            onPrevious={current > 0 ? () => peek(keyAt(current - 1)) : undefined}
            onNext={current >= 0 && current < rows.length - 1 ? () => peek(keyAt(current + 1)) : undefined}
            onClose={() => peek(null)}
          />
        ) : null}
      </Workspace>
      {url.new && mayCreate ? (
        <CreateChangeForm onDone={() => void setUrl({ new: null })} onCancel={() => void setUrl({ new: null })} />
      ) : null}
    </>
  );
}
