"use client";

import { ArrowDownUp, Columns3 } from "lucide-react";
import { useState } from "react";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Chip, ChipButton, ChipPart } from "#components/ui/labels/chip.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter, FilterField } from "#components/ui/lists/filter-field.ts";
import { FormPopover } from "#components/ui/overlays/form-popover.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { ACTION_STATUS_WORDS, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { QUERY_FIELD_NAMES, QUERY_FIELDS, QUERY_GROUPS } from "#lib/follow/action-item/query/fields.ts";
import { conditionsOf, parseFilter } from "#lib/follow/action-item/query/filter.ts";
import {
  BANDS,
  type Band,
  groupOf,
  lanesOf,
  QUERY_PARTS,
  sortOf,
  type TrackerQuery,
} from "#lib/follow/action-item/query/query.ts";
import { PRIORITY_OPTIONS, TYPE_OPTIONS } from "../options.tsx";
import { usePeople, useTeams } from "../use-people.ts";
import { chipsOf, filtersOf } from "./actions-filters.ts";
import type { ColumnsMenuProps } from "./columns-menu.tsx";
import type { FilterEditorProps } from "./filter-editor.tsx";
import { useFilterWords } from "./filter-words.ts";

const BAND_WORDS: Record<Band, string> = {
  onTime: "not late",
  d1to7: "1 to 7 d late",
  d8to30: "8 to 30 d late",
  d31to90: "31 to 90 d late",
  over90: "over 90 d late",
};

const COLUMNS_MENU = new Later<ColumnsMenuProps>(async () => (await import("./columns-menu.tsx")).ColumnsMenu);
const FILTER_EDITOR = new Later<FilterEditorProps>(async () => (await import("./filter-editor.tsx")).FilterEditor);

const SORT_OPTIONS = [
  { value: "due", label: "Most late" },
  { value: "priority", label: "Priority, then most late" },
  { value: "newest", label: "Newest" },
  ...QUERY_FIELD_NAMES.map((field) => ({ value: `${field},key`, label: QUERY_FIELDS[field].label })),
];
const GROUP_OPTIONS = [
  { value: "none", label: "None" },
  ...QUERY_GROUPS.map((field) => ({ value: field, label: QUERY_FIELDS[field].label })),
];

interface TrackerBarProps {
  query: TrackerQuery;
  onChange: (query: Partial<TrackerQuery>) => void;
}

/** Search, chips, conditions, group and order of the list. */
export function TrackerBar({ query, onChange }: TrackerBarProps) {
  const fields = useFields(query);
  const [isEditing, setEditing] = useState(false);
  // A chip that was just added has no value yet, so it can't be in the URL.
  const [fresh, setFresh] = useState<Filter | null>(null);
  const chips = chipsOf(query);
  const isFreshOpen = fresh !== null && !chips.some((chip) => chip.field === fresh.field);
  const change = (next: Filter[]) => {
    setFresh(next.find((chip) => chip.values.length === 0) ?? null);
    onChange(filtersOf(next));
  };
  return (
    <>
      <PrintedQuery query={query} />
      <FilterBar
        fields={fields}
        filters={isFreshOpen ? [...chips, fresh] : chips}
        onChange={change}
        left={
          <FindField
            label="Find actions"
            maxLength={LENGTHS.search}
            value={query.q}
            onChange={(q) => onChange({ q })}
          />
        }
        right={
          <>
            <ConditionsChip
              isEditing={isEditing}
              filter={query.filter}
              onToggle={() => setEditing(!isEditing)}
              onRemove={() => onChange({ filter: "" })}
            />
            {query.as === "calendar" ? null : <GroupMenu query={query} onChange={onChange} />}
            {query.as === "calendar" ? null : <SortMenu query={query} onChange={onChange} />}
            {query.as === "table" ? (
              <FormPopover
                label="Columns"
                align="end"
                trigger={
                  <ChipButton>
                    <Columns3 size={14} />
                    Columns
                  </ChipButton>
                }
              >
                <LaterPart
                  of={COLUMNS_MENU}
                  props={{ columns: query.columns, onChange: (columns) => onChange({ columns }) }}
                />
              </FormPopover>
            ) : null}
          </>
        }
      />
      {isEditing ? (
        <LaterPart of={FILTER_EDITOR} props={{ query, onChange: (filter) => onChange({ filter }) }} />
      ) : null}
    </>
  );
}

const labelIn = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

interface ConditionsChipProps {
  isEditing: boolean;
  filter: string;
  onToggle: () => void;
  onRemove: () => void;
}

