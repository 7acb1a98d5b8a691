import { crc32, deflateSync } from 'node:zlib';

/** Files as cameras and programs write them, with the name of whoever made them inside. */

/** A picture of one grey square, so that there is something to be seen. */
const smallestJpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==';

export function jpegBy(author: string, orientation = 6): Buffer {
  const plain = Buffer.from(smallestJpeg, 'base64');
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, exif(author, orientation)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<dc:creator>${author}</dc:creator>`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${author}`)),
    segment(0xfe, Buffer.from(author)),
    plain.subarray(2),
    Buffer.from(`behind the end: ${author}`),
  ]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A TIFF directory of two entries: which way up, and who made it. */
function exif(author: string, orientation: number): Buffer {
  const name = Buffer.from(`${author}\0`);
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  entry(tiff, 10, [0x0112, 3, 1, orientation]);
  entry(tiff, 22, [0x013b, 2, name.length, 38]);
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, name]);
}

function entry(tiff: Buffer, at: number, [tag, type, count, value]: readonly [number, number, number, number]): void {
  tiff.writeUInt16LE(tag, at);
  tiff.writeUInt16LE(type, at + 2);
  tiff.writeUInt32LE(count, at + 4);
  tiff.writeUInt32LE(value, at + 8);
}

/** Puts words into a picture, plain and compressed, and its author into what a camera writes. */
export function pngBy(author: string, plain: Uint8Array): Buffer {
  const bytes = Buffer.from(plain);
  const afterHeader = 8 + 25;
  return Buffer.concat([
    bytes.subarray(0, afterHeader),
    chunk('tEXt', Buffer.from(`Author\0${author}`, 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(author)])),
    chunk('eXIf', exif(author, 1).subarray(6)),
    bytes.subarray(afterHeader),
    Buffer.from(author),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** One black dot, a comment, and what a program adds. */
export function gifBy(author: string): Buffer {
  const words = Buffer.from(author);
  const block = Buffer.concat([Buffer.from([words.length]), words, Buffer.from([0])]);
  return Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1'),
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('NETSCAPE2.0'),
    Buffer.from([3, 1, 0, 0, 0]),
    Buffer.from([0x21, 0xfe]),
    block,
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP'),
    block,
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
    words,
  ]);
}

export function webpBy(author: string): Buffer {
  const header = Buffer.alloc(10);
  header[0] = 0x0c;
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', header),
    riff('VP8L', Buffer.from('2f00000010071011118888fe07', 'hex')),
    riff('EXIF', exif(author, 1)),
    riff('XMP ', Buffer.from(author)),
  ]);
  return riff('RIFF', body);
}

function riff(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A recording with a title, and where it was made. */
export function mp4By(author: string): Buffer {
  const words = Buffer.from(author);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    box('uuid', Buffer.concat([Buffer.alloc(16, 7), words])),
    box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('trak', box('udta', words)), box('udta', words)])),
    box('mdat', Buffer.from('sound and picture')),
  ]);
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`\0\0\0\0${type}`);
  head.writeUInt32BE(body.length + 8);
  return Buffer.concat([head, body]);
}

/**
 * A picture of a telephone: what is in it lies behind a table that says where. `within`: in the table's own box. `moving`: with frames
 * before the table, and the seconds around it beside it.
 */
export function heifBy(author: string, { brand = 'heic', within = false, moving = false } = {}): Buffer {
  const parts = [Buffer.from('the picture'), exif(author, 1), Buffer.from(`<dc:creator>${author}</dc:creator>`)];
  const said = box('meta', Buffer.concat([Buffer.alloc(4), box('ilst', Buffer.from(author))]));
  const frames = box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('trak', said), said]));
  const start = Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1`)), ...(moving ? [frames] : [])]);
  const beside = Buffer.concat([box('uuid', Buffer.from(author)), ...(moving ? [box('mpvd', mp4By(author))] : [])]);
  const described = box('udes', Buffer.concat([Buffer.alloc(4), Buffer.from(`en\0${author}\0`)]));
  const aloud = box('altt', Buffer.from(`\0\0\0\0By ${author}\0en\0`));
  const tableFor = (from: number): Buffer =>
    box(
      'meta',
      Buffer.concat([
        Buffer.alloc(4),
        box('hdlr', Buffer.from('\0\0\0\0\0\0\0\0pict')),
        box('iinf', Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 3]), ...['hvc1', 'Exif', 'mime'].map(item)])),
        box('iprp', box('ipco', Buffer.concat([box('irot', Buffer.from([1])), described, aloud]))),
        box('iloc', places(parts, from, within ? 1 : 0)),
        ...(within ? [box('idat', Buffer.concat(parts))] : []),
      ]),
    );
  const table = tableFor(within ? 0 : start.length + tableFor(0).length + beside.length + 8);
  return Buffer.concat([start, table, beside, ...(within ? [] : [box('mdat', Buffer.concat(parts))])]);

  function item(kind: string, at: number): Buffer {
    const type = kind === 'mime' ? 'application/rdf+xml\0' : '';
    return box(
      'infe',
      Buffer.concat([Buffer.from([2, 0, 0, 0, 0, at + 1, 0, 0]), Buffer.from(`${kind}${author}\0${type}`)]),
    );
  }
}

function places(parts: readonly Buffer[], start: number, method: number): Buffer {
  let from = start;
  const rows = parts.map(({ length }, at) => {
    const row = Buffer.alloc(16);
    row.writeUInt16BE(at + 1, 0);
    row.writeUInt16BE(method, 2);
    row.writeUInt16BE(1, 6);
    row.writeUInt32BE(from, 8);
    row.writeUInt32BE(length, 12);
    from += length;
    return row;
  });
  return Buffer.concat([Buffer.from([1, 0, 0, 0, 0x44, 0, 0, parts.length]), ...rows]);
}

/** A table that is made to be read for long: so many places of so many items, each of which takes up nothing, or all there is. */
export function endlessHeif(kind: 'hvc1' | 'Exif'): Buffer {
  const isPicture = kind === 'hvc1';
  const item = Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 1, 0, 0]), Buffer.from(`${kind}\0`)]);
  const head = Buffer.from([0, 0, 0, 0, isPicture ? 0 : 0x44, 0, isPicture ? 0x80 : 0, isPicture ? 0 : 7]);
  const none = Buffer.from([0, 1, 0, 0, 0xff, 0xff]);
  const all = Buffer.from([0, 0, 0x10, 0, 0x7f, 0xff, 0xff, 0xff]);
  const rows = isPicture
    ? Array.from({ length: 0x8000 }, () => none)
    : Array.from({ length: 7 }, () => [none, ...Array.from({ length: 0xffff }, () => all)]).flat();
  const table = [box('iinf', Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 1]), box('infe', item)]))];
  const meta = Buffer.concat([Buffer.alloc(4), ...table, box('iloc', Buffer.concat([head, ...rows]))]);
  return Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1')), box('meta', meta)]);
}
