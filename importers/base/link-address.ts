import { withoutCredentials } from "#lib/base/text/link-credentials.ts";
import { storable } from "#lib/base/text/storable.ts";

/** Returns a URL for a link in storable form, without its password. Null if it could run a script or isn't a URL. */
export const linkAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? storable(withoutCredentials(url)) : null;