function ConditionsChip({ isEditing, filter, onToggle, onRemove }: ConditionsChipProps) {
  if (filter === "")
    return (
      <ChipButton dashed aria-expanded={isEditing} onClick={onToggle}>
        Advanced filter
      </ChipButton>
    );
  return (
    <Chip className="noprint" remove={{ label: "Remove advanced filter", run: onRemove }}>
      <ChipPart aria-expanded={isEditing} onClick={onToggle}>
        Advanced filter{sizeWords(filter)}
      </ChipPart>
    </Chip>
  );
}

/** The search and the advanced filter as a sentence, for paper. The chips print as they are. */
function PrintedQuery({ query: { q, filter } }: Pick<TrackerBarProps, "query">) {
  const wordsOf = useFilterWords();
  const parsed = filterIn(filter);
  const words = [...(q.trim() ? [`Search is “${q.trim()}”.`] : []), ...(parsed ? [wordsOf(parsed)] : [])];
  return words.length > 0 ? <p className="print-only">{words.join(" ")}</p> : null;
}

/** Returns how many conditions a filter has. Of one that can't be read, the list says what is wrong. */
function sizeWords(filter: string): string {
  const parsed = filterIn(filter);
  return parsed ? `, ${countWords(conditionsOf(parsed).length, "condition")}` : "";
}

function filterIn(text: string): ReturnType<typeof parseFilter> {
  try {
    return parseFilter(text);
  } catch {
    return null;
  }
}

/** The field by which the table is grouped, or which divides the columns of the board into lanes. */
function GroupMenu({ query, onChange }: TrackerBarProps) {
  const label = query.as === "board" ? "Lanes" : "Group";
  const value = (query.as === "board" ? lanesOf(query) : groupOf(query)) ?? "none";
  return (
    <ValueMenu
      label={label}
      align="end"
      value={value}
      options={GROUP_OPTIONS}
      onChange={(next) => onChange({ group: QUERY_PARTS.group.parse(next) })}
      trigger={
        <ChipButton>
          <span className={textStyles.muted}>{label}</span>
          {labelIn(GROUP_OPTIONS, value)}
        </ChipButton>
      }
    />
  );
}

/** The field of an order, and a button that reverses it. The usual orders have one direction. */
function SortMenu({ query, onChange }: TrackerBarProps) {
  const sort = sortOf(query);
  const field = sort.replace(/^-/, "");
  const value = SORT_OPTIONS.some((option) => option.value === field) ? field : `${field.split(",")[0]},key`;
  return (
    <>
      <ValueMenu
        label="Order"
        align="end"
        value={value}
        options={SORT_OPTIONS}
        onChange={(next) => onChange({ sort: next })}
        trigger={
          <ChipButton>
            <span className={textStyles.muted}>Order</span>
            {labelIn(SORT_OPTIONS, value)}
          </ChipButton>
        }
      />
      {sort.includes(",") ? (
        <IconButton
          label="Reverse order"
          icon={<ArrowDownUp size={14} />}
          aria-pressed={sort.startsWith("-")}
          onClick={() => onChange({ sort: sort.startsWith("-") ? field : `-${sort}` })}
        />
      ) : null}
    </>
  );
}

const ME = { value: "me", label: "Me" };
const MINE = { value: "mine", label: "My teams" };
const NONE = { value: "none", label: "None" };

function useFields({ incident, review }: TrackerQuery): FilterField[] {
  const people = usePeople();
  const teams = useTeams();
  return [
    { key: "owner", label: "Owner", options: [ME, ...people.options, NONE], multiple: true },
    { key: "team", label: "Team", options: [MINE, ...teams.options, NONE], multiple: true },
    {
      key: "status",
      label: "Status",
      options: ACTION_STATUSES.map((value) => ({ value, label: ACTION_STATUS_WORDS[value] })),
      multiple: true,
    },
    { key: "priority", label: "Priority", options: PRIORITY_OPTIONS, multiple: true },
    { key: "type", label: "Type", options: TYPE_OPTIONS, multiple: true },
    { key: "band", label: "Due", options: BANDS.map((value) => ({ value, label: BAND_WORDS[value] })) },
    { key: "archived", label: "Archived", options: [{ value: "true", label: "yes" }] },
    ...(incident ? [{ key: "incident", label: "Incident", options: [{ value: incident, label: incident }] }] : []),
    ...(review ? [{ key: "review", label: "Review", options: [{ value: review, label: review }] }] : []),
  ];
}
