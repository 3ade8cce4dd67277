export { createIntegration } from "./create.ts";
export { getIntegration } from "./get.ts";
export { getDelivery } from "./get-delivery.ts";
export { listIntegrations } from "./list.ts";
export { listDeliveries } from "./list-deliveries.ts";
export { processAgain } from "./process-again.ts";
export { endSecret, rotateSecret } from "./rotate-secret.ts";
export { sendTest } from "./send-test.ts";
export { updateIntegration } from "./update.ts";
