/** How people can react to a comment without writing one. None of them disagrees: that needs words. */
export const REACTIONS = ["agree", "thanks", "insight", "looking"] as const;
export type Reaction = (typeof REACTIONS)[number];

export const REACTION_WORDS: Record<Reaction, string> = {
  agree: "Agree",
  thanks: "Thanks",
  insight: "Good point",
  looking: "Looking into it",
};
