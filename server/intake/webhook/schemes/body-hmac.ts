import { type Algorithm, hmacOf, isAmong } from "./compare.ts";
import type { Scheme } from "./request.ts";

interface BodyHmac {
  header: string;
  /** The prefix of each signature: `sha256=`, `v1=`. */
  prefix?: string;
  algorithm?: Algorithm;
}

/**
 * Hex HMAC of the raw body in one header. Several are separated by commas, and one must match. Used by GitHub,
 * PagerDuty v3, Sentry, LaunchDarkly, FireHydrant, Jira, Linear and HCP Terraform, according to their manuals.
 */
export function bodyHmac({ header, prefix = "", algorithm = "sha256" }: BodyHmac): Scheme {
  const signatureOf = (body: Uint8Array, secret: string) => hmacOf([body], secret, "hex", algorithm);
  return {
    verify({ headers, body }, secret) {
      const given = headers.get(header);
      if (!given) return "no_signature";
      const signatures = given
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one.startsWith(prefix))
        .map((one) => one.slice(prefix.length).toLowerCase());
      return isAmong(signatures, signatureOf(body, secret)) ? "ok" : "wrong_signature";
    },
    sign: (body, secret) => ({ [header]: prefix + signatureOf(body, secret) }),
  };
}
