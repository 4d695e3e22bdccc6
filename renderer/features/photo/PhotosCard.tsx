import type { ReactElement } from 'react';
import type { PhotoRow } from '../../../electron/contract/photo.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { PhotoView } from './PhotoView.tsx';
import styles from './photo.module.css';

/** The pictures of a posted ticket. */
export function PhotosCard({ photos }: { readonly photos: readonly PhotoRow[] }): ReactElement | null {
  const t = useText('photo');
  if (photos.length === 0) return null;
  return <Card title={t('title')}><div className={styles['photos']}>{photos.map((photo) => <PhotoView key={photo.id} photo={photo} />)}</div></Card>;
}
