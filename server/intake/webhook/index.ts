export { newHookKey, newHookSecret } from "./hook-secret.ts";
export { readBody } from "./read-body.ts";
export { type HookAnswer, receiveDelivery } from "./receive.ts";
export { confirmSubscription, type FetchText, isConfirmation } from "./sns.ts";
export { hookRules } from "./sources.ts";
export { signedTest, TEST_HEADER } from "./test-delivery.ts";
