"use client";

import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { saveStateOf } from "./save-words.ts";

interface TextSaveStateProps {
  connection: DocumentConnection | null;
  className?: string | undefined;
}

/** Whether the text is saved. Only this is drawn again with each letter. */
export function TextSaveState({ connection, className }: TextSaveStateProps) {
  const { state, detail } = saveStateOf(useConnectionStatus(connection, (status) => status));
  const shown = <SaveState state={state} detail={detail} />;
  return className === undefined ? (
    shown
  ) : (
    <span className={className} data-long={detail !== undefined || undefined}>
      {shown}
    </span>
  );
}
