import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Connector } from "./connector.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jira } from "./jira.ts";
import { linear } from "./linear.ts";

/** The trackers that can be connected. */
export const CONNECTORS: Readonly<Record<TrackerVendor, Connector>> = { github, gitlab, jira, linear };
