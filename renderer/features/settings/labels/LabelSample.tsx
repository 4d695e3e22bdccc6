import type { ReactElement } from 'react';
import type { LabelLayout, LabelPaper, rollWidths } from '../../../../electron/contract/label-layout.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { PaperPreview } from '../../../ui/paper/PaperPreview.tsx';
import { useSettled } from '../../../ui/use-settled.ts';

/** While somebody types, the label is drawn in the pauses. */
const restMs = 150;
/** Pixels of the widest sample; a small label is drawn larger than life, and all of them so that their words can be read. */
const widePixels = 480;
const largestScale = 8;

interface LabelSampleProps {
  readonly paper: LabelPaper;
  readonly printerId: string | null;
  readonly layout: LabelLayout;
  readonly widthMm: (typeof rollWidths)[number];
}

/** A sample in these looks, dot for dot as the printer would burn it. */
export function LabelSample({ paper, printerId, layout, widthMm }: LabelSampleProps): ReactElement | null {
  const t = useText('labels');
  const picture = useQueryOp('labels.preview', { paper, printerId, layout: useSettled(layout, restMs), widthMm }, { keepPrevious: true });
  if (picture.data === undefined) return null;
  if (!picture.data.ok) return <RefusalNotice failure={picture.data} op="labels.preview" />;
  const { png, substitutions } = picture.data.data;
  return (
    <>
      <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={t('looks.sample')} widthMm={widthMm} scale={Math.min(largestScale, widePixels / widthMm)} />
      {substitutions.length === 0 ? null : <p>{t('preview.boxed', { list: substitutions.join(' ') })}</p>}
    </>
  );
}
