import type { ParsedInputOf } from '../../../contract/operations.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';

/** The goods that are delivered under a contract in a practice station: sweet prickly pears, bought whole at one board price. */
export const contractedGoods = 'CILI';

/** Who has a contract and a certificate in the practice station. */
export const contractedMember = '罗应芬';

/** What is deducted for prickly pears: trash from the weight by steps, rot from the price between nodes; very rotten goods are not taken. */
export const practiceTerms: Pick<ParsedInputOf<'deduction.publish'>, 'rule' | 'terms'> = {
  rule: 'added',
  terms: [
    { factor: 'impurity', nameZh: '扣杂', nameEn: 'Trash', acts: 'weight', method: 'step_table', basePct: '1.0', rejectAbovePct: '5', rows: [{ atPct: '1.0', stepPct: '1.0', takes: 100 }] },
    { factor: 'rot', nameZh: '烂果扣价', nameEn: 'Rot discount', acts: 'price_share', method: 'interpolated', basePct: '0', rejectAbovePct: '3', rows: [{ atPct: '1', stepPct: null, takes: 200 }, { atPct: '3', stepPct: null, takes: 1_000 }] },
  ],
};

/** Over the year of the day: 40 kg, so that two baskets cross it, at no less than 3.20 yuan a jin where the board pays 3.00. */
export const practiceContract = (day: BusinessDate): Pick<ParsedInputOf<'contract.sign'>, 'grade' | 'validFrom' | 'validTo' | 'quotaGrams' | 'floorE4' | 'paperNo' | 'signedOn'> => ({
  grade: null, validFrom: `${day.slice(0, 4)}-01-01`, validTo: `${day.slice(0, 4)}-12-31`, quotaGrams: 40_000, floorE4: 64_000, paperNo: 'LX-001', signedOn: day,
});

/** Green food on top of board and floor: 0.20 yuan a jin. */
export const practicePremiumE4 = 4_000;
export const practiceCertificate = (day: BusinessDate): Pick<ParsedInputOf<'contract.saveCertificate'>, 'kind' | 'number' | 'validFrom' | 'validTo' | 'active'> => ({
  kind: 'green', number: 'LX-LB-000001', validFrom: `${day.slice(0, 4)}-01-01`, validTo: `${day.slice(0, 4)}-12-31`, active: true,
});
