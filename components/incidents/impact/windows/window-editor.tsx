"use client";

import { Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Note } from "#components/ui/note.tsx";
import { DEFAULT_WEIGHTS, IMPACT_BASIS_WORDS, type ImpactBasis, weightWords } from "#lib/base/vocabulary/impact.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { WindowFields } from "../patch-impact.ts";
import { readTypedTime, readTypedWeight } from "../typed-time.ts";
import { clockWords } from "../window-words.ts";
import { SavedField } from "./saved-field.tsx";
import styles from "./window-editor.module.css";

type WindowEditorProps = {
  window: ImpactWindow;
  /** The value of a stored series for exactly this time. Null without one. */
  measured: number | null;
  nowMs: number;
  zone: string;
  onChange: (fields: WindowFields) => void;
  onRemove: () => void;
};

const BASES: readonly ImpactBasis[] = ["measured", "estimated", "default"];

/** Both ends, weight, basis and reason, each saved while typing. */
export function WindowEditor({ window, measured, nowMs, zone, onChange, onRemove }: WindowEditorProps) {
  const end = (name: "from" | "to") => (text: string) => {
    const near = (name === "from" ? window.from : window.to) ?? window.from;
    const typed = readTypedTime(text, { near, zone, nowMs, mayBeOpen: name === "to" });
    if (!typed.ok) return typed.reason;
    const [from, to] = name === "from" ? [typed.at ?? window.from, window.to] : [window.from, typed.at];
    if (to !== null && Date.parse(to) <= Date.parse(from)) return "Enter an end after the start";
    return name === "from" ? { from } : { to };
  };
  const weight = (text: string) => {
    const value = readTypedWeight(text);
    if (value === null) return "Enter a share from 0 to 1, or a percentage";
    return { weight: value, ...(keepsBasis(window.basis, value, measured) ? {} : { basis: "estimated" as const }) };
  };
  const choose = (basis: ImpactBasis) => {
    if (basis === window.basis) return;
    if (basis === "measured" && measured !== null) onChange({ basis, weight: measured });
    else onChange(basis === "default" ? { basis, weight: nearestDefault(window.weight) } : { basis });
  };
  const typedEnd = window.to === null ? "" : clockWords(window.to, zone);
  return (
    <>
      <div className={styles.editor}>
        <SavedField label="From" value={clockWords(window.from, zone)} read={end("from")} onSave={onChange} />
        <SavedField label="To" value={typedEnd} placeholder="still open" read={end("to")} onSave={onChange} />
        <SavedField label="Weight" room="narrow" value={weightWords(window.weight)} read={weight} onSave={onChange} />
        <div className={cx(styles.field, styles.basis)}>
          <span>Basis</span>
          <Seg
            label="Basis"
            value={window.basis}
            options={BASES.map((basis) => ({ value: basis, label: basisLabel(basis, measured) }))}
            onChange={(basis) => choose(basis as ImpactBasis)}
          />
        </div>
        <SavedField
          label="Reason"
          room="whole"
          value={window.reason}
          placeholder="For example, measured from the error rate"
          read={(reason) => ({ reason: reason.trim().slice(0, LENGTHS.impactWindow.reason) })}
          onSave={onChange}
        />
        <Button kind="ghost" icon={<Trash2 size={14} />} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <Note className={styles.hint}>
        Saved as you type or drag. On the score, arrow keys move an end by 10 s, or by a minute with Shift. Tab switches
        to the other end. <Kbd keys="mod+z" /> undoes it.
      </Note>
    </>
  );
}

const basisLabel = (basis: ImpactBasis, measured: number | null) =>
  `${IMPACT_BASIS_WORDS[basis].toLowerCase()}${basis === "measured" && measured !== null ? ` ${weightWords(measured)}` : ""}`;

/** A typed weight is neither measured nor a default, unless it equals that value. */
function keepsBasis(basis: ImpactBasis, weight: number, measured: number | null): boolean {
  if (basis === "measured") return weight === measured;
  return basis === "estimated" || Object.values<number>(DEFAULT_WEIGHTS).includes(weight);
}

const nearestDefault = (weight: number) =>
  Object.values(DEFAULT_WEIGHTS).reduce<number>(
    (nearest, one) => (Math.abs(one - weight) < Math.abs(nearest - weight) ? one : nearest),
    DEFAULT_WEIGHTS.full,
  );
