import { Select } from 'antd';
import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './product.module.css';

export interface When {
  readonly later: boolean;
  /** `10:30`, for later today. */
  readonly time: string;
}

export interface PublishBarProps {
  readonly changed: number;
  readonly blocked: boolean;
  readonly when: When;
  readonly timeHolds: boolean;
  readonly note: string;
  readonly sending: boolean;
  readonly onWhen: (when: When) => void;
  readonly onNote: (note: string) => void;
  readonly onPublish: () => void;
  readonly onClear: () => void;
}

/** From when the changed prices count, why they changed, and the button that publishes them. */
export function PublishBar(props: PublishBarProps): ReactElement {
  const t = useText('product');
  const { when } = props;
  if (props.changed === 0 && !props.blocked) return <p className={styles['hint']} role="status">{t('publish.nothing')}</p>;
  return (
    <section className={styles['bar']} aria-label={t('publish.title')}>
      <div className={styles['when']}>
        <div className={styles['choice']}>
          <span className={styles['label']}>{t('publish.when')}</span>
          <Select
            aria-label={t('publish.when')} value={when.later ? 'later' : 'now'} style={{ minWidth: '9em' }} onChange={(value) => props.onWhen({ ...when, later: value === 'later' })}
            options={[{ value: 'now', label: t('publish.now') }, { value: 'later', label: t('publish.later') }]}
          />
        </div>
        {when.later ? <TextField label={t('publish.time')} value={when.time} maxLength={5} refusal={when.time !== '' && !props.timeHolds ? t('publish.timeWrong') : null} onChange={(time) => props.onWhen({ ...when, time })} /> : null}
      </div>
      <div className={styles['barNote']}><TextField label={t('publish.note')} value={props.note} maxLength={200} onChange={props.onNote} /></div>
      <span className={styles['barCount']} role="status">{t('publish.changed', { count: props.changed })}</span>
      <span className={styles['right']}>
        <ActionButton kind="quiet" disabled={props.changed === 0} onPress={props.onClear}>{t('publish.clear')}</ActionButton>
        <ActionButton kind="main" shortcut="F9" disabled={props.changed === 0 || props.blocked || props.sending || (when.later && !props.timeHolds)} onPress={props.onPublish}>{t('publish.action')}</ActionButton>
      </span>
    </section>
  );
}
