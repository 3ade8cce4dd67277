import { words } from "#lib/base/text/phrases.ts";

/** Words of a sentence about what went wrong, or was fixed. */
export const TROUBLE = words`
  outages? | incidents? | (?:down|inter|dis)(?:time|ruptions?) | interruption | post-?mortem
  unavailable | unreachable | inaccessible | offline | degrad\w{1,6} | (?:was|were|went|been|is|are)(?: \w+ly)? down
  halted | stopped working | delay(?:s|ed) | failing | failures? | elevated (?:error|latenc)\w* | (?:had |have |has )?expired
  (?:total |partial )?loss of (?:power|service|connectivity) | could(?:n[’']t| not) be (?:accessed|reached)
  (?:fail|crash|page|alert|mitigat|restor|recover)ed | rolled back
  störung(?:en)? | gestört | ausfall | ausgefallen | fiel(?:en)?(?: [^ .]+){0,8} aus | nicht erreichbar | unterbrechung
  behoben | wiederhergestellt | wieder (?:erreichbar|verfügbar)
  storing | uitval | incidente | caída | panne | indisponib\w{2,5}
`;
