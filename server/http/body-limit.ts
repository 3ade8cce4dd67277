/** Room for an upload as base64 in JSON, with the fields around it. */
export const bodyLimitBytes = (uploadLimitBytes: number): number => Math.ceil(uploadLimitBytes * 1.4) + 64 * 1024;
