import { toPng } from 'jdenticon';

/** How large a picture of a person is drawn, in pixels; Discord shows none larger. */
const size = 256;

/** The picture that goes with an alias: always the same for the same one, and made of nothing else. A PNG. */
export function aliasPicture(alias: string): Uint8Array {
  return toPng(alias, size, { backColor: '#f2f3f5', padding: 0.12 });
}

/** The file of it on the card, and how the card's embed points at it. https://docs.discord.com/developers/reference#uploading-files */
export const pictureName = 'avatar.png';
export const pictureInEmbed = `attachment://${pictureName}`;
