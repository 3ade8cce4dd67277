"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { OPERATORS_OF, type Operator, QUERY_FIELD_NAMES, QUERY_FIELDS } from "#lib/follow/action-item/query/fields.ts";
import {
  type Condition,
  conditionsOf,
  type Filter,
  type FilterGroup,
  isGroup,
  parseFilter,
  printFilter,
  problemOfCondition,
} from "#lib/follow/action-item/query/filter.ts";
import { listInputOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { filtersAlone } from "./board-columns.ts";
import styles from "./filter-editor.module.css";
import { FilterValue } from "./filter-value.tsx";
import { initialCondition, operatorWords, useFilterWords } from "./filter-words.ts";

const FIELD_OPTIONS = QUERY_FIELD_NAMES.map((field) => ({ value: field, label: QUERY_FIELDS[field].label })).sort(
  (one, other) => one.label.localeCompare(other.label),
);

const asGroup = (filter: Filter | null): FilterGroup =>
  filter !== null && isGroup(filter) ? filter : { join: "and", parts: filter === null ? [] : [filter] };

function read(text: string): FilterGroup {
  try {
    return asGroup(parseFilter(text));
  } catch {
    return asGroup(null);
  }
}

const isRight = (filter: Filter) => conditionsOf(filter).every((condition) => problemOfCondition(condition) === null);

export interface FilterEditorProps {
  query: TrackerQuery;
  onChange: (filter: string) => void;
}

/** The whole filter as a tree of conditions, and as a sentence. A condition with a wrong value isn't applied yet. */
export function FilterEditor({ query, onChange }: FilterEditorProps) {
  const { filter } = query;
  // What was typed is kept while it isn't a value yet. A filter that changed elsewhere replaces it.
  const [draft, setDraft] = useState({ of: filter, group: read(filter) });
  const group = draft.of === filter ? draft.group : read(filter);
  const words = useFilterWords();
  const change = (next: FilterGroup) => {
    const text = isRight(next) ? printFilter(next) : filter;
    setDraft({ of: text, group: next });
    if (text !== filter) onChange(text);
  };
  return (
    <section className={styles.editor} aria-label="Advanced filter">
      <Group group={group} depth={0} onChange={change} />
      <p className={styles.sentence} aria-live="polite">
        {words(group)}
      </p>
      <Matches query={query} />
    </section>
  );
}

/** How many actions the list has with this filter. Those that a search found, or of someone else, aren't counted. */
function Matches({ query }: Pick<FilterEditorProps, "query">) {
  const input = filtersAlone(listInputOf(query, useToday()));
  const { data } = useQuery({ ...reads.actionItem.states(input), placeholderData: keepPreviousData });
  const count = query.q.trim() === "" ? data?.items?.reduce((sum, one) => sum + one.count, 0) : undefined;
  return (
    <p className={styles.matches} role="status">
      {count === undefined ? "" : `${countWords(count, "action matches", "actions match")}`}
    </p>
  );
}

interface GroupProps {
  group: FilterGroup;
  depth: number;
  /** How the group is joined to those next to it. Not for the whole filter. */
  joinedBy?: FilterGroup["join"];
  onChange: (group: FilterGroup) => void;
  onRemove?: () => void;
}

const DEEPEST = 4;
const REMOVE = "button[aria-label^=Remove]";

function Group({ group, depth, joinedBy, onChange, onRemove }: GroupProps) {
  const { join, parts } = group;
  const put = (at: number, ...part: Filter[]) => onChange({ join, parts: parts.toSpliced(at, 1, ...part) });
  const list = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  // Where the focus goes once a part was added or removed: to its first field, or to what is in its place.
  const moved = useRef<{ at: number; to: string } | null>(null);
  useEffect(() => {
    if (moved.current === null || !list.current) return;
    const { at, to } = moved.current;
    const place = list.current.children[Math.min(at, Math.max(0, parts.length - 1))];
    (place?.querySelector<HTMLElement>(to) ?? adding.current)?.focus();
    moved.current = null;
  });
  const add = (part: Filter) => {
    moved.current = { at: parts.length, to: "select" };
    onChange({ join, parts: [...parts, part] });
  };
  const remove = (at: number) => {
    moved.current = { at, to: REMOVE };
    put(at);
  };
  return (
    <fieldset className={styles.group} aria-label={depth === 0 ? "All conditions" : "Group of conditions"}>
      <div className={styles.head}>
        {joinedBy ?? "Show actions for which"}
        <Select
          className={styles.join}
          aria-label="How the conditions are joined"
          value={join}
          options={[
            { value: "and", label: "all" },
            { value: "or", label: "any" },
          ]}
          onChange={({ target }) => onChange({ join: target.value === "or" ? "or" : "and", parts })}
        />
        of these are true
        {onRemove ? <IconButton label="Remove group" icon={<X size={14} />} onClick={onRemove} /> : null}
      </div>
      <div ref={list} className={styles.parts}>
        {parts.map((part, at) => {
          const key = `${at}`;
          return isGroup(part) ? (
            <Group
              key={key}
              group={part}
              depth={depth + 1}
              joinedBy={join}
              onChange={(next) => put(at, next)}
              onRemove={() => remove(at)}
            />
          ) : (
            <ConditionRow key={key} condition={part} onChange={(next) => put(at, next)} onRemove={() => remove(at)} />
          );
        })}
        <div className={styles.add}>
          <Button ref={adding} kind="ghost" icon={<Plus size={14} />} onClick={() => add(initialCondition("status"))}>
            Add condition
          </Button>
          {depth < DEEPEST ? (
            <Button
              kind="ghost"
              icon={<Plus size={14} />}
              onClick={() => add({ join: join === "and" ? "or" : "and", parts: [initialCondition("due")] })}
            >
              Add group
            </Button>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
}

interface ConditionRowProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const today = useToday();
  const { field, operator, values } = condition;
  const { kind, label } = QUERY_FIELDS[field];
  const problem = problemOfCondition(condition, label);
  const setOperator = (next: Operator) => {
    const changed = { field, operator: next, values: next === "=" || next === "!=" ? values : values.slice(0, 1) };
    onChange(problemOfCondition(changed) === null ? changed : { ...initialCondition(field), operator: next });
  };
  return (
    <div className={styles.condition}>
      <Select
        aria-label="Field"
        value={field}
        options={FIELD_OPTIONS}
        onChange={({ target }) =>
          onChange(initialCondition(QUERY_FIELD_NAMES.find((one) => one === target.value) ?? field))
        }
      />
      <Select
        aria-label={`How ${label} is compared`}
        value={operator}
        options={OPERATORS_OF[kind].map((one) => ({ value: one, label: operatorWords(kind, one) }))}
        onChange={({ target }) => setOperator(OPERATORS_OF[kind].find((one) => one === target.value) ?? operator)}
      />
      <FilterValue
        condition={condition}
        today={today}
        problem={problem}
        onChange={(next) => onChange({ field, operator, values: next })}
      />
      <IconButton label={`Remove condition ${label}`} icon={<X size={14} />} onClick={onRemove} />
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
