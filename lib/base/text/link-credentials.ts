const NOWHERE = "http://local.invalid";
/** An address in a text that has something before an @ in its place for the host. */
const INSIDE = /\bhttps?:[/\\]{0,3}[^\s/\\?#"'<>()]+@[^\s@]/i;

/** The address without the user name and password that it contains; unchanged if it has none or isn't an address. */
export function withoutCredentials(address: string): string {
  if (!address.includes("@") || !URL.canParse(address, NOWHERE)) return address;
  const url = new URL(address, NOWHERE);
  if (url.username === "" && url.password === "") return address;
  url.username = "";
  url.password = "";
  return url.href;
}

/** Whether an address contains a user name or password: anyone who reads the link would have it. */
export const hasCredentials = (address: string): boolean => withoutCredentials(address) !== address;

/** Whether a text contains such an address anywhere. */
export const mentionsCredentials = (text: string): boolean => INSIDE.test(text);
