"use client";

import { useEffect, useState } from "react";
import { saveStateOf } from "#components/reviews/review/save-words.ts";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import { type DocumentConnection, NOT_CONNECTED } from "#lib/document/document-connection.ts";

interface TextSaveStateProps {
  connection: DocumentConnection | null;
  className?: string | undefined;
}

/** Whether the text is saved. */
export function TextSaveState({ connection, className }: TextSaveStateProps) {
  const { state, detail } = useShownState(connection);
  const shown = <SaveState state={state} detail={detail} />;
  return className === undefined ? (
    shown
  ) : (
    <span className={className} data-long={detail !== undefined || undefined}>
      {shown}
    </span>
  );
}

type Shown = ReturnType<typeof saveStateOf>;

const isSame = (one: Shown, other: Shown) => one.state === other.state && one.detail === other.detail;
const stateOf = (connection: DocumentConnection | null) => saveStateOf(connection?.status() ?? NOT_CONNECTED);

const PAUSE_MS = 400;

/**
 * The state to show. Saved waits for a pause, or the words would change twice with each letter. While someone writes
 * nothing is drawn here: React walks the text up to the caret each time that it draws.
 */
function useShownState(connection: DocumentConnection | null): Shown {
  const [shown, setShown] = useState(() => stateOf(connection));
  useEffect(() => {
    let timer = 0;
    let drawn: Shown | null = null;
    const draw = (now: Shown) => {
      drawn = now;
      setShown((before) => (isSame(before, now) ? before : now));
    };
    const look = () => {
      const now = stateOf(connection);
      window.clearTimeout(timer);
      if (drawn && isSame(drawn, now)) return;
      if (drawn?.state === "saving" && now.state === "saved") timer = window.setTimeout(() => draw(now), PAUSE_MS);
      else draw(now);
    };
    look();
    const stop = connection?.subscribe(look);
    return () => {
      window.clearTimeout(timer);
      stop?.();
    };
  }, [connection]);
  return shown;
}
