import { isSame } from "./compare.ts";
import type { Scheme } from "./request.ts";
import { standardWebhooks } from "./standard-webhooks.ts";

/** GitLab: the secret token in a header, or a signature if a signing token is set, which then takes precedence. */
export const gitlab: Scheme = {
  verify(request, secret, nowMs) {
    if (request.headers.get("webhook-signature")) return standardWebhooks.verify(request, secret, nowMs);
    const given = request.headers.get("x-gitlab-token");
    if (!given) return "no_signature";
    return isSame(given, secret) ? "ok" : "wrong_signature";
  },
  sign: (_body, secret) => ({ "x-gitlab-token": secret }),
};
