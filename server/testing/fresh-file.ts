import { setWorkerEntry } from "#server/base/worker/index.ts";
import { bundle } from "./bundle.ts";

// Test files share a process, and each starts with the settings of its environment and without counts of another.
for (const name of ["afterwordConfig", "afterwordSecret", "afterwordSealingKey", "afterwordRequests"])
  Reflect.deleteProperty(globalThis, name);
setWorkerEntry(await bundle("server/worker.ts"));
