import type { MilestoneTimes } from "./metrics.ts";
import type { MilestoneName } from "./milestone-names.ts";

export const PHASES = [
  "lead_up",
  "undetected",
  "mobilising",
  "diagnosing",
  "mitigating",
  "recovering",
  "watching",
] as const;
export type PhaseName = (typeof PHASES)[number];

export const PHASE_WORDS: Record<PhaseName, string> = {
  lead_up: "Lead-up",
  undetected: "Undetected",
  mobilising: "Mobilising",
  diagnosing: "Diagnosing",
  mitigating: "Mitigating",
  recovering: "Recovering",
  watching: "Watching",
};

/** Boundary i opens phase i and closes phase i - 1. */
const BOUNDARIES = [
  "trigger_change",
  "impact_started",
  "detected",
  "commander_assigned",
  "mitigation_started",
  "mitigated",
  "resolved",
  "closed",
] as const satisfies readonly MilestoneName[];

export interface PhaseBand {
  /** First phase of the band. Several phases share a band while the boundary between them is missing. */
  name: PhaseName;
  phases: PhaseName[];
  label: string;
  from: string | null;
  to: string | null;
  seconds: number | null;
  /** False: a boundary is missing. It is drawn dashed and not guessed. */
  known: boolean;
}

function labelOf(phases: readonly PhaseName[]): string {
  const words = phases.map((phase) => PHASE_WORDS[phase]).join(", ");
  return words.charAt(0) + words.slice(1).toLowerCase();
}

function bandOf(opens: number, closes: number, from: string | null, to: string | null): PhaseBand | null {
  const phases = PHASES.slice(opens, closes);
  const [name] = phases;
  if (!name) return null;
  const seconds = from !== null && to !== null ? (Date.parse(to) - Date.parse(from)) / 1000 : null;
  if (seconds !== null && seconds < 0) return null;
  return { name, phases, label: labelOf(phases), from, to, seconds, known: seconds !== null && phases.length === 1 };
}

/** Returns the bands between known boundaries, in order. A stretch with its ends out of order has no band. */
export function phaseBands(milestones: MilestoneTimes): PhaseBand[] {
  const known = BOUNDARIES.flatMap((name, index) => {
    const time = milestones[name];
    return time && time.precision !== "unknown" ? [{ index, at: time.at }] : [];
  });
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return [];
  const between = known.slice(1).map((end, place) => {
    const start = known[place] ?? first;
    return bandOf(start.index, end.index, start.at, end.at);
  });
  const bands = [bandOf(0, first.index, null, first.at), ...between, bandOf(last.index, PHASES.length, last.at, null)];
  return bands.filter((band) => band !== null);
}
