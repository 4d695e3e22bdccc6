import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useFirstRun } from '../../app/first-run.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { CooperativePage } from './CooperativePage.tsx';
import { emptyPlan, foundingInput, type FirstPlan, type Offer } from './first-plan.ts';
import { FirstPricesPage } from './FirstPricesPage.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { ProductsPage } from './ProductsPage.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { SetupFrame } from './SetupFrame.tsx';
import { StationPage } from './StationPage.tsx';
import { SummaryPage } from './SummaryPage.tsx';
import { WizardFoot } from './WizardFoot.tsx';
import { firstTrouble, type WizardPage } from './wizard-pages.ts';

export interface PageProps {
  readonly plan: FirstPlan;
  readonly offers: readonly Offer[];
  readonly onPlan: (plan: FirstPlan) => void;
  /** True once the person tried to go on: from then on what is missing is marked. */
  readonly strict: boolean;
}

const groups = ['cooperative', 'station', 'people', 'products', 'prices', 'summary', 'code'] as const;

/** Pages in their order; every chosen product has a price page of its own. */
function pagesOf(plan: FirstPlan, offers: readonly Offer[]): readonly WizardPage[] {
  const prices = offers.filter((offer) => plan.products.includes(offer.code)).map((offer): WizardPage => ({ group: 'prices', product: offer }));
  return [{ group: 'cooperative' }, { group: 'station' }, { group: 'people' }, { group: 'products' }, ...prices, { group: 'summary' }];
}

function PageContent({ page, ...props }: PageProps & { readonly page: WizardPage }): ReactElement {
  switch (page.group) {
    case 'cooperative': return <CooperativePage {...props} />;
    case 'station': return <StationPage {...props} />;
    case 'people': return <PeoplePage {...props} />;
    case 'products': return <ProductsPage {...props} />;
    case 'prices': return <FirstPricesPage key={page.product.code} {...props} product={page.product} />;
    case 'summary': return <SummaryPage {...props} />;
  }
}

/** Few fields a page, from the cooperative's name to the recovery code. */
export function FirstWizard({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }): ReactElement | null {
  const t = useText('setup');
  const app = useText('app');
  const language = useLanguage();
  const offer = useQueryOp('setup.offer', {});
  const create = useCommandOp('setup.create');
  const { hold } = useFirstRun();
  const [plan, setPlan] = useState(emptyPlan);
  const [at, setAt] = useState(0);
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [code, setCode] = useState<string | null>(null);
  if (offer.data === undefined) return null;
  if (!offer.data.ok) return <SetupFrame><RefusalNotice failure={offer.data} op="setup.offer" /></SetupFrame>;
  const offers = offer.data.data.products;
  const steps = groups.map((group) => t(`steps.${group}`));
  if (code !== null) return <RecoveryCode code={code} steps={steps} cooperative={plan.cooperative.name} onDone={onDone} />;
  const pages = pagesOf(plan, offers);
  const page = pages[at] ?? { group: 'summary' };
  const last = page.group === 'summary';
  const go = (to: number): void => {
    setStrict(false);
    setFailure(null);
    if (to < 0) onBack();
    else setAt(to);
  };
  const found = async (): Promise<void> => {
    hold(true);
    const reply = await create.send(foundingInput(plan, offers, language));
    hold(reply.ok);
    if (reply.ok) setCode(reply.data.recoveryCode);
    else setFailure(reply);
  };
  const next = (): void => {
    if (create.sending) return;
    if (firstTrouble(plan, page) !== null) setStrict(true);
    else if (last) void found();
    else go(at + 1);
  };
  return (
    <SetupFrame
      steps={steps} at={groups.indexOf(page.group)}
      foot={(
        <WizardFoot
          busy={create.sending} nextWord={last ? t(create.sending ? 'summary.creating' : 'summary.create') : app('action.next')} onBack={() => go(at - 1)} onNext={next}
          {...(page.group === 'prices' ? { onSkip: () => go(pages.length - 1) } : {})}
        />
      )}
    >
      <PageContent page={page} plan={plan} offers={offers} strict={strict} onPlan={(changed) => { setPlan(changed); setFailure(null); }} />
      {failure === null ? null : <RefusalNotice failure={failure} op="setup.create" />}
    </SetupFrame>
  );
}
