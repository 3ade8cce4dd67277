import { oneOf } from "#lib/base/text/phrases.ts";

/** Words between a day and its time that make the time inexact: "28.01 gegen 06:00". */
export const ABOUT = oneOf`
  about | around | approx(?:\.|imately)? | roughly | circa | ca\.? | etwa | ungefähr | gegen | vers | environ
  hacia(?:\slas)? | cerca\sd[ae]s?(?:\slas)? | por\svolta\sdas | verso(?:\sle)? | rond | omstreeks | ongeveer
  около | примерно | ок\. | okolo | około | kolem | omkring | rundt | runt
`;
/** "28.01 в 06:00", "28.01 um ca. 06:00", "28.01 ~06:00": what can be between a day and its time. */
export const TIME_LEAD = String.raw`(?:(?:at|um|à|a\slas|às|alle|ore|om|kl\.?|klo|v|ve|o|в)\s)?(?:${ABOUT}\s|[~≈∼〜～]\s?|大?[约約]\s?)?`;
