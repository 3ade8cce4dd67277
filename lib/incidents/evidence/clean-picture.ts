/** A picture without metadata, and its size as shown. */
export interface CleanPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}
