"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { useUndo } from "#components/base/api/use-undo.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Curate } from "../curate/use-curate.ts";
import type { SetMilestones } from "../curate/use-milestones.ts";
import type { Several } from "../curate/use-several.ts";
import type { PeekPart } from "./peek-part.ts";

/** What every row, mark and panel of one timeline shares. Stable while only events change. */
export interface TimelineScope {
  incidentKey: string;
  mayEdit: boolean;
  /** IANA name or offset that times are shown in. */
  zone: string;
  /** Zones offered where one is asked for. */
  zones: readonly string[];
  /** Wall day of the first timed event in that zone; later days carry "+1". */
  baseDay: string | null;
  curate: Curate;
  /** Acts on several events as one step. */
  several: Several;
  milestones: SetMilestones;
  /** Registers a way back for "undo last change". */
  offerUndo: ReturnType<typeof useUndo>;
  /** Makes it the current row. */
  select: (id: string) => void;
  /** Opens the event next to the timeline, at one of its parts. */
  open: (event: TimelineEvent, at?: PeekPart) => void;
  /** Opens the body of an event below its row, or closes it. */
  toggleBody: (id: string) => void;
  /** Selects a row or lets it go; with Shift everything up to it. */
  tick: (id: string, withShift: boolean) => void;
  /** Opens a bundle, so its repeats are in the list, or closes it. */
  toggleBundle: (leadId: string) => void;
  /** Shows what was found later in the story read as of a moment. */
  showFound: () => void;
  /** Asks for an event that happened about then. */
  writeAt: (at: string) => void;
  /** Asks which milestone an event is. */
  askMilestone: (event: TimelineEvent) => void;
}

const ScopeContext = createContext<TimelineScope | null>(null);

export function TimelineScopeProvider({ scope, children }: { scope: TimelineScope; children: ReactNode }) {
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** The timeline around; only inside of one. */
export function useTimelineScope(): TimelineScope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("The parts of a timeline need a TimelineScopeProvider as an ancestor.");
  return scope;
}
