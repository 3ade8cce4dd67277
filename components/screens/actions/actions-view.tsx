"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useQueryStates } from "nuqs";
import { type ReactNode, useCallback, useDeferredValue, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import type { Inputs } from "#components/base/api/reads.ts";
import { CreateActionForm } from "#components/follow/action-item/create/create-action-form.tsx";
import { EditLayer } from "#components/follow/action-item/edit/edit-layer.tsx";
import { useAsk } from "#components/follow/action-item/edit/use-ask.tsx";
import { ActionPeek } from "#components/follow/action-item/record/action-peek.tsx";
import type { BoardPlace, BoardProps } from "#components/follow/action-item/table/action-board.tsx";
import { ActionTable } from "#components/follow/action-item/table/action-table.tsx";
import { TrackerBar } from "#components/follow/action-item/table/actions-bar.tsx";
import { TrackerBulk } from "#components/follow/action-item/table/actions-bulk.tsx";
import { TrackerNothing } from "#components/follow/action-item/table/actions-nothing.tsx";
import { problemOfAddress, TRACKER_PARAMS } from "#components/follow/action-item/table/actions-params.ts";
import { TrackerTabs } from "#components/follow/action-item/table/actions-tabs.tsx";
import { VIEW_WORDS } from "#components/follow/action-item/table/actions-views.ts";
import { AgeBar } from "#components/follow/action-item/table/age-bar.tsx";
import { entriesOf } from "#components/follow/action-item/table/list-entries.ts";
import { useIsCounted } from "#components/follow/action-item/table/use-is-counted.ts";
import { useSelection } from "#components/follow/action-item/table/use-selection.ts";
import { useTrackerKeys } from "#components/follow/action-item/table/use-table-keys.ts";
import { ExportMenu } from "#components/follow/saved-view/export-menu.tsx";
import { hrefOf } from "#components/follow/saved-view/href-of.ts";
import { useViews } from "#components/follow/saved-view/use-views.ts";
import { UnsavedChanges, ViewMenu } from "#components/follow/saved-view/view-menu.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import { usePeekHistory } from "#components/ui/page/use-peek-history.ts";
import { Workspace, WorkspaceList } from "#components/ui/page/workspace.tsx";
import { longDay } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { SavedView } from "#lib/contract/saved-view.ts";
import { groupOf, isFiltered, listInputOf, printQuery, QUERY_PARTS } from "#lib/follow/action-item/query/query.ts";

/** A board or a calendar has no rows for the keys of the table, and nothing selected. */
const NO_ROWS: readonly ActionItemRow[] = [];

/** Some thirty sheets of paper. */
const MOST_PRINTED = 1000;

/** The pages of a list. While the next list loads, the last one stays. */
function useActionList(input: Inputs["actionItem"]["list"], enabled: boolean) {
  const list = useInfiniteQuery({ ...reads.actionItem.list(input), enabled });
  const rowsOf = (data = list.data) => data?.pages.flatMap((page) => page.items) ?? [];
  /** Loads pages until the list has this many rows, or all. A page that fails is the last. */
  const loadUpTo = async (count: number) => {
    let [loaded, hasMore] = [rowsOf().length, enabled && list.hasNextPage];
    while (hasMore && loaded < count) {
      const next = await list.fetchNextPage();
      [loaded, hasMore] = [rowsOf(next.data).length, next.hasNextPage && !next.isError];
    }
  };
  return { ...list, rows: rowsOf(), loadUpTo };
}

const useTrackerUrl = () => useQueryStates(TRACKER_PARAMS);

/** The table of actions: views, filters, the list by lateness, and the open action next to it. */
export function ActionTracker() {
  return (
    <EditLayer>
      <Tracker />
    </EditLayer>
  );
}

function Tracker() {
  const [url, setUrl] = useTrackerUrl();
  const problem = problemOfAddress(useSearchParams());
  const today = useToday();
  const dayOf = useDayOf();
  const views = useViews();
  const saved = views.views.find(({ id }) => id === url.saved);
  const search = printQuery(url);
  const isChanged = saved !== undefined && saved.query !== search;
  const mayCreate = useMe()?.may.includes("action.create") ?? false;
  const q = useDeferredValue(url.q);
  const list = useActionList(listInputOf({ ...url, q }, today), url.as === "table");
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const isCounted = useIsCounted(url);
  const rows = url.as === "table" ? list.rows : NO_ROWS;
  const selection = useSelection(rows);
  // A panel opened by the address leaves its row as the current one.
  const [cursor, setCursor] = useState(url.peek);
  const current = rows.findIndex((row) => row.key === (url.peek ?? cursor));
  const peekAt = usePeekHistory({
    ...{ peek: url.peek, list: `${search} ${url.as} ${url.month} ${url.state}` },
    set: (key, history) => {
      if (key) setCursor(key);
      void setUrl({ peek: key }, { history });
    },
  });
  const peek = useCallback((at: number | null) => peekAt(at === null ? null : (rows[at]?.key ?? null)), [rows, peekAt]);
  const move = (at: number) => (url.peek ? peek(at) : setCursor(rows[at]?.key ?? null));
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const onColumns = useCallback((columns: string | null) => void setUrl({ columns }), [setUrl]);
  const create = mayCreate ? () => void setUrl({ new: "1" }) : undefined;
  const { ask, dialog: askDialog } = useAsk();
  useTrackerKeys({
    rows,
    current,
    isPeeking: url.peek !== null,
    selection,
    onMove: move,
    onPeek: peek,
    // Who can't comment can't ask.
    onAsk: mayCreate ? ask : undefined,
    onCreate: create,
  });
  const shape = {
    ...{ query: { ...url, q }, today },
    onPeek: peekAt,
    place: { month: url.month, state: url.state },
    onPlace: (place: Partial<BoardPlace>) => void setUrl(place, { history: "push" }),
  };
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const isAged = url.view === "open" || url.view === "late";
  return (
    <Workspace ref={page} alone={!url.peek}>
      <WorkspaceList aria-label="Actions">
        <Head
          as={url.as}
          onAs={(as) => {
            selection.clear();
            void setUrl({ as: QUERY_PARTS.as.parse(as) });
          }}
          after={
            <ExportMenu query={search} today={today} current={saved} onPrint={() => list.loadUpTo(MOST_PRINTED)} />
          }
          onCreate={create}
        />
        {/* The tabs stay on screen, so paper needs the name and the day of the list. */}
        <p className="print-only">
          {saved?.name ?? VIEW_WORDS[url.view]}, {longDay(today)}
          {hasNextPage && url.as === "table"
            ? `. Only the first ${rows.length} rows are printed. To get them all, export them as CSV.`
            : null}
        </p>
        <TrackerTabs
          view={url.saved ? null : url.view}
          saved={views.views.map((view) => ({
            label: view.name,
            group: GROUP_WORDS[view.scope] ?? view.team?.name,
            href: hrefOf(view),
            count: view.count ?? undefined,
            current: view.id === url.saved,
            changed: view.id === url.saved && isChanged,
          }))}
          after={<ViewMenu views={views} current={saved} query={search} />}
        />
        <TrackerBar query={url} onChange={(query) => void setUrl(query)} />
        {saved && isChanged ? <UnsavedChanges views={views} current={saved} query={search} /> : null}
        {views.list.isError ? (
          <NotRead what="saved views" error={views.list.error} onRetry={() => void views.list.refetch()} />
        ) : null}
        {isAged && url.as === "table" && !isFiltered({ ...url, band: null }) ? (
          <AgeBar band={url.band} onBand={(band) => void setUrl({ band })} />
        ) : null}
        {list.isPending && url.as === "table" ? <SkeletonRows rows={10} label="Loading actions" /> : null}
        {problem !== null ? (
          <ErrorState
            title="Couldn't read the filters in this URL"
            next={`${problem}.`}
            action={<ButtonLink href="/actions?view=open">Show all open actions</ButtonLink>}
          />
        ) : url.as === "board" ? (
          <LaterPart of={BOARD} props={shape} />
        ) : url.as === "calendar" ? (
          <LaterPart of={CALENDAR} props={shape} />
        ) : rows.length > 0 ? (
          <ActionTable
            entries={entriesOf(rows, { today, dayOf }, groupOf(url), hasNextPage, isCounted)}
            today={today}
            columns={url.columns}
            selectedKeys={selection.keys}
            current={current}
            onColumns={onColumns}
            onPeek={peek}
            onCurrent={setCursor}
            onToggle={selection.toggle}
            onEnd={onEnd}
          />
        ) : (
          <TrackerNothing
            list={list}
            view={url.view}
            isFiltered={isFiltered(url)}
            onClear={() => void setUrl({ ...CLEARED })}
            onCreate={create}
          />
        )}
        {isFetchingNextPage ? <SkeletonRows rows={3} label="Loading more actions" /> : null}
      </WorkspaceList>
      {url.peek ? (
        <ActionPeek
          key={url.peek}
          actionKey={url.peek}
          position={isCounted && current >= 0 && !hasNextPage ? { at: current + 1, of: rows.length } : undefined}
          onPrevious={current > 0 ? () => peek(current - 1) : undefined}
          onNext={current >= 0 && current < rows.length - 1 ? () => peek(current + 1) : undefined}
          onClose={() => peek(null)}
        />
      ) : null}
      <TrackerBulk rows={selection.selected} onAsk={mayCreate ? ask : undefined} onClear={selection.clear} />
      {askDialog}
      {url.new && mayCreate ? (
        <CreateActionForm
          preset={{
            ...(url.incident ? { incidentKey: url.incident } : {}),
            ...(url.review ? { reviewKey: url.review } : {}),
          }}
          onDone={() => void setUrl({ new: null })}
          onCancel={() => void setUrl({ new: null })}
        />
      ) : null}
    </Workspace>
  );
}

interface HeadProps {
  as: string;
  onAs: (as: string) => void;
  /** Next to the choice of a shape. */
  after: ReactNode;
  /** Left out for people who can't add actions. */
  onCreate: (() => void) | undefined;
}

function Head({ as, onAs, after, onCreate }: HeadProps) {
  return (
    <PageHead
      title="Actions"
      actions={
        <>
          <Seg label="Shown as" value={as} options={SHAPE_OPTIONS} onChange={onAs} />
          {after}
          {onCreate ? (
            <Button kind="primary" keys="A" icon={<Plus size={14} />} onClick={onCreate}>
              Action
            </Button>
          ) : null}
        </>
      }
    />
  );
}

const GROUP_WORDS: Partial<Record<SavedView["scope"], string>> = { mine: "Only me", everybody: "Everyone" };

const SHAPE_OPTIONS = [
  { value: "table", label: "Table" },
  { value: "board", label: "Board" },
  { value: "calendar", label: "Calendar" },
];

const BOARD = new Later<BoardProps>(
  async () => (await import("#components/follow/action-item/table/action-board.tsx")).ActionBoard,
);
const CALENDAR = new Later<BoardProps>(
  async () => (await import("#components/follow/action-item/table/action-calendar.tsx")).ActionCalendar,
);

const CLEARED = {
  ...{ q: null, status: null, priority: null, type: null, owner: null, team: null },
  ...{ incident: null, review: null, band: null, archived: null, filter: null },
} as const;
