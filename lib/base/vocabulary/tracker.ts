/** Issue trackers that Afterword can be connected to. */
export const TRACKER_VENDORS = ["github", "gitlab", "jira", "linear"] as const;
export type TrackerVendor = (typeof TRACKER_VENDORS)[number];
