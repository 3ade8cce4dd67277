import { oneOf } from "#lib/base/text/phrases.ts";
import { TIME_LEAD } from "./time-lead.ts";

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
    (?<=\[)[a-z]{3,12}\] {1,2}(?=\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d{2}(?!\w))
    (?:(?:level|lvl|severity)=["']?\w{3,9}["']? )?(?:time|ts|timestamp|t)=["']?
    (?:start|end)(?:ed)?: (?=[\d/.-]{8,10},? \d\d?:\d\d(?: [a-z]{2,4})? ?[–—-] ?[a-z])
    (?:posted|updated?:?)\s(?:[\w\s]{1,24}\sago[.,]?\s)?(?:on\s)?
  `,
  "iy",
);
/** "Between" and "from" before the first of two times, in other languages. */
export const FROM = oneOf`
  entre(?:\s(?:las|as))? | zwischen | tra(?:\sle)? | tussen | między | mellan | mellom | mellem | mezi | между
  von | van | dalle | das | de(?:\slas)? | desde(?:\s(?:las|as))? | od | från | fra | с | з
`;
export const BETWEEN = new RegExp(String.raw`${FROM}\s+`, "iy");
/** The word before the second of them. */
export const BETWEEN_AND = new RegExp(
  String.raw`(?:\s?(?:uhr|uur|h))?\s${oneOf`
    y | et? | und | en | a | i | och | og | и | по | bis | tot | do | до | til | till | à | às? | alle | hasta | até | jusqu['’]à
  `}\s(?:(?:las|as|às|le)\s)?(?=\d)`,
  "iy",
);
export const PROSE = new RegExp(
  String.raw`${oneOf`
    at | on | from | by | um | à | às | a\slas | alle | (?:alle\s)?ore | (?:o\s)?godz\.? | kl\.? | klo | between(?:\sthe\shours\sof)? | since
    (?:starting|beginning)(?:\s(?:at|from))?
    ${FROM}(?=\s+\d)
    (?:am|le|el|il|em|op|den|dnia)(?=\s\d{1,2}\.\s?\d)
  `}\s+`,
  "iy",
);
export const APPROX = new RegExp(
  String.raw`${oneOf`
    [~≈∼±〜～] | 約 | c\. | ca\.?\s | circa\s | around\s | about\s | approx(?:\.|imately)?\s? | roughly\s
    (?:shortly|just|some\s?time)\s(?:after|before|around)\s | before\s | after\s | early\s | late\s | est\.?\s | maybe\s
    (?:na|voor|nach|vor|après|avant|po|przed|после|depois\sdas|antes\sd[ae]s|después\sde\slas|antes\sde\slas|dopo\sle|prima\sdelle)\s(?=~?\d{1,2}[:.h]\d{2})
    gegen\s | vers\s | environ\s | hacia\s(?:las\s)? | alrededor\sde\s(?:las\s)? | por\svolta\sd[ae]s?\s | rond\s
  `}\s*`,
  "iy",
);
export const JOIN = new RegExp(
  String.raw`[\s\u00a0,;*_\x60([<"“)\]]{0,8}(?:[-–—@:|·•]{1,2}\s|@(?=\d))?[\s*_\x60([]{0,4}(?:on\s)?の?${TIME_LEAD}`,
  "iy",
);
const MORE_OR_LESS = "(?:頃|ごろ|くらい|경(?!\\p{L})|쯤|左右)";
export const RANGE = new RegExp(
  String.raw`[\s*_\x60)\]]{0,6}${oneOf`
    ${MORE_OR_LESS}\s?(?:[-–—〜～~]|から) | から | 부터\s? | 至 | 到 | (?<=\d)~(?=\d) | -->? | -> | [-–—→〜～] | (?<=\s)~(?=\s)
    to\b | until\b | till?\b | through\b | and\b | (?:bis|tot|hasta(?:\slas)?|até(?:\sàs)?|à|às|a\slas|alle|do|до)(?=\s\d)
  `}[\s*_\x60([]{0,6}(?:[同当當][日天]\s?)?(?:[~≈∼]\s?|(?:about|around|approx\.?|approximately|roughly)\s)?`,
  "iuy",
);
export const STARTS_ABOUT = new RegExp(`^\\s?${MORE_OR_LESS}`, "u");
export const CLOSERS = /(?:[*_`\])}>"”]|~~){0,8}/y;
export const SUFFIX =
  /\s?(?:頃|ごろ|くらい|경(?!\p{L})|쯤|左右|local\stime\b|local\b|(?:onwards?|ff)\b\.?|ish\b|\(?(?:approx(?:\.|imately)?|estimated|est\.)\)?|\?(?=[\s):]|$))/iuy;
export const PLUS_MINUS =
  /\s?\(?(?:±|\+\/?-)\s?(\d{1,4})\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?|rs?)?)\b\)?/iy;
