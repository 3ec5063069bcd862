import { useEffect, useState } from 'react';
import { addressOf } from './file-address';
import type { PhotoProps } from './photo-props';

/** In a browser a file has an address of its own, which is asked for; until it came its place is held. */
export function Photo({ file, label, className = '', among }: PhotoProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let wanted = true;
    void addressOf(file).then((found) => {
      if (wanted) setAddress(found);
    });
    return () => {
      wanted = false;
    };
  }, [file]);
  const picture = <img className={className} src={address} alt={label} loading="lazy" data-testid="photo" />;
  if (!among) return picture;
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={label}>
      {picture}
    </a>
  );
}
