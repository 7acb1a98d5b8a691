import { useEffect, useState } from 'react';
import { Icon } from '../icons.tsx';
import { size } from '../message/attachments.tsx';

/** Files that will be sent with the next message. */
export function PendingFiles({
  files,
  onRemove,
}: {
  readonly files: readonly File[];
  readonly onRemove: (file: File) => void;
}) {
  return (
    <ul className="pending-files" aria-label="Files to send">
      {files.map((file, index) => (
        <li key={`${index}-${file.name}`}>
          <Preview file={file} />
          <span>
            {file.name}
            <small>{size(file.size)}</small>
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file)}
          >
            <Icon name="bin" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { readonly file: File }) {
  const [address, set] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address === null ? <Icon name="file" size={28} /> : <img src={address} alt="" />;
}
