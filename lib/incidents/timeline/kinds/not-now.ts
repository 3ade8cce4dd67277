/** Marks of a habit, a plan, or something long ago. */
const OPENING =
  /^\W*(?:usually|normally|typically|often|ordinarily|every (?:day|night|week|month|year|spring|summer|autumn|winter)|last (?:month|year)|back in|(?:a|two|three|some|several|many) (?:weeks?|months?|years?) (?:ago|before)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter),? (?:the|we|this|it)\b|plan(?:ned)?:|next steps?:|to-?do:)/i;
const HABIT = /\b(?:usually|typically|often|tends? to|each time we)\b/i;

/** Returns whether a text describes a habit, a plan or the past, and so nothing that happened at its instant. */
export const isNotNow = (words: string): boolean => OPENING.test(words) || HABIT.test(words);
