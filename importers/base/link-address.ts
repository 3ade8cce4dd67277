import { withoutCredentials } from "#lib/base/text/link-credentials.ts";
import { storable } from "#lib/base/text/storable.ts";

/** An address that may become a link, as it can be stored: no script can hide in it, no password stays. null for others. */
export const linkAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? storable(withoutCredentials(url)) : null;
