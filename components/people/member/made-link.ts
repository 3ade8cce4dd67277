/** A one-time link to send, with a description. */
export interface MadeLink {
  what: string;
  url: string;
  note: string;
}
