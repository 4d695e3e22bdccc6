import type { ReactElement } from 'react';
import type { SlipLayout, SlipPaper } from '../../../../electron/contract/slip-layout.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { PaperPreview } from '../../../ui/paper/PaperPreview.tsx';

interface SlipPreviewProps {
  readonly paper: SlipPaper;
  readonly printerId: string | null;
  readonly layout: SlipLayout;
  readonly widthMm: 58 | 80;
}

/** A sample in these looks, dot for dot as the printer would burn it. */
export function SlipPreview({ paper, printerId, layout, widthMm }: SlipPreviewProps): ReactElement | null {
  const t = useText('slip');
  const picture = useQueryOp('slip.preview', { paper, printerId, layout, widthMm }, { keepPrevious: true });
  if (picture.data === undefined) return null;
  if (!picture.data.ok) return <RefusalNotice failure={picture.data} op="slip.preview" />;
  const { png, substitutions } = picture.data.data;
  return (
    <>
      <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={t('sample')} widthMm={widthMm} scale={4.4} />
      {substitutions.length === 0 ? null : <p>{t('boxed', { list: substitutions.join(' ') })}</p>}
    </>
  );
}
