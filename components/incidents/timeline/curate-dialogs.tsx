"use client";

import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { CurateDialog, Curation } from "./curate/use-curation.ts";
import { FoundDialog } from "./editor/found-dialog.tsx";
import { TimeDialog } from "./editor/time-dialog.tsx";
import { MergesDialog } from "./merges/merges-dialog.tsx";
import { QuestionsDialog } from "./questions/questions-dialog.tsx";

type CurateDialogsProps = { curation: Curation; dialog: CurateDialog; events: readonly TimelineEvent[] };

/** The open dialog of the timeline. */
export function CurateDialogs({ curation, dialog, events }: CurateDialogsProps) {
  const { targets, selection, setDialog } = curation;
  const close = () => setDialog(null);
  switch (dialog) {
    case "time":
      return <TimeDialog events={targets} onClose={close} onDone={selection.clear} />;
    case "found":
      return <FoundDialog events={targets} onClose={close} onDone={selection.clear} />;
    case "merges":
      return <MergesDialog events={events} onClose={close} />;
    case "questions":
      return <QuestionsDialog events={events} onClose={close} />;
  }
}
