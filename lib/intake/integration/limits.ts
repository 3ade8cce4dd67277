/** Days without a delivery after which a source that has sent some counts as silent. */
export const SILENT_AFTER_DAYS = 7;
/** Hours for which the old secret keeps working after a rotation. */
export const OVERLAP_HOURS = 24;
/** Days for which a delivery and its body are kept. */
export const KEPT_DAYS = 30;
/** The longest body of a request that is accepted. */
export const LARGEST_BODY_BYTES = 5 * 1024 * 1024;
