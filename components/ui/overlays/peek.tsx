"use client";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "../cx.ts";
import { KeyScope } from "../keys/key-scope.tsx";
import { useKeys } from "../keys/use-keys.ts";
import textStyles from "../roles/text.module.css";
import { useMediaQuery } from "../use-media-query.ts";
import styles from "./peek.module.css";
import { PeekHeader, type PeekHeaderProps } from "./peek-header.tsx";
import { returnTo, useReturnFocus } from "./use-return-focus.ts";

type PeekProps = PeekHeaderProps & {
  /** Accessible name of the panel: "ACT-131". */
  label: string;
  className?: string | undefined;
  children: ReactNode;
};

const NARROW = "(max-width: 1100px)";

/**
 * The record next to its list on a wide screen, a sheet over it on a narrow one. Mount it to open it. It takes the
 * focus, Tab continues in it while J and K still move in the list. Closing focuses the current row, or the previous
 * focus.
 */
export function Peek({ label, className, children, ...head }: PeekProps) {
  const narrow = useMediaQuery(NARROW);
  const returnFocus = useReturnFocus(narrow, "panel");
  const body = (
    <>
      <PeekHeader {...head} />
      <div className={styles.body}>{children}</div>
    </>
  );
  if (!narrow)
    return (
      <SidePanel label={label} className={className} onClose={head.onClose}>
        {body}
      </SidePanel>
    );
  return (
    <Radix.Root open onOpenChange={(open) => open || head.onClose()}>
      <Radix.Overlay className={styles.scrim} />
      <Radix.Content {...returnFocus} className={cx(styles.panel, className)} data-peek aria-describedby={undefined}>
        <Radix.Title className={textStyles.visuallyHidden}>{label}</Radix.Title>
        <KeyScope>
          <SheetKeys {...head} />
          {body}
        </KeyScope>
      </Radix.Content>
    </Radix.Root>
  );
}

/** The panel as a part of a page. */
export function StillPeek({ children, ...head }: PeekHeaderProps & { children: ReactNode }) {
  return (
    <div className={cx(styles.panel, styles.still)}>
      <PeekHeader {...head} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** A sheet disables the keys of the list below it, and a tooltip in it takes Esc before the sheet. */
function SheetKeys({ onPrevious, onNext, onClose }: PeekHeaderProps) {
  useKeys([
    { keys: "Esc", label: "Close the panel", group: "Page", run: onClose },
    { keys: "j", label: "Next row", group: "List", run: () => onNext?.() },
    { keys: "k", label: "Previous row", group: "List", run: () => onPrevious?.() },
  ]);
  return null;
}

type SidePanelProps = Pick<PeekProps, "label" | "className" | "onClose" | "children">;

function SidePanel({ label, className, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useKeys([{ keys: "Esc", label: "Close the panel", group: "Page", run: onClose }]);
  const [before] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  useEffect(() => {
    const element = panel.current;
    // A field in it may have taken the focus.
    if (!element?.contains(document.activeElement)) element?.focus({ preventScroll: true });
    return () => {
      const lost = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (lost) returnTo(before, "panel");
    };
  }, [before]);
  return (
    <aside ref={panel} tabIndex={-1} className={cx(styles.panel, className)} data-peek aria-label={label}>
      {children}
    </aside>
  );
}
