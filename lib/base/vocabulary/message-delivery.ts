/** Where a message on its way out is. */
export const DELIVERY_STATES = ["waiting", "sent", "given_up", "not_sent"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_STATE_WORDS: Record<DeliveryState, string> = {
  waiting: "Waiting",
  sent: "Sent",
  given_up: "Failed",
  not_sent: "Not sent",
};

/** Kinds of messages that a channel can receive. */
export const CHANNEL_KINDS = ["ladder", "published"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_KIND_WORDS: Record<ChannelKind, { name: string; what: string }> = {
  ladder: { name: "Reminders", what: "Late actions, when their manager and others are notified" },
  published: { name: "Published reviews", what: "Reviews when they are published" },
};
