/** A one-time link to hand over, with what it is in words. */
export interface MadeLink {
  what: string;
  url: string;
  note: string;
}
