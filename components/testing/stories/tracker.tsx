import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { EditLayer } from "#components/follow/action-item/edit/edit-layer.tsx";
import { ActionBoard, type BoardPlace } from "#components/follow/action-item/table/action-board.tsx";
import { ActionTable } from "#components/follow/action-item/table/action-table.tsx";
import { columnInputOf } from "#components/follow/action-item/table/board-columns.ts";
import { ColumnsMenu } from "#components/follow/action-item/table/columns-menu.tsx";
import { BOARD_STATUSES } from "#components/follow/action-item/table/drop-rule.ts";
import { FilterEditor } from "#components/follow/action-item/table/filter-editor.tsx";
import { makeRow } from "#components/follow/action-item/testing/make-row.ts";
import { EMPTY_QUERY } from "#lib/follow/action-item/query/query.ts";
import { useTold } from "./frame.tsx";

const ROWS = [makeRow(1, { dueDate: "2026-12-12", originalDueDate: "2026-12-03", dueMoves: 1 }), makeRow(2)];
const NOTHING = () => undefined;

/** The table of actions, whose columns are reported as the address has them, next to their menu. */
function Columns({ first }: { first: string | null }) {
  const [client] = useState(() => new QueryClient());
  const [columns, setColumns] = useState(first);
  const [told, tell] = useTold();
  const change = (next: string | null) => {
    tell(next);
    setColumns(next);
  };
  return (
    <QueryClientProvider client={client}>
      <EditLayer>
        <ActionTable
          entries={ROWS.map((row, at) => ({ kind: "row", row, at }))}
          today="2026-12-01"
          columns={columns}
          selectedKeys={new Set()}
          current={-1}
          onColumns={change}
          onPeek={NOTHING}
          onCurrent={NOTHING}
          onToggle={NOTHING}
          onEnd={NOTHING}
        />
      </EditLayer>
      <ColumnsMenu columns={columns} onChange={change} />
      {told}
    </QueryClientProvider>
  );
}

export const ColumnsStory = () => <Columns first="*key,title:300,due,team" />;
export const UsualColumnsStory = () => <Columns first={null} />;
export const PinnedColumnsStory = () => <Columns first="*key:100,title:300,*due:150,team:900,type:900,*moves:64" />;

const TODAY = "2026-12-01";
const BOARD = { ...EMPTY_QUERY, as: "board", group: "team" } as const;
const named = (name: string) => ({ id: name, name });
const [FILES, MAIL, PAYMENTS] = [named("Files"), named("Mail"), named("Payments")];
const CARDS = [
  makeRow(1, { status: "accepted", team: FILES }),
  makeRow(2, { status: "accepted", team: FILES }),
  makeRow(3, { status: "accepted", team: PAYMENTS }),
  makeRow(4, { status: "in_progress", team: MAIL }),
  makeRow(5, { status: "in_progress", team: PAYMENTS }),
  makeRow(6, { status: "implemented", priority: "P1", team: MAIL, askedVerifier: named("Priya Raman") }),
  makeRow(7, { status: "implemented", priority: "P1", team: PAYMENTS }),
  makeRow(8, { status: "implemented", priority: "P2", team: PAYMENTS }),
];

/** The board of actions, in lanes by team. */
export function BoardStory() {
  const [place, setPlace] = useState<BoardPlace>({ month: null, state: null });
  const [client] = useState(() => {
    const made = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    for (const status of BOARD_STATUSES) {
      const { queryKey } = reads.actionItem.list(columnInputOf(BOARD, status, TODAY));
      const items = CARDS.filter((card) => card.status === status);
      made.setQueryData(queryKey, { pages: [{ items, nextCursor: null }], pageParams: [undefined] });
    }
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <EditLayer>
        <ActionBoard
          query={BOARD}
          today={TODAY}
          place={place}
          onPlace={(to) => setPlace((now) => ({ ...now, ...to }))}
          onPeek={NOTHING}
        />
      </EditLayer>
    </QueryClientProvider>
  );
}

/** The editor of a filter, which is reported as the address has it. */
export function FilterEditorStory() {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [filter, setFilter] = useState("team=mine and status!=verified and (due<today or moves>=3)");
  const [told, tell] = useTold();
  const change = (next: string) => {
    tell(next);
    setFilter(next);
  };
  return (
    <QueryClientProvider client={client}>
      <FilterEditor query={{ ...EMPTY_QUERY, filter }} onChange={change} />
      {told}
    </QueryClientProvider>
  );
}
