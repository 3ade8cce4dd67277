import type { EventShape } from "./event-kinds.ts";

export const SCORE_THEMES = ["light", "dark"] as const;
export type ScoreTheme = (typeof SCORE_THEMES)[number];

export interface ScoreColours {
  surface: string;
  sunken: string;
  text: string;
  text2: string;
  muted: string;
  grid: string;
  rule: string;
  latent: string;
  degraded: string;
  outage: string;
  restored: string;
  marks: Record<EventShape, string>;
}

/** Values of the tokens that the score is drawn with, because a standalone file has no style sheet. */
export const SCORE_COLOURS: Record<ScoreTheme, ScoreColours> = {
  light: {
    surface: "#fcfdfb",
    sunken: "#eef1ee",
    text: "#171d1a",
    text2: "#46514b",
    muted: "#616c66",
    grid: "#e5e9e6",
    rule: "#c4ccc7",
    latent: "#7f8a84",
    degraded: "#171d1a",
    outage: "#171d1a",
    restored: "#0f6a53",
    marks: {
      signal: "#b3261e",
      change: "#66468f",
      step: "#171d1a",
      update: "#1c5a93",
      recovery: "#0f6a53",
      context: "#616c66",
    },
  },
  dark: {
    surface: "#121715",
    sunken: "#0e1311",
    text: "#e7ece9",
    text2: "#b3bdb7",
    muted: "#8f9a94",
    grid: "#232b27",
    rule: "#3a4540",
    latent: "#7b8881",
    degraded: "#c3ccc7",
    outage: "#d5dcd8",
    restored: "#82d2b4",
    marks: {
      signal: "#f58a7e",
      change: "#c1a3ea",
      step: "#e7ece9",
      update: "#84bbee",
      recovery: "#82d2b4",
      context: "#8f9a94",
    },
  },
};
