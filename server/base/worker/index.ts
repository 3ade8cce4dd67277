export { type RunOptions, WorkerPool } from "./pool.ts";
export { serveTasks } from "./serve.ts";
export { closeWorkers, setWorkerEntry, workers } from "./shared.ts";
export type { Task, Work } from "./task.ts";
