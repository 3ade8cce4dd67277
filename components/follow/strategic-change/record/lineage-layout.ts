interface LinkedFactor {
  id: string;
  statement: string;
  incidentKey: string;
}

export interface Lineage {
  incidents: { key: string; y: number }[];
  factors: { id: string; words: string; y: number }[];
  /** From which incident to which factor, as indexes. */
  links: { incident: number; factor: number }[];
  /** Position of the change, and height of the picture. */
  changeY: number;
  height: number;
}

const ROW = 30;
const MOST = 6;
const MOST_CHARACTERS = 34;

const clip = (text: string) =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : text;

/**
 * Incidents on the left, factors in the middle, the change on the right, each column centred. At most six of each are
 * drawn.
 */
export function layOut(factors: readonly LinkedFactor[]): Lineage {
  const drawn = factors.slice(0, MOST);
  const keys = [...new Set(drawn.map((factor) => factor.incidentKey))];
  const height = Math.max(keys.length, drawn.length) * ROW;
  const yOf = (at: number, count: number) => height / 2 + (at - (count - 1) / 2) * ROW;
  return {
    incidents: keys.map((key, at) => ({ key, y: yOf(at, keys.length) })),
    factors: drawn.map(({ id, statement }, at) => ({ id, words: clip(statement), y: yOf(at, drawn.length) })),
    links: drawn.map(({ incidentKey }, factor) => ({ incident: keys.indexOf(incidentKey), factor })),
    changeY: height / 2,
    height,
  };
}
