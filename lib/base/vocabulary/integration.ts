/** The result of one delivery. */
export const DELIVERY_STATES = ["received", "taken", "unassigned", "ignored", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_STATE_WORDS: Record<DeliveryState, string> = {
  received: "Received",
  taken: "Processed",
  unassigned: "Unassigned",
  ignored: "Ignored",
  failed: "Failed",
};

/** The state of an integration. Those in `NEEDS_YOU` come first in the list. */
export const INTEGRATION_STATES = ["receiving", "silent", "refused", "never", "paused", "archived"] as const;
export type IntegrationState = (typeof INTEGRATION_STATES)[number];

export const INTEGRATION_STATE_WORDS: Record<IntegrationState, string> = {
  receiving: "Receiving",
  silent: "Silent",
  refused: "Rejected",
  never: "No deliveries yet",
  paused: "Paused",
  archived: "Archived",
};

const NEEDS_YOU: readonly IntegrationState[] = ["refused", "silent"];
export const needsYou = (state: IntegrationState): boolean => NEEDS_YOU.includes(state);

export const INCOMING_STATES = ["waiting", "attached", "dismissed"] as const;
export type IncomingState = (typeof INCOMING_STATES)[number];

/** Reasons for rejecting a request. Rejections are counted by day. */
export const REFUSAL_REASONS = ["no_signature", "wrong_signature", "stale", "no_secret"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const REFUSAL_WORDS: Record<RefusalReason, string> = {
  no_signature: "No signature or secret",
  wrong_signature: "Wrong signature or secret",
  stale: "Signed more than five minutes before or after it arrived",
  no_secret: "No secret yet",
};
