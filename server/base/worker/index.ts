export { WorkerPool } from "./pool.ts";
export { serveTasks } from "./serve.ts";
export { closeWorkers, setWorkerEntry, workers } from "./shared.ts";
export type { Task } from "./task.ts";
