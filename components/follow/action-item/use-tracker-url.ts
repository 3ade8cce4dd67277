"use client";

import { useQueryStates } from "nuqs";
import { TRACKER_PARAMS } from "./tracker-params.ts";

export const useTrackerUrl = () => useQueryStates(TRACKER_PARAMS);
