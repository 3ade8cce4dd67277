/** Kinds of lessons from an incident, by the sections of a review that ask for them. */
export const LEARNING_KINDS = ["went_well", "was_hard", "luck", "surprise", "lesson"] as const;
export type LearningKind = (typeof LEARNING_KINDS)[number];

export const LEARNING_KIND_WORDS: Record<LearningKind, string> = {
  went_well: "What went well",
  was_hard: "What was hard",
  luck: "Where luck helped",
  surprise: "Surprise",
  lesson: "Lesson",
};

export const LEARNING_KIND_MEANINGS: Record<LearningKind, string> = {
  went_well: "A control, a habit or someone's quick adaptation that limited the harm",
  was_hard: "Tools, access, information or coordination that got in the way",
  luck: "Something that helped, but can't be relied on",
  surprise: "Something that differed from what people expected",
  lesson: "A statement that other teams can reuse",
};

/** Words that versions of a review kept before the kind was renamed. */
const EARLIER_WORDS: Readonly<Record<string, LearningKind>> = { "Where we got lucky": "luck" };

/** Returns the kind that a version of a review states in words, or undefined for other words. */
export const learningKindOf = (words: string): LearningKind | undefined =>
  LEARNING_KINDS.find((kind) => LEARNING_KIND_WORDS[kind] === words) ?? EARLIER_WORDS[words];
