"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { useUndo } from "#components/base/api/use-undo.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Curate } from "../curate/use-curate.ts";
import type { SetMilestones } from "../curate/use-milestones.ts";
import type { Several } from "../curate/use-several.ts";
import type { PeekPart } from "./peek-part.ts";

/** Shared by every row, mark and panel of one timeline. Stable while only events change. */
export interface TimelineScope {
  incidentKey: string;
  mayEdit: boolean;
  /** IANA name or offset of the shown time zone. */
  zone: string;
  /** Time zones offered in questions. */
  zones: readonly string[];
  /** Local day of the first timed event in that time zone. Later days have "+1". */
  baseDay: string | null;
  curate: Curate;
  /** Changes several events as one step. */
  several: Several;
  milestones: SetMilestones;
  /** Registers an undo for "undo last change". */
  offerUndo: ReturnType<typeof useUndo>;
  /** Makes it the current row. */
  select: (id: string) => void;
  /** Opens the event next to the timeline, at one of its parts. */
  open: (event: TimelineEvent, at?: PeekPart) => void;
  /** Opens the body of an event below its row, or closes it. */
  toggleBody: (id: string) => void;
  /** Selects or deselects a row. With Shift everything up to it. */
  tick: (id: string, withShift: boolean) => void;
  /** Opens a bundle, so its repeats are in the list, or closes it. */
  toggleBundle: (leadId: string) => void;
  /** Shows what was found later in the story as of a moment. */
  showFound: () => void;
  /** Opens the form for an event at about that time. */
  writeAt: (at: string) => void;
  /** Asks which milestone an event is. */
  askMilestone: (event: TimelineEvent) => void;
}

const ScopeContext = createContext<TimelineScope | null>(null);

/** Provides the scope of a timeline to the parts inside it. */
export function TimelineScopeProvider({ scope, children }: { scope: TimelineScope; children: ReactNode }) {
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** Returns the surrounding timeline. Only inside one. */
export function useTimelineScope(): TimelineScope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("The parts of a timeline need a TimelineScopeProvider as an ancestor.");
  return scope;
}
