import { hasCredentials } from "#lib/base/text/link-credentials.ts";
import { type DocumentNode, stringAttr } from "./document-json.ts";

const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;
const ALLOWED = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;
/** A path of this server. Two slashes would be another host. */
const OWN_PATH = /^\/(?![/\\])/;
const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
const HOST = /^(?:localhost|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)(?::\d+)?(?:[/?#]|$)/u;

export type LinkAddress = { href: string } | { problem: string };

/** Returns the address of a link as a person typed it, with `https://` or `mailto:` where it is missing. */
export function readLinkAddress(typed: string): LinkAddress {
  const address = typed.trim();
  const problem = "Enter an address, such as https://example.com/runbook";
  if (/\s/.test(address)) return { problem };
  const href = withScheme(address);
  if (href === null) return { problem };
  return hasCredentials(href)
    ? { problem: "Remove the user name and password. Every reader of the review would see them." }
    : { href };
}

function withScheme(address: string): string | null {
  if (OWN_PATH.test(address)) return address;
  if (SCHEME.test(address)) return ALLOWED.test(address) ? address : null;
  if (MAIL.test(address)) return `mailto:${address}`;
  return HOST.test(address) ? `https://${address}` : null;
}

/** Returns the address of a link in a stored text, or null for one that could run a script or contains a password. */
export const safeHref = (href: string): string | null =>
  /^(https?:|mailto:|\/|#)/i.test(href) && !hasCredentials(href) ? href : null;

/** Returns where a card leads, or null if it can't be opened, and its host for people. */
export function cardTarget(href: unknown): { href: string; host: string } | null {
  const safe = typeof href === "string" ? safeHref(href) : null;
  if (safe === null) return null;
  return { href: safe, host: /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(safe)?.[1] ?? safe };
}

/** Returns the title of a card as words with its link, or its address if it has no title. */
export function linkedWords(card: DocumentNode): DocumentNode[] {
  const target = cardTarget(stringAttr(card, "href"));
  const { content = [] } = card;
  if (target === null) return content;
  const link = { type: "link", attrs: { href: target.href } };
  if (content.length === 0) return [{ type: "text", text: target.href, marks: [link] }];
  return content.map((node) =>
    node.type === "text"
      ? { ...node, marks: [...(node.marks ?? []).filter(({ type }) => type !== "link"), link] }
      : node,
  );
}
