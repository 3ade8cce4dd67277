/** Headings and labels below which a write-up lists what is to be done. */
const TITLE =
  /\b(?:(?:resulting |corrective |preventi(?:ve|on|tive) |remediation |remedial |follow[- ]?up |planned |future |further |next |outstanding |post[- ]?incident )?(?:actions?(?: items?| points?)?|measures|steps)|actionables?|action items?|follow[- ]?ups?|to[- ]?dos?|remediations?|planned (?:work|improvements?)|(?:what|how) (?:we|will we|we will|we are|are we|do we|we'll|is)(?:['’]re| are| will| plan| intend| can| could| are going)*(?: to)? (?:be )?(?:do|doing|done|being done|chang\w+|prevent\w*|improv\w+|fix\w*|avoid\w*|address\w*)\b.*|what['’]?s next|future (?:work|improvements?)|improvements|prevention|preventing (?:recurrence|this|future)\b.*|(?:moving|going|looking) forward|still open|(?:open|remaining|outstanding|pending) (?:items?|work|issues|tasks)|(?:short|medium|long)[- ]?term (?:fix(?:es)?|plans?|actions?|improvements?)|(?:action|remediation|mitigation|improvement|recovery) plan|commitments|to improve(?:\/fix)?|maßnahmen|nächste schritte|acciones|seguimiento|pendientes|pendências|ações|azioni|acties|mesures|próximos passos|próximos pasos|prochaines étapes|recommendations?|preventative measures|work items|tasks)\b|再発防止|対策|改进措施/i;
/** The same words where they tell of the past, or of how people worked. */
const NOT =
  /\b(?:taken|timeline|during|performed|history|steps to reproduce|what went|reading|sponsor|summary of actions|immediate response)\b/i;
const WORDS = 10;

export const isActionTitle = (title: string): boolean =>
  title.length <= 90 && title.split(/\s+/).length <= WORDS && TITLE.test(title) && !NOT.test(title);
