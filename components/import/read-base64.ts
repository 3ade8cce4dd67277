const HEADER = /^data:[^,]*,/;

/** A file that the browser cannot read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** The bytes of a file as base64. Rejects with Unreadable when it is gone or locked. */
export function readBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Unreadable("This file cannot be read. It may have been moved; choose it again."));
    reader.onload = () => resolve(String(reader.result).replace(HEADER, ""));
    reader.readAsDataURL(blob);
  });
}
