"use client";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "../button.tsx";
import { useKeys } from "../keys/use-keys.ts";
import styles from "./bulk-bar.module.css";
import { useSaidSelection } from "./selection.ts";

type BulkBarProps = {
  /** Number of selected rows. The bar is hidden at 0. */
  count: number;
  onClear: () => void;
  /** Ghost `Button`s with their keys. */
  children: ReactNode;
};

/** Actions for the selected rows, at the bottom of the list. F6 focuses it, Esc clears the selection. */
export function BulkBar(props: BulkBarProps) {
  return props.count > 0 ? <OpenBar {...props} /> : null;
}

function OpenBar({ count, onClear, children }: BulkBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useSaidSelection(`${count} selected`);
  useKeys([
    { keys: "Esc", label: "Clear the selection", group: "List", run: onClear },
    {
      keys: "F6",
      label: "Go to the actions for the selection",
      group: "List",
      run: () => bar.current?.querySelector("button")?.focus(),
    },
  ]);
  return (
    <div ref={bar} className={styles.bar} data-bulk-bar role="toolbar" aria-label={`With ${count} selected`}>
      <span role="status">{count} selected</span>
      <i className={styles.divider} />
      {children}
      <i className={styles.divider} />
      <Button kind="ghost" keys="Esc" icon={<X size={14} />} aria-label="Clear the selection" onClick={onClear} />
    </div>
  );
}
