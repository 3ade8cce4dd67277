/** Who sees a saved view. */
export const VIEW_SCOPES = ["mine", "team", "everybody"] as const;
export type ViewScope = (typeof VIEW_SCOPES)[number];
