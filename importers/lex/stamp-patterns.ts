import { oneOf } from "#lib/base/text/phrases.ts";
/** Patterns of the parts of a stamp. All are sticky and bounded, so reading one is linear. */
export const OPENERS =
  /(?:[\s*_`([<"“>]|\p{Extended_Pictographic}|\uFE0F|\u200D|~~|\[[ xX]\]\s|:[a-z_]{2,30}:\s|[→@](?=\s?\d)|T(?=\d{2}:\d{2}(?::\d{2})?(?:Z|\s))|:(?=\d{1,2}:\d{2}(?::\d{2})?:\s)){0,12}/uy;
/**
 * Text without meaning before a time in logs and on status pages: host and user of a web server's line, the priority of
 * syslog, the severity of Kubernetes, a level in front of brackets.
 */
export const LABEL = new RegExp(
  oneOf`
    (?:https?|h2|grpcs?|wss?) (?=\d{4}-\d\d-\d\dT\d\d:)
    \d{1,3}>(?:1 )?(?=\d{4}-\d|[a-z]{3} )
    [iwef](?=\d{4} \d\d:\d\d:\d\d\.\d)
    (?:trace|debug|info|notice|warn(?:ing)?|error|severe|fatal|critical) {1,3}(?=\[\d)
    [\w.:-]{3,45} {1,3}[\w.@-]{1,40} {1,3}[\w.@-]{1,60} {1,3}\[(?=\d\d\/[a-zà-ÿ]{3,9}\.?\/\d{4}:)
    (?<=\[)[\dA-F:-]{4,40}\] (?=\d{2,4}[-/.]\d\d[-/.]\d{2,4} \d\d:)
    (?:(?:level|lvl|severity)=["']?\w{3,9}["']? )?(?:time|ts|timestamp|t)=["']?
    (?:posted|updated?:?)\s(?:[\w\s]{1,24}\sago[.,]?\s)?(?:on\s)?
  `,
  "iy",
);
/** "Between" two times, in other languages, and the "and" before the second. */
export const BETWEEN = /(?:entre(?:\s(?:las|as))?|zwischen|tra(?:\sle)?|tussen|między)\s+/iy;
export const BETWEEN_AND = /\s(?:y|et?|und|en|a)\s(?:(?:las|as|le)\s)?(?=\d)/iy;
export const PROSE =
  /(?:at|on|from|by|um|à|às|a\slas|alle|(?:alle\s)?ore|(?:o\s)?godz\.?|kl\.?|klo|between|since|starting(?:\s(?:at|from))?|beginning(?:\s(?:at|from))?|entre(?:\s(?:las|as))?|zwischen|tra(?:\sle)?|tussen|między)\s+/iy;
export const APPROX = new RegExp(
  String.raw`${oneOf`
    [~≈∼±〜～] | 約 | c\. | ca\.?\s | circa\s | around\s | about\s | approx(?:\.|imately)?\s? | roughly\s
    (?:shortly|just|some\s?time)\s(?:after|before|around)\s | before\s | after\s | early\s | late\s | est\.?\s | maybe\s
    gegen\s | vers\s | environ\s | hacia\s(?:las\s)? | alrededor\sde\s(?:las\s)? | por\svolta\sd[ae]s?\s | rond\s
  `}\s*`,
  "iy",
);
export const JOIN =
  /[\s\u00a0,;*_`([<"“)\]]{0,8}(?:[-–—@:|]{1,2}\s)?[\s*_`([]{0,4}(?:(?:at|on)\s)?(?:[~≈∼〜～]\s?|(?:about|around|approx\.?|approximately|roughly|circa)\s)?/iy;
export const RANGE =
  /[\s*_`)\]]{0,6}(?:-->?|->|[-–—→〜～]|to\b|until\b|till?\b|through\b|and\b)[\s*_`([]{0,6}(?:[~≈∼]\s?|(?:about|around|approx\.?|approximately|roughly)\s)?/iy;
export const CLOSERS = /(?:[*_`\])}>"”]|~~){0,8}/y;
export const SUFFIX =
  /\s?(?:local\stime\b|local\b|(?:onwards?|ff)\b\.?|ish\b|\(?(?:approx(?:\.|imately)?|estimated|est\.)\)?|\?(?=[\s):]|$))/iy;
export const PLUS_MINUS =
  /\s?\(?(?:±|\+\/?-)\s?(\d{1,4})\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?|rs?)?)\b\)?/iy;
