import { useState } from 'react';
import { openAddress } from '../api.ts';
import { Icon } from '../icons.tsx';
import type { AttachmentView } from '../../sandbox/wire.ts';

export function Attachments({ of }: { readonly of: readonly AttachmentView[] }) {
  return (
    <div className="attachments">
      {of.map((one) => (one.picture ? <Picture key={one.id} of={one} /> : <FileCard key={one.id} of={one} />))}
    </div>
  );
}

function Picture({ of }: { readonly of: AttachmentView }) {
  const [covered, cover] = useState(of.spoiler);
  if (covered) {
    return (
      <button type="button" className="picture covered" onClick={() => cover(false)}>
        SPOILER
      </button>
    );
  }
  return (
    <a className="picture" href={openAddress(of.id)} target="_blank" rel="noreferrer">
      <img
        src={of.address}
        alt={of.description ?? of.name}
        width={of.width ?? undefined}
        height={of.height ?? undefined}
      />
    </a>
  );
}

function FileCard({ of }: { readonly of: AttachmentView }) {
  if (of.type.startsWith('audio/')) return <audio className="audio" controls src={of.address} aria-label={of.name} />;
  if (of.type.startsWith('video/')) return <video className="video" controls src={of.address} aria-label={of.name} />;
  return (
    <div className="file-card">
      <Icon name="file" size={30} />
      <div>
        <a href={openAddress(of.id)} target="_blank" rel="noreferrer">
          {of.name}
        </a>
        <span>{size(of.size)}</span>
      </div>
      <a className="icon-button" href={of.address} download={of.name} aria-label={`Download ${of.name}`}>
        <Icon name="download" />
      </a>
    </div>
  );
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
