"use client";
import { Dialog as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { cx } from "../cx.ts";
import { KeyScope } from "../keys/key-scope.tsx";
import overlay from "../overlay.module.css";
import styles from "./dialog.module.css";
import { useReturnFocus } from "./use-return-focus.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** States the effect: "Publish to 214 people?" */
  title: string;
  description?: ReactNode;
  /** Buttons, Cancel first. */
  actions?: ReactNode;
  widthPx?: number | undefined;
  /** Whether a click outside closes it. By default it does. */
  closesOutside?: boolean | undefined;
  children?: ReactNode;
};

/** Wider ones contain a whole page and start at its top. */
const WIDE_PX = 720;

/** Only for what can't be undone, or a short form. Traps the focus, and returns it when it closes. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, actions, widthPx, closesOutside = true, children } = props;
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay.scrim} />
        <Radix.Content
          {...returnFocus}
          className={cx(overlay.surface, styles.dialog, styles.floating)}
          data-wide={(widthPx !== undefined && widthPx > WIDE_PX) || undefined}
          style={widthPx ? ({ "--dlg-w": `${widthPx}px` } as CSSProperties) : undefined}
          onInteractOutside={(event) => {
            // A toast is above the dialog. Using it doesn't leave the dialog.
            const isToast = (event.target as Element | null)?.closest("[data-sonner-toaster]");
            if (isToast || !closesOutside) event.preventDefault();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <KeyScope>
            <Radix.Title asChild>
              <h2 className={styles.title}>{title}</h2>
            </Radix.Title>
            {description ? (
              <Radix.Description asChild>
                <div className={styles.description}>{description}</div>
              </Radix.Description>
            ) : null}
            {children ? <div className={styles.body}>{children}</div> : null}
            {actions ? <DialogActions>{actions}</DialogActions> : null}
          </KeyScope>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The buttons of a dialog, for a form with its own. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

/** The surface of a dialog within a page, as the styleguide shows it. */
export function StillDialog({ children }: { children: ReactNode }) {
  return <div className={cx(overlay.surface, styles.dialog, styles.still)}>{children}</div>;
}
