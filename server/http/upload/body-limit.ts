import { FILE_LIMIT_BYTES } from "#lib/incidents/evidence/limits.ts";
import { largestUploadBytes } from "#lib/incidents/import/upload-limits.ts";
import { PICTURE_LIMIT_BYTES } from "#lib/reviews/picture/picture-sizes.ts";

const MEBIBYTE = 1024 * 1024;
const FIELDS_BYTES = 64 * 1024;
/** The growth of bytes in base64, including line ends. */
const PACKED_TIMES = 1.4;

/**
 * Most values in one body, and how deeply they can be nested. The largest real one has a thousand rows of two fields.
 */
export const BODY_BOUNDS = { depth: 32, members: 10_000 };

export interface BodyLimits {
  jsonBytes: number;
  /** As a form, whose files go to disk. Null if no file is accepted. */
  formBytes: number | null;
  /** Its `content` is always base64, whatever the body says. */
  isPacked: boolean;
}

/** Limit of a body without a file. A larger one is parsed in a worker. */
export const ORDINARY_BYTES = MEBIBYTE;
const ORDINARY: BodyLimits = { jsonBytes: ORDINARY_BYTES, formBytes: null, isPacked: false };

const ofFile = (plainBytes: number, formBytes: number): BodyLimits => ({
  jsonBytes: Math.ceil(plainBytes * PACKED_TIMES) + FIELDS_BYTES,
  formBytes: formBytes + FIELDS_BYTES,
  isPacked: false,
});

const ofImport = (uploadBytes: number) => ofFile(uploadBytes, largestUploadBytes(uploadBytes));

const ofEvidence = () => ({ ...ofFile(FILE_LIMIT_BYTES, FILE_LIMIT_BYTES), isPacked: true });

/** Operations that accept a file, in a form or as `content` in JSON. */
export const UPLOADS: Readonly<Record<string, (uploadBytes: number) => BodyLimits>> = {
  "import.preview": ofImport,
  "import.create": ofImport,
  "writeUp.preview": ofImport,
  "writeUp.create": ofImport,
  "evidence.attach": ofEvidence,
  "actionItem.addEvidence": ofEvidence,
  "actionItem.transition": ofEvidence,
  "actionItem.answerEffect": ofEvidence,
  "picture.add": () => ({ ...ORDINARY, formBytes: PICTURE_LIMIT_BYTES + FIELDS_BYTES }),
};

/** Returns the largest body of an operation. `uploadBytes` is the setting. */
export const bodyLimitsOf = (operation: string, uploadBytes: number): BodyLimits =>
  UPLOADS[operation]?.(uploadBytes) ?? ORDINARY;
