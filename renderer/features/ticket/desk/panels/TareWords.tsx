import type { ReactElement } from 'react';
import type { Container } from '../../../../../electron/contract/product.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import { nameIn } from '../desk-words.ts';
import type { Tare } from '../model/desk-state.ts';

/** Where the tare of the next basket comes from: 竹篓 × 2, 空筐过秤, 手工. */
export function TareWords({ tare, containers }: { readonly tare: Tare; readonly containers: readonly Container[] }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const container = tare.kind === 'container' ? containers.find((candidate) => candidate.id === tare.containerId) : undefined;
  const words = tare.kind === 'none' ? t('desk.tare.noneShort')
    : tare.kind === 'reading' ? t('desk.tare.weighedShort')
      : tare.kind === 'typed' ? t('desk.tare.typedShort')
        : container === undefined ? t('desk.tare.unknown') : t('desk.tare.containers', { name: nameIn(container, language), count: tare.count });
  return <span className={styles['tag']} data-tone={tare.kind === 'none' || container === undefined && tare.kind === 'container' ? 'wait' : undefined}>{words}</span>;
}
