import type { SourcePicture } from "#importers/index.ts";
import { AppError } from "#lib/base/errors.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { StoredPicture } from "#lib/contract/picture.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { ALT_LENGTH } from "#lib/document/nodes/picture.ts";
import { WRITE_UP_LIMITS } from "#lib/follow/write-up/limits.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { addPicture } from "#server/reviews/picture/index.ts";

const ELSEWHERE = "it isn't in the file";

/**
 * Stores the embedded pictures of a write-up. Returns its blocks with them, and with a line of text for each that isn't
 * stored, which `leftOut` names with its reason.
 */
export async function placePictures(
  tx: TxCtx,
  reviewKey: string,
  { blocks, pictures }: { blocks: readonly DocumentNode[]; pictures: readonly SourcePicture[] },
): Promise<{ blocks: DocumentNode[]; leftOut: string[] }> {
  const placed: (StoredPicture | string)[] = [];
  for (const [index, picture] of pictures.entries()) placed.push(await store(tx, reviewKey, picture, index));
  const leftOut = pictures.flatMap((picture, index) => {
    const reason = placed[index];
    return typeof reason === "string" ? [`${nameOf(picture, index)}: ${reason}`] : [];
  });
  const replace = (node: DocumentNode): DocumentNode => {
    if (node.type !== "picture") return node.content ? { ...node, content: node.content.map(replace) } : node;
    const index = Number(node.attrs?.pictureId);
    const [picture, found] = [pictures[index], placed[index]];
    if (!picture || found === undefined) throw new Error("a picture of a write-up has no place");
    if (typeof found === "string") return lineFor(picture, index);
    const { id, width, height } = found;
    const attrs = {
      pictureId: id,
      alt: picture.alt.slice(0, ALT_LENGTH) || null,
      pixelWidth: width,
      pixelHeight: height,
    };
    const rest = picture.alt.slice(ALT_LENGTH);
    return { type: "picture", attrs, ...(rest === "" ? {} : { content: [{ type: "text", text: picture.alt }] }) };
  };
  return { blocks: blocks.map(replace), leftOut };
}

async function store(tx: TxCtx, key: string, { bytes }: SourcePicture, index: number): Promise<StoredPicture | string> {
  if (bytes === null) return ELSEWHERE;
  if (index >= WRITE_UP_LIMITS.pictures) return `only the first ${WRITE_UP_LIMITS.pictures} pictures are stored`;
  try {
    return await addPicture(tx, { key, file: new File([bytes], "picture") });
  } catch (error) {
    if (!(error instanceof AppError) || !["invalid", "too_large"].includes(error.code)) throw error;
    return error.details.fields?.[0]?.message ?? error.message;
  }
}

const nameOf = ({ alt, address }: SourcePicture, index: number): string =>
  storable(alt || address || `Picture ${index + 1}`).slice(0, 300);

function lineFor(picture: SourcePicture, index: number): DocumentNode {
  const address = picture.address !== "" && picture.address !== picture.alt ? ` (${picture.address})` : "";
  const text = `[Picture left out: ${picture.alt || `picture ${index + 1}`}${address}]`;
  return { type: "paragraph", content: [{ type: "text", text: storable(text) }] };
}
