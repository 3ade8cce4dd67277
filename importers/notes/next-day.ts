const ENDS =
  /(?:^|[\s,(–-])(?:on\s)?(?:(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening)|(?:the\s)?(?:day|morning)\safter)[\s.!)*_]*$/i;
const PLANS =
  /\b(?:will|would|should|shall|going to|to be|plan(?:s|ned)?|scheduled?|expect(?:s|ed)?|until|till|by|for|due)\b/i;

/** Whether the words of a time end in that they happened on the next day: "fixed next day". */
export const endsOnNextDay = (words: string): boolean => ENDS.test(words.slice(-60)) && !PLANS.test(words);
