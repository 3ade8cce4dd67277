/** Statements of an event that aren't kinds. */
export type Saying =
  /** Trouble was noticed, a failure was seen, an investigation started, or something was found. */
  | "noticed"
  | "seen_failing"
  | "looked_into"
  | "found_out"
  /** It starts, it starts to fail, or nothing works any more. */
  | "begins"
  | "breaks"
  | "fails_wholly"
  /** A fix is in place, it is watched, it gets better, it works again wholly or partly, or it doesn't work yet. */
  | "fix_live"
  | "watching"
  | "eased"
  | "works"
  | "partly_works"
  | "still_bad"
  /** In plain words: it is well, wholly or in part, or someone heard of something. */
  | "well"
  | "over"
  | "partly_well"
  | "in_part"
  | "heard"
  | "bad"
  | "harmed"
  | "acts"
  | "status_post"
  | "announces"
  | "said_resolved"
  | "impact_label"
  | "end_label"
  /** An act was a mistake or faulty, data is destroyed or restored, or a cause is named. */
  | "mistake"
  | "faulty"
  | "destroys"
  | "repairs"
  /** It hadn't failed before. */
  | "first_failure"
  /** An act that its own words call useless, or one that they say solved it. */
  | "in_vain"
  | "helped"
  | "brings_back"
  | "names_cause"
  /** It mentions any kind of trouble, or users are affected. */
  | "troubled"
  | "hits_users";
