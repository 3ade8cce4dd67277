"use client";

import { SlidersHorizontal } from "lucide-react";
import { createContext, useContext } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import { EVENT_CHOICES, LIVE_BLOCK_WORDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import {
  BLOCK_COLUMN_WORDS,
  BLOCK_COLUMNS,
  type BlockColumn,
  type LiveBlockOptions,
  NO_OPTIONS,
} from "#lib/document/live-block-options.ts";
import styles from "./block-options.module.css";

interface BlockScope {
  kind: LiveBlockKind | null;
  options: LiveBlockOptions;
  /** Null for those who only read. */
  choose: ((options: LiveBlockOptions) => void) | null;
}

const Scope = createContext<BlockScope>({ kind: null, options: NO_OPTIONS, choose: null });

/** The live block around its records. */
export const BlockScopeProvider = Scope.Provider;

/** The columns of records in the text until someone chooses. Files have all of them. */
const FIRST: Partial<Record<LiveBlockKind, readonly BlockColumn[]>> = {
  actions: ["owner", "due", "status"],
  changes: ["status"],
};

/** Returns what the surrounding live block shows. */
export function useBlockOptions(): Pick<LiveBlockOptions, "events"> & { columns: readonly BlockColumn[] } {
  const { kind, options } = useContext(Scope);
  return { events: options.events, columns: options.columns ?? (kind ? FIRST[kind] : undefined) ?? [] };
}

/** A menu of what the surrounding live block shows, for those who write. */
export function BlockOptions() {
  const { kind, options, choose } = useContext(Scope);
  const { columns } = useBlockOptions();
  const choices = kind ? BLOCK_COLUMNS[kind] : undefined;
  if (!kind || !choose || (!choices && kind !== "timeline")) return null;
  const toggle = (id: BlockColumn, isShown: boolean) =>
    choose({ ...options, columns: (choices ?? []).filter((one) => (one === id ? isShown : columns.includes(one))) });
  const name = `Choose what “${LIVE_BLOCK_WORDS[kind]}” shows`;
  return (
    <Popover
      label={name}
      align="end"
      trigger={<IconButton className="noprint" label={name} icon={<SlidersHorizontal size={14} />} />}
    >
      {kind === "timeline" ? (
        <Seg
          label="Events"
          value={options.events ?? "auto"}
          options={[{ value: "auto", label: "Pinned, if any" }, ...EVENT_OPTIONS]}
          onChange={(value) => choose({ ...options, events: EVENT_CHOICES.find((one) => one === value) ?? null })}
        />
      ) : null}
      {choices ? (
        <fieldset className={styles.columns}>
          <legend>Columns</legend>
          {choices.map((id) => (
            <Checkbox
              key={id}
              label={BLOCK_COLUMN_WORDS[id]}
              checked={columns.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
        </fieldset>
      ) : null}
      <p className={styles.note}>Applies to everyone, and to exports and print.</p>
    </Popover>
  );
}

const EVENT_OPTIONS = [
  { value: "pinned", label: "Pinned only" },
  { value: "all", label: "All" },
];
