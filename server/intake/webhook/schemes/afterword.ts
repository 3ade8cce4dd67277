import type { Scheme } from "./request.ts";
import { sharedSecret } from "./shared-secret.ts";
import { timedList } from "./timed-list.ts";

const HEADER = "x-afterword-signature";
const signed = timedList(HEADER, ".");

/** Our own header, for scripts and tools without a scheme. A request without it can send the secret instead. */
export const afterword: Scheme = {
  verify(request, secret, nowMs) {
    return (request.headers.get(HEADER) ? signed : sharedSecret).verify(request, secret, nowMs);
  },
  sign: signed.sign,
};
