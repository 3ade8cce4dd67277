"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Chip } from "#components/ui/labels/chip.tsx";
import { MenuList, MenuListItem, MenuListLabel } from "#components/ui/overlays/menu-list.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { SimilarFactor } from "#lib/contract/canonical-factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { fixWords, seenWords } from "#lib/follow/canonical-factor/condition.ts";
import styles from "./statement-field.module.css";

interface StatementFieldProps {
  reviewKey: string;
  value: string;
  onChange: (statement: string) => void;
  error: string | undefined;
  disabled: boolean;
  /** Already linked, so nothing is suggested. */
  isLinked: boolean;
  choice: SimilarFactor | null;
  onChoose: (choice: SimilarFactor | null) => void;
}

const SHORTEST = 8;

export const choiceName = ({ condition, factor }: SimilarFactor): string => condition?.name ?? factor.statement;

/**
 * The statement of a factor. While it is typed, similar ones of other incidents appear below: arrows and Enter choose,
 * Esc closes the list. Nothing is chosen without that.
 */
export function StatementField(props: StatementFieldProps) {
  const { reviewKey, value, onChange, error, disabled, isLinked, choice, onChoose } = props;
  const listId = useId();
  const [at, setAt] = useState(-1);
  const [isClosed, setClosed] = useState(true);
  const statement = useDeferredValue(value.trim());
  const mayAsk = !disabled && !isLinked && !choice && !isClosed && statement.length >= SHORTEST;
  const similar = useQuery({ ...reads.canonicalFactor.similar({ statement, reviewKey }), enabled: mayAsk });
  const items = mayAsk ? (similar.data?.items ?? []) : [];
  const choose = (item: SimilarFactor | undefined) => {
    if (!item) return;
    onChoose(item);
    setAt(-1);
  };
  const press = (event: KeyboardEvent) => {
    if (items.length === 0 || event.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = moves[event.key];
    if (by !== undefined) setAt((now) => Math.max(-1, Math.min(items.length - 1, now + by)));
    else if (event.key === "Escape") setClosed(true);
    else if (event.key === "Enter" && at >= 0 && !event.metaKey && !event.ctrlKey) choose(items[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={layoutStyles.tightStack}>
      <Field
        label="Statement"
        hint="Start with the condition: “The prompt looked the same on both hosts”"
        error={error}
      >
        <Input
          value={value}
          maxLength={LENGTHS.factor.statement}
          autoFocus
          disabled={disabled}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={at >= 0 && items[at] ? `${listId}-${at}` : undefined}
          onKeyDown={press}
          onChange={(event) => {
            setAt(-1);
            setClosed(false);
            onChange(event.target.value);
          }}
        />
      </Field>
      <p className={textStyles.visuallyHidden} role="status">
        {items.length > 0 ? `${countWords(items.length, "similar factor")}. Press the down arrow to choose.` : ""}
      </p>
      {items.length > 0 ? (
        <MenuList id={listId} className={styles.list} aria-label="Similar in other incidents">
          <MenuListLabel>Similar in other incidents</MenuListLabel>
          {items.map((item, index) => (
            <Suggestion
              key={item.condition?.id ?? item.factor.id}
              id={`${listId}-${index}`}
              item={item}
              isChosen={index === at}
              onChoose={() => choose(item)}
            />
          ))}
        </MenuList>
      ) : null}
      {choice ? (
        <p className={layoutStyles.wrappingRow}>
          <span className={textStyles.muted}>Condition</span>
          <Chip
            className={textStyles.breaksAnywhere}
            remove={{ label: `Don't link to ${choiceName(choice)}`, run: () => onChoose(null) }}
          >
            {choiceName(choice)}
          </Chip>
        </p>
      ) : null}
    </div>
  );
}

interface SuggestionProps {
  id: string;
  item: SimilarFactor;
  isChosen: boolean;
  onChoose: () => void;
}

function Suggestion({ id, item, isChosen, onChoose }: SuggestionProps) {
  const today = useToday();
  const { condition, factor, shared } = item;
  const state = condition ? `${seenWords(condition)}, ${fixWords(condition, today)}` : `in ${factor.incidentKey}`;
  const reason = shared.length > 0 ? `. Both say ${listWords(shared.map((word) => `“${word}”`))}` : "";
  return (
    <MenuListItem
      id={id}
      chosen={isChosen}
      detail={`${state.charAt(0).toUpperCase()}${state.slice(1)}${reason}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {choiceName(item)}
    </MenuListItem>
  );
}
