import { LENGTHS } from "#lib/contract/lengths.ts";
/** The requirements for a new password, as in the contract. */
export const NEW_PASSWORD = {
  required: "Enter a password",
  minLength: { value: 12, message: "Enter at least 12 characters" },
  maxLength: { value: LENGTHS.person.password, message: `Enter at most ${LENGTHS.person.password} characters` },
} as const;

export const NEW_PASSWORD_HINT =
  "At least 12 characters. A few words in a row are good. Your name and common passwords are rejected.";
