/** Words of a sentence that tells what went wrong, or right again. */
export const TROUBLE =
  /\b(?:outages?|störung(?:en)?|ausfall|ausgefallen|nicht erreichbar|unterbrechung|storing|uitval|incidente|caída|panne|interruption|indisponib\w{2,5}|incidents?|(?:down|inter|dis)(?:time|ruptions?)|post-?mortem|unavailable|unreachable|offline|degrad\w{1,6}|(?:was|were|went) down|(?:fail|crash|page|alert|mitigat|restor|recover)ed|rolled back)\b/i;
