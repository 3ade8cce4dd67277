const NOWHERE = "http://local.invalid";
/** A URL in a text that has something before an @ in its host part. */
const INSIDE = /\bhttps?:[/\\]{0,3}[^\s/\\?#"'<>()]+@[^\s@]/i;

/** Returns the URL without its user name and password, or unchanged if it has none or isn't a URL. */
export function withoutCredentials(address: string): string {
  if (!address.includes("@") || !URL.canParse(address, NOWHERE)) return address;
  const url = new URL(address, NOWHERE);
  if (url.username === "" && url.password === "") return address;
  url.username = "";
  url.password = "";
  return url.href;
}

/** Returns whether a URL contains a user name or password, which every reader of the link would see. */
export const hasCredentials = (address: string): boolean => withoutCredentials(address) !== address;

/** Returns whether a text contains such a URL anywhere. */
export const mentionsCredentials = (text: string): boolean => INSIDE.test(text);
