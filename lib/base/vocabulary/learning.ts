/** What people learned from an incident, by the sections of a review that ask for it. */
export const LEARNING_KINDS = ["went_well", "was_hard", "luck", "surprise", "lesson"] as const;
export type LearningKind = (typeof LEARNING_KINDS)[number];

export const LEARNING_KIND_WORDS: Record<LearningKind, string> = {
  went_well: "What went well",
  was_hard: "What was hard",
  luck: "Where we got lucky",
  surprise: "Surprise",
  lesson: "Lesson",
};

export const LEARNING_KIND_MEANINGS: Record<LearningKind, string> = {
  went_well: "A control, a habit or someone's quick adaptation that limited the harm",
  was_hard: "Tools, access, information or coordination that got in the way",
  luck: "It helped, but can't be relied on",
  surprise: "It differed from what people expected. State for whom",
  lesson: "A statement that other teams can reuse",
};
