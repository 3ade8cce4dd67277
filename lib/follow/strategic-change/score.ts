import type { ChangeConfidence } from "#lib/base/vocabulary/strategic-change.ts";

/** How much of an estimate counts, by how sure people are. The steps are those of RICE scoring. */
export const CONFIDENCE_FACTORS: Record<ChangeConfidence, number> = { high: 1, medium: 0.8, low: 0.5 };

export interface ChangeEstimate {
  /** Weighted bad minutes a year without the change. */
  exposedMinutes: number | null;
  /** The part of them that it would avoid, 0 to 1. */
  reduction: number | null;
  confidence: ChangeConfidence | null;
  effortWeeks: number | null;
}

/** The incidents that a change addresses: how many, and the worst severity, 1 to 5. */
export interface ChangeIncidents {
  count: number;
  worstSeverity: number | null;
}

export interface ChangeScore {
  /** Minutes avoided a year for each week of work, or a number without a unit if it's rough. */
  score: number;
  /** The factors of the score, whose product is divided by the weeks. */
  minutes: number | null;
  recurrence: number | null;
  severity: number | null;
  reduction: number;
  /** 1 where a rough score doesn't use it. */
  confidence: number;
  effortWeeks: number;
  /** Whether minutes are unknown. Such a score compares incidents only. */
  isRough: boolean;
}

const STEPS = 5;

/**
 * Returns the score of a change with its working: bad minutes avoided per year x confidence / person-weeks. Where
 * minutes are unknown it's recurrence x severity x reduction / person-weeks, which is rough. Null if a figure is missing.
 */
export function changeScore(estimate: ChangeEstimate, incidents: ChangeIncidents): ChangeScore | null {
  const { exposedMinutes, reduction, confidence, effortWeeks } = estimate;
  if (reduction === null || effortWeeks === null || effortWeeks <= 0) return null;
  if (exposedMinutes !== null) {
    if (confidence === null) return null;
    const factor = CONFIDENCE_FACTORS[confidence];
    return {
      ...{ score: (exposedMinutes * reduction * factor) / effortWeeks, minutes: exposedMinutes, reduction },
      ...{ recurrence: null, severity: null, confidence: factor, effortWeeks, isRough: false },
    };
  }
  if (incidents.count === 0 || incidents.worstSeverity === null) return null;
  const recurrence = Math.min(incidents.count, STEPS);
  const severity = STEPS + 1 - Math.min(incidents.worstSeverity, STEPS);
  return {
    ...{ score: (recurrence * severity * reduction) / effortWeeks, minutes: null, reduction },
    ...{ recurrence, severity, confidence: 1, effortWeeks, isRough: true },
  };
}

/** Returns the names of the figures that a score still needs. */
export function missingFigures(estimate: ChangeEstimate): string[] {
  const missing: string[] = [];
  if (estimate.reduction === null) missing.push("the share avoided");
  if (estimate.exposedMinutes !== null && estimate.confidence === null) missing.push("the confidence");
  if (estimate.effortWeeks === null) missing.push("the weeks of work");
  return missing;
}

interface ScoreStep {
  sign: "" | "×" | "÷" | "=";
  figure: number;
  words: string;
}

/** Returns the factors of a score in their order, with what each means, and at the end the score. */
export function workingOf(working: ChangeScore): ScoreStep[] {
  const { score, minutes, recurrence, severity, reduction, confidence, effortWeeks, isRough } = working;
  const exposed: ScoreStep[] =
    minutes === null
      ? [
          { sign: "", figure: recurrence ?? 0, words: "number of incidents (1 to 5)" },
          { sign: "×", figure: severity ?? 0, words: "highest severity (1 to 5)" },
        ]
      : [{ sign: "", figure: minutes, words: "weighted bad minutes a year" }];
  return [
    ...exposed,
    { sign: "×", figure: reduction, words: "would be avoided" },
    ...(isRough ? [] : [{ sign: "×" as const, figure: confidence, words: "confidence" }]),
    { sign: "÷", figure: effortWeeks, words: "weeks of work for one person" },
    { sign: "=", figure: score, words: isRough ? "rough score" : "score" },
  ];
}
