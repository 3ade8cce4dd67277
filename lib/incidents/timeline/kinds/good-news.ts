import { oneOf } from "#lib/base/text/phrases.ts";

/** "Checked logs, the API is healthy": what someone looked at was never broken. */
export const FOUND_FIT =
  /^\W*(?:(?:we|i) )?(?:have )?(?:checked|reviewed|inspected|looked at|looked into|went through) [^.!?]{2,80}[,;:–—-] ?[^.!?]{0,60}\b(?:healthy|fine|clean)\W*$(?<!\b(?:again|now|back|all|everything|restored|recovered|resumed)\b.*)/i;
/** "Verified /health (200), and a login returning a proper 401": the result of a check that went well. Numbers are like any others here, except for errors. */
export const CHECKED_WELL = new RegExp(
  String.raw`^\W*${oneOf`
    verif(?:ied|y|ication) | validat(?:ed|ion) | smoke[- ]tested | verificaci[oó]n | verifica(?:ção|do) | vérification | überprüfung
    verifi[kc]a(?:si|tie) | проверка | 验证 | 検証
  `}(?!\p{L})(?!.*\b(?:fail\w*|still|broken|down|not (?!the|a|\d))\b).*?(?<![\p{L}\d])${oneOf`
    [1-36-9]\d\d | ok | healthy | proper(?:ly)? | success(?:ful|fully)? | works | working | clean | green | normal | correct(?:ly)? | passes | passed
  `}(?![\p{L}\d])`,
  "iu",
);
/** "Users report that they are not affected". */
export const UNHARMED = new RegExp(
  String.raw`\b${oneOf`
    (?:are|were|is|was|be|been) (?:not|no longer)(?: being| been)? (?:affected|impacted) | (?:aren't|weren't|isn't|wasn't) (?:affected|impacted)
    unaffected | not impacted
    (?:told us|says?|said|reports?|reported) (?:that )?(?:all|everything|it) (?:(?:is|was) (?:well|fine|good|normal|working|back)|works|worked)
  `}\b(?!.{0,60}\b(?:but|however|while|whereas)\b)`,
  "i",
);
/** "The job reports success", "monitoring reported all targets healthy": nothing is wrong, or nothing is known to be. */
export const GOOD_REPORT = new RegExp(
  String.raw`\breport(?:s|ed|ing)? (?:that )?${oneOf`
    (?:full |a )?(?:success|completion|okay|ok|green|healthy|nothing (?:unusual|abnormal|wrong|new)|an all[- ]clear)
    (?:no|zero|0) (?:further |new |other |more )?(?:errors?|failures?|problems?|issues?|alerts?|faults?|findings|anomal(?:y|ies)|warnings?)
    (?:all|every|everything|its?|the) (?!.{0,40}\b(?:not|no|un\w+)\b)(?:[\w-]+ ){0,4}(?:healthy|green|fine|ok|okay|normal|well|in order)
  `}\b(?!.{0,60}\b(?:but|however|while|whereas|although|though)\b)`,
  "i",
);
/** "Statuscake reports that the site is online". */
export const SEEN_ONLINE = new RegExp(
  String.raw`^\W*(?:the |our )?${oneOf`
    statuscake | uptime\s?robot | uptime(?:\.com|rs)? | pingdom | nagios | icinga | zabbix | checkly | better\s?stack
    datadog | grafana | prometheus | (?:\w+ )?monitor(?:s|ing)? | (?:\w+ )?probes? | health ?checks?
  `}(?:\.com|\.io)? (?:reports?|reported|says?|shows?) (?:that )?[\w./ -]{1,60} (?:is|are) (?:now )?(?:back )?${oneOf`
    online | up | reachable | available | operational | accessible | responding
  `}(?: again)?\W*$(?<!\bnot .*)`,
  "i",
);
