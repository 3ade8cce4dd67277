"use client";
import { Dialog as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { cx } from "../cx.ts";
import { KeyScope } from "../keys/key-scope.tsx";
import overlay from "../overlay.module.css";
import styles from "./dialog.module.css";
import { useKept } from "./kept-dialog.tsx";
import { useEscGuard } from "./use-esc-guard.ts";
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
  /** Whether it has something to lose from before, or from buttons. */
  hasInput?: boolean | undefined;
  children?: ReactNode;
};

/** Wider ones contain a whole page and start at its top. */
const WIDE_PX = 720;

/** Input of a person is in one of these. A search isn't, in the list of a field or alone. */
const TYPED = "[data-form-field], form, textarea";

/**
 * Only for what can't be undone, or a short form. Traps the focus, and returns it when it closes. After input into a
 * field, a click outside leaves it open, and Esc asks for a second one.
 */
export function Dialog({ open, onOpenChange, ...content }: DialogProps) {
  const { isAway } = useKept();
  const isOpen = open && !isAway;
  const returnFocus = useReturnFocus(isOpen);
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay.scrim} />
        <Content {...content} returnFocus={returnFocus} />
      </Radix.Portal>
    </Radix.Root>
  );
}

type ContentProps = Omit<DialogProps, "open" | "onOpenChange"> & { returnFocus: ReturnType<typeof useReturnFocus> };

function Content({ returnFocus, title, description, actions, widthPx, hasInput = false, children }: ContentProps) {
  const { refusal } = useKept();
  const guard = useEscGuard(hasInput || refusal !== null);
  return (
    <Radix.Content
      {...returnFocus}
      className={cx(overlay.surface, styles.dialog, styles.floating)}
      data-wide={(widthPx !== undefined && widthPx > WIDE_PX) || undefined}
      style={widthPx ? ({ "--dlg-w": `${widthPx}px` } as CSSProperties) : undefined}
      onInput={({ target }) => target instanceof Element && target.closest(TYPED) && guard.onInput()}
      onEscapeKeyDown={(event) => guard.stopsEsc() && event.preventDefault()}
      onInteractOutside={(event) => {
        // A toast is above the dialog. Using it doesn't leave the dialog.
        const isToast = (event.target as Element | null)?.closest("[data-sonner-toaster]");
        if (isToast || guard.isTyped) event.preventDefault();
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
        {refusal === null ? null : (
          <p role="alert" className={styles.refusal}>
            {refusal}
          </p>
        )}
        {actions ? <DialogActions>{actions}</DialogActions> : null}
        <p role="status" className={styles.warning}>
          {guard.warning}
        </p>
      </KeyScope>
    </Radix.Content>
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
