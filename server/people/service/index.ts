export { createService, proposeService } from "./create.ts";
export { listServices } from "./read.ts";
export { updateService } from "./update.ts";
