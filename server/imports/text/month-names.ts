const ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Months in German, French, Spanish, Portuguese, Italian and Dutch, where they are written unlike the English ones. */
const FOREIGN = [
  ["januar", "jänner", "janvier", "enero", "janeiro", "gennaio", "januari"],
  ["februar", "février", "fevrier", "febrero", "fevereiro", "febbraio", "februari"],
  ["märz", "mars", "marzo", "março", "marco", "maart"],
  ["avril", "abril", "aprile"],
  ["mai", "mayo", "maio", "maggio", "mei"],
  ["juni", "juin", "junio", "junho", "giugno"],
  ["juli", "juillet", "julio", "julho", "luglio"],
  ["août", "aout", "agosto", "augustus"],
  ["septembre", "septiembre", "setiembre", "setembro", "settembre"],
  ["oktober", "octobre", "octubre", "outubro", "ottobre"],
  ["novembre", "noviembre", "novembro"],
  ["dezember", "décembre", "decembre", "diciembre", "dezembro", "dicembre"],
];
const NUMBERS = new Map(FOREIGN.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** A pattern of every month's name, longer ones first. */
export const MONTH_NAMES = [
  ...[...NUMBERS.keys()].sort((a, b) => b.length - a.length),
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
].join("|");

/** 1 to 12 for a name that `MONTH_NAMES` matches. */
export function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return NUMBERS.get(lower) ?? ENGLISH.indexOf(lower.slice(0, 3)) + 1;
}
