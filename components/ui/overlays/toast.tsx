"use client";
import { Check, CircleAlert, X } from "lucide-react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { cx } from "../cx.ts";
import { Kbd } from "../keys/kbd.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { newId } from "../new-id.ts";
import styles from "./toast.module.css";
import { forgetUndo, hasUndo, offerUndo, runLastUndo } from "./undo-stack.ts";

const UNDO_MS = 8000;
/** Closes the toast of an action, by what the action runs. */
const closers = new WeakMap<() => void, () => void>();

type DoneToast = {
  /** Undoes the change, even with Cmd or Ctrl and Z while the toast is shown. */
  undo?: (() => void) | undefined;
  action?: { label: string; run: () => void } | undefined;
};

/** Confirms a change for 8 s, with Undo if it can be undone. Returns a function that closes it. */
export function toastDone(message: string, { undo, action }: DoneToast = {}): () => void {
  const id = newId();
  const close = () => {
    forgetUndo(id);
    sonner.dismiss(id);
  };
  const act = (run: () => void) => () => {
    close();
    run();
  };
  if (undo) offerUndo(id, act(undo));
  if (action) closers.set(action.run, close);
  sonner.custom(
    () => (
      <div className={styles.toast} role="status">
        {undo ? null : <Check size={14} />}
        <span>{message}</span>
        {action ? <ToastButton label={action.label} onPress={act(action.run)} /> : null}
        {undo ? (
          <>
            <ToastButton label="Undo" onPress={act(undo)} />
            <Kbd keys="mod+z" />
          </>
        ) : null}
      </div>
    ),
    { id, duration: UNDO_MS, onAutoClose: () => forgetUndo(id), onDismiss: () => forgetUndo(id) },
  );
  return close;
}

/** Closes the toast whose action was run in another way, so no dead button remains. */
export function closeToastOf(run: () => void): void {
  closers.get(run)?.();
}

type ErrorToast = {
  /** About all of the page. At the top it covers no button of a form, which can't be sent anyway. */
  isOfPage?: boolean;
};

/** Shows what was rejected or failed. Stays until it is closed, here or by the caller. */
export function toastError(
  message: string,
  action?: { label: string; run: () => void },
  { isOfPage = false }: ErrorToast = {},
): () => void {
  const id = newId();
  const close = () => void sonner.dismiss(id);
  sonner.custom(
    () => (
      <div className={styles.toast} role="alert">
        <CircleAlert size={14} />
        <span>{message}</span>
        {action ? (
          <ToastButton
            label={action.label}
            onPress={() => {
              close();
              action.run();
            }}
          />
        ) : null}
        <button type="button" className={styles.close} aria-label="Close" onClick={close}>
          <X size={14} />
        </button>
      </div>
    ),
    { id, duration: Number.POSITIVE_INFINITY, ...(isOfPage ? { position: "top-center" as const } : {}) },
  );
  return close;
}

function ToastButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className={styles.action} onClick={onPress}>
      {label}
    </button>
  );
}

/** Where toasts appear. Once per page. */
export function Toaster() {
  const undo = () =>
    hasUndo() ? runLastUndo() : toastDone("Nothing to undo here any more. For earlier changes, see the history.");
  // Over a dialog, only its toasts can be used.
  const when = () => hasUndo() || document.querySelector('[role="dialog"]') === null;
  useKeys([{ keys: "mod+z", label: "Undo the last change", group: "Page", run: undo, everywhere: true, when }]);
  return (
    <Sonner
      className={cx(styles.toaster)}
      position="bottom-left"
      visibleToasts={4}
      offset={24}
      mobileOffset={{ bottom: 68, left: 12, right: 12 }}
    />
  );
}
