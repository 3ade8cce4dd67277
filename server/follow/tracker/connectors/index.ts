import type { TrackerVendor } from "#lib/base/vocabulary/tracker.ts";
import type { Connector } from "./connector.ts";
import { github } from "./github.ts";

/** The trackers that can be connected. */
export const CONNECTORS: Partial<Record<TrackerVendor, Connector>> = { github };
