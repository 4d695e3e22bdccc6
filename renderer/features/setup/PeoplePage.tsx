import type { ReactElement } from 'react';
import { pinProblem } from '../../../electron/domain/pin-rule.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { PinField } from '../../ui/fields/PinField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions } from '../../ui/layout/Card.tsx';
import { newPerson, personTrouble, type FirstPerson, type FirstPlan, type FirstRole, type PersonTrouble } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

const mostPeople = 10;

/** A PIN is only judged when it was typed as far as it will go, or when the person wants to go on. */
function shownTrouble(plan: FirstPlan, index: number, strict: boolean): PersonTrouble | null {
  const person = plan.people[index];
  const trouble = personTrouble(plan, index);
  if (strict || person === undefined || trouble === null || trouble === 'name') return strict ? trouble : null;
  if (trouble === 'pinWeak') return person.pin.length >= 4 && pinProblem(person.pin) !== null ? trouble : null;
  return person.again.length >= person.pin.length && person.again !== '' ? trouble : null;
}

interface PersonFieldsProps extends PageProps {
  readonly person: FirstPerson;
  readonly index: number;
}

function PersonFields({ plan, onPlan, strict, person, index }: PersonFieldsProps): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const trouble = shownTrouble(plan, index, strict);
  const set = (change: Partial<FirstPerson>): void => onPlan({ ...plan, people: plan.people.map((other, at) => (at === index ? { ...other, ...change } : other)) });
  const remove = (): void => onPlan({ ...plan, people: plan.people.filter((_, at) => at !== index) });
  return (
    <section className={styles['person']} aria-label={app(`role.${person.role}`)}>
      <header className={styles['personHead']}>
        <h2>{app(`role.${person.role}`)}</h2>
        {index < 2 ? null : <ActionButton kind="quiet" small icon="close" onPress={remove}>{t('people.remove')}</ActionButton>}
      </header>
      <div className={styles['personFields']}>
        <TextField label={t('people.name')} autoFocus={index === 0} maxLength={60} value={person.name} refusal={trouble === 'name' ? t('missing.person') : null} onChange={(name) => set({ name })} />
        <PinField
          label={t('people.pin')} hint={t('people.pinHint')} value={person.pin} refusal={trouble === 'pinWeak' ? t('missing.pinWeak') : trouble === 'pinTaken' ? t('missing.pinTaken') : null}
          onChange={(pin) => set({ pin })}
        />
        <PinField label={t('people.again')} value={person.again} refusal={trouble === 'pinsDiffer' ? t('missing.pinsDiffer') : null} onChange={(again) => set({ again })} />
      </div>
    </section>
  );
}

/** Two people at least, because where money or history is touched a second one agrees. */
export function PeoplePage(props: PageProps): ReactElement {
  const t = useText('setup');
  const { plan, onPlan } = props;
  const add = (role: FirstRole): void => onPlan({ ...plan, people: [...plan.people, newPerson(role)] });
  return (
    <div className={styles['column']}>
      <h1>{t('people.title')}</h1>
      <p className={styles['lead']}>{t('people.text')}</p>
      <div className={styles['people']} data-first-fields>{plan.people.map((person, index) => <PersonFields key={person.id} {...props} person={person} index={index} />)}</div>
      {plan.people.length >= mostPeople ? null : (
        <Actions>
          <ActionButton icon="person" onPress={() => add('clerk')}>{t('people.addClerk')}</ActionButton>
          <ActionButton icon="person" onPress={() => add('grader')}>{t('people.addGrader')}</ActionButton>
        </Actions>
      )}
    </div>
  );
}
