export { createService, proposeService } from "./create.ts";
export { listServices } from "./list.ts";
export { updateService } from "./update.ts";
