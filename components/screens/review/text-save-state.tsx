"use client";

import { useEffect, useState } from "react";
import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { saveStateOf } from "#components/reviews/review/save-words.ts";
import { Button } from "#components/ui/button.tsx";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { type DocumentConnection, NOT_CONNECTED } from "#lib/document/document-connection.ts";

interface TextSaveStateProps {
  connection: DocumentConnection | null;
  /** Goes to a block of the text. */
  onLook: (blockId: string) => void;
  className?: string | undefined;
}

/** Whether the text is saved. */
export function TextSaveState({ connection, onLook, className }: TextSaveStateProps) {
  const { state, detail } = useShownState(connection);
  return (
    <span className={className ?? layoutStyles.row} data-long={detail !== undefined || undefined}>
      <SaveState state={state} detail={detail} />
      {state === "back" && connection ? <Look connection={connection} onLook={onLook} /> : null}
    </span>
  );
}

const NOWHERE: readonly string[] = [];

interface LookProps {
  connection: DocumentConnection;
  onLook: (blockId: string) => void;
}

/** Goes to merged changes in sections that others changed, one block at a time. After the last one it ends. */
function Look({ connection, onLook }: LookProps) {
  const blockIds = useConnectionStatus(connection, ({ merged }) => merged?.blockIds ?? NOWHERE);
  const [looked, setLooked] = useState({ blockIds, count: 0 });
  const at = looked.blockIds === blockIds ? looked.count : 0;
  const blockId = blockIds[at];
  if (blockId === undefined) return null;
  const look = () => {
    onLook(blockId);
    if (at + 1 < blockIds.length) setLooked({ blockIds, count: at + 1 });
    else connection.lookedAtMerged();
  };
  return <Button onClick={look}>{blockIds.length === 1 ? "Look" : `Look, ${at + 1} of ${blockIds.length}`}</Button>;
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
      const isSaved = now.state === "saved" || now.state === "back";
      if (drawn?.state === "saving" && isSaved) timer = window.setTimeout(() => draw(now), PAUSE_MS);
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
