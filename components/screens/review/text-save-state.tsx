"use client";

import { useEffect, useState } from "react";
import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { saveStateOf } from "#components/reviews/review/save-words.ts";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import type { DocumentConnection } from "#lib/document/document-connection.ts";

interface TextSaveStateProps {
  connection: DocumentConnection | null;
  className?: string | undefined;
}

/** Whether the text is saved. Only this is drawn again with each letter. */
export function TextSaveState({ connection, className }: TextSaveStateProps) {
  const state = useConnectionStatus(connection, (status) => saveStateOf(status).state);
  const detail = useConnectionStatus(connection, (status) => saveStateOf(status).detail);
  const isSaving = useLasting(state === "saving");
  const shown = <SaveState state={isSaving && state === "saved" ? "saving" : state} detail={detail} />;
  return className === undefined ? (
    shown
  ) : (
    <span className={className} data-long={detail !== undefined || undefined}>
      {shown}
    </span>
  );
}

const PAUSE_MS = 400;

/** Stays true for a moment longer. Without it, the words would change twice with each letter. */
function useLasting(isTrue: boolean): boolean {
  const [isLasting, setLasting] = useState(isTrue);
  useEffect(() => {
    if (isTrue) setLasting(true);
    const timer = isTrue ? 0 : window.setTimeout(() => setLasting(false), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [isTrue]);
  return isTrue || isLasting;
}
