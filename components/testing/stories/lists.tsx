import { useRef, useState } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { useCurrentRow } from "#components/ui/keys/use-current-row.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter } from "#components/ui/lists/filter-field.ts";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { HeadCell, Row, type SortState, Table } from "#components/ui/lists/table.tsx";
import { ButtonTabs, LinkTabs } from "#components/ui/lists/tabs.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import { useLongPress } from "#components/ui/use-long-press.ts";
import { useTold } from "./frame.tsx";

const ACTIONS = ["Add an alert", "Sign the mail", "Name an owner"];

export function TableStory() {
  const list = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState(-1);
  const [selected, setSelected] = useState<number[]>([]);
  const [sort, setSort] = useState<SortState>("none");
  const [told, tell] = useTold();
  useCurrentRow(list, current);
  useListKeys({
    current,
    count: ACTIONS.length,
    onMove: setCurrent,
    onOpen: (at) => tell(`opened ${at}`),
    onPeek: (at) => tell(`peeked at ${at}`),
    onToggle: (at) => setSelected(selected.includes(at) ? selected.filter((one) => one !== at) : [...selected, at]),
    onExtend: (at) => setSelected([...new Set([...selected, current, at])]),
  });
  return (
    <>
      <input aria-label="Filter" />
      <Table caption="Late actions" ref={list}>
        <thead>
          <tr>
            <HeadCell sort={sort} onSort={() => setSort(sort === "ascending" ? "descending" : "ascending")}>
              Title
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {ACTIONS.map((title, at) => (
            <Row key={title} current={at === current} selected={selected.includes(at)}>
              <td>
                <button type="button" data-row onClick={() => tell(`pressed ${at}`)}>
                  {title}
                </button>
              </td>
            </Row>
          ))}
        </tbody>
      </Table>
      {told}
    </>
  );
}

export function TabsStory() {
  const [look, setLook] = useState("list");
  return (
    <>
      <LinkTabs
        label="Views"
        items={[
          { label: "All", href: "/actions" },
          { label: "Mine", href: "/actions/mine", current: true, count: 3 },
          { label: "Late", href: "/actions/late", changed: true },
        ]}
      />
      <ButtonTabs
        label="Sources"
        items={["Files", "Tools", "Text"].map((name) => ({ value: name, label: name, content: `Content of ${name}` }))}
      />
      <Seg
        label="Look"
        value={look}
        onChange={setLook}
        options={[
          { value: "list", label: "List" },
          { value: "board", label: "Board" },
        ]}
      />
    </>
  );
}

/** A row of a list on a phone: a tap opens it, a long press selects it. */
export function LongPressStory() {
  const [told, tell] = useTold();
  const longPress = useLongPress(() => tell("selected"));
  return (
    <>
      <button type="button" {...longPress} onClick={() => tell("opened")}>
        Order the disks
      </button>
      {told}
    </>
  );
}

export function FilterBarStory() {
  const [filters, setFilters] = useState<Filter[]>([]);
  const options = (...names: string[]) => names.map((name) => ({ value: name.toLowerCase(), label: name }));
  return (
    <>
      <FilterBar
        fields={[
          { key: "status", label: "Status", options: options("Open", "Done"), multiple: true },
          { key: "team", label: "Team", options: options("Mail", "Search") },
        ]}
        filters={filters}
        onChange={setFilters}
      />
      <output aria-label="Told">{filters.map(({ field, values }) => `${field}=${values.join("+")}`).join(" ")}</output>
    </>
  );
}

/** A list whose rows leave it, one by one or all at once a moment later. */
export function LeavingRowsStory() {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const [left, setLeft] = useState(ACTIONS);
  return (
    <>
      <button type="button">Outside</button>
      <div ref={page}>
        <ul>
          {left.map((title) => (
            <li key={title}>
              <a href="/actions">{title}</a>
              <button
                type="button"
                aria-label={`Remove ${title}`}
                onClick={() => setLeft(left.filter((one) => one !== title))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
        <button type="button" onClick={() => setTimeout(() => setLeft([]), 50)}>
          Remove all later
        </button>
      </div>
    </>
  );
}

export function RowsStory() {
  return (
    <Rows aria-label="Actions">
      <ListRow current>
        <Status kind="done" name="Verified" />
        <TextLink href="#act-1">Add an alert</TextLink>
      </ListRow>
      <ListRow>
        <Status kind="blocked">Blocked</Status>
        <TextLink href="#act-2">Name an owner</TextLink>
      </ListRow>
    </Rows>
  );
}
