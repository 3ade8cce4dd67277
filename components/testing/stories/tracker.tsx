import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { EditLayer } from "#components/follow/action-item/edit/edit-layer.tsx";
import { ActionTable } from "#components/follow/action-item/table/action-table.tsx";
import { makeRow } from "#components/follow/action-item/testing/make-row.ts";
import { useTold } from "./frame.tsx";

const ROWS = [makeRow(1, { dueDate: "2026-12-12", originalDueDate: "2026-12-03", dueMoves: 1 }), makeRow(2)];
const NOTHING = () => undefined;

/** The table of actions, whose columns are reported as the address has them. */
export function ColumnsStory() {
  const [client] = useState(() => new QueryClient());
  const [columns, setColumns] = useState<string | null>("*key,title:300,due,team");
  const [told, tell] = useTold();
  return (
    <QueryClientProvider client={client}>
      <EditLayer>
        <ActionTable
          entries={ROWS.map((row, at) => ({ kind: "row", row, at }))}
          today="2026-12-01"
          columns={columns}
          selectedKeys={new Set()}
          current={-1}
          onColumns={(next) => {
            tell(next);
            setColumns(next);
          }}
          onPeek={NOTHING}
          onToggle={NOTHING}
          onEnd={NOTHING}
        />
      </EditLayer>
      {told}
    </QueryClientProvider>
  );
}
