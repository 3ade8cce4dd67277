import { useState } from "react";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { GroupRow, HeadCell, Row, type SortState, Table } from "#components/ui/lists/table.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { Specimen } from "./specimen.tsx";

const ROWS = [
  { id: "ACT-124", title: "Drill: rebuild a read replica from nothing", daysLate: 60 },
  { id: "ACT-131", title: "Alert when a backup job writes no object", daysLate: 39 },
  { id: "ACT-133", title: "Give every scheduled job a dead-man's switch", daysLate: 32 },
];

/** A table with sorting, selection and a current row. */
export function TableSheet() {
  const [sort, setSort] = useState<SortState>("descending");
  const [current, setCurrent] = useState(1);
  const [selected, setSelected] = useState(["ACT-133"]);
  const toggle = (id: string | undefined) =>
    id && setSelected(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
  useListKeys({
    current,
    count: ROWS.length,
    onMove: setCurrent,
    onToggle: (at) => toggle(ROWS[at]?.id),
  });
  return (
    <Specimen title="Table" note="J and K move, X selects" wide>
      <Table caption="Late actions">
        <thead>
          <tr>
            <td />
            <HeadCell>ID</HeadCell>
            <HeadCell>
              <span className={textStyles.visuallyHidden}>Priority</span>
            </HeadCell>
            <HeadCell>Action</HeadCell>
            <HeadCell>Owner</HeadCell>
            <HeadCell className={textStyles.wideOnly}>
              <span className={textStyles.visuallyHidden}>Days late</span>
            </HeadCell>
            <HeadCell right sort={sort} onSort={() => setSort(sort === "descending" ? "ascending" : "descending")}>
              Late
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          <GroupRow label="31 to 90 days" count={3} note="With Sam Whitaker, director" span={7} />
          {ROWS.map((row) => (
            <Row key={row.id} current={row.id === ROWS[current]?.id} selected={selected.includes(row.id)}>
              <td>
                <Checkbox
                  aria-label={`Select ${row.id}`}
                  checked={selected.includes(row.id)}
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td className={textStyles.recordKey}>{row.id}</td>
              <td>
                <Priority level={2} />
              </td>
              <th scope="row">{row.title}</th>
              <td>
                <Avatar name="Aiko Mori" />
              </td>
              <td className={textStyles.wideOnly}>
                <OverrunBar daysLate={row.daysLate} />
              </td>
              <td className={textStyles.rightAligned}>
                <Late daysLate={row.daysLate} />
              </td>
            </Row>
          ))}
        </tbody>
      </Table>
    </Specimen>
  );
}
