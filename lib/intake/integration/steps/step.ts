/** One numbered step. In its code, `{url}` and `{secret}` stand for the address and the secret. */
export interface Step {
  title: string;
  text?: string;
  /** A field with its own copy button. `paste` accepts a secret that the tool created. */
  field?: "url" | "url_with_secret" | "secret" | "paste";
  /** A block to copy as a whole. */
  code?: string;
  language?: "yaml" | "sh" | "json" | "text";
}

/** The last step of every source. */
export const TRY: Step = {
  title: "Try it",
  text: "Send a test from the tool, or from this page. It shows up under the last deliveries.",
};

export const COPY_SECRET: Step = {
  title: "Set the secret",
  text: "It's shown only once. You can create a new one at any time. The old one keeps working for 24 hours.",
  field: "secret",
};

/** Steps for a tool that can only call a URL. It sends the secret in a header if it can, otherwise in the URL. */
export const sharedSteps = (label: string): Step[] => [
  { title: `Add a webhook in ${label}`, text: "Method POST, content type application/json.", field: "url" },
  {
    title: "Send the secret",
    text: "As the header X-Afterword-Secret, as a bearer token, or as a basic password. If a tool can't send any of these, use the URL with the secret in it.",
    field: "secret",
  },
  { title: "Only if it can't send a header", text: "The secret comes after a dot.", field: "url_with_secret" },
  TRY,
];
