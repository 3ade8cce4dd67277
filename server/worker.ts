import { serveTasks } from "#server/base/worker/index.ts";
import { UNWRAP_JSON, unwrapJson } from "#server/http/upload/unwrap-json.ts";
import { READ_SOURCE, readSource } from "#server/incidents/reading/index.ts";

// What worker threads do. This file is the whole of such a thread: nothing that it imports may open a connection.
serveTasks({ [READ_SOURCE.name]: readSource, [UNWRAP_JSON.name]: unwrapJson });
