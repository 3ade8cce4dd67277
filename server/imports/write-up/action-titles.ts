/** Headings and labels below which a write-up lists what is to be done. */
const TITLE =
  /\b(?:(?:resulting |corrective |preventi(?:ve|on|tive) |remediation |remedial |follow[- ]?up |planned |future |further |next |outstanding |post[- ]?incident )?(?:actions?(?: items?| points?)?|measures|steps)|actionables?|action items?|follow[- ]?ups?|to[- ]?dos?|remediations?|planned (?:work|improvements?)|what (?:we|will we|we will|we are|are we|we'll)(?:'re| are| will)? (?:do|doing|be doing|change|changing)\b.*|future (?:work|improvements?)|improvements|recommendations?|preventative measures|work items|tasks)\b/i;
/** The same words where they tell of the past, or of how people worked. */
const NOT =
  /\b(?:taken|timeline|during|performed|history|steps to reproduce|what went|reading|sponsor|summary of actions|immediate response)\b/i;
const WORDS = 8;

export const isActionTitle = (title: string): boolean =>
  title.length <= 90 && title.split(/\s+/).length <= WORDS && TITLE.test(title) && !NOT.test(title);
