import type { GradeWord } from '../../../../electron/contract/grading.ts';
import type { Product } from '../../../../electron/contract/product.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { choiceWord, daysAgoText, nameIn } from '../../ticket/desk/desk-words.ts';
import { gradesOf } from '../../ticket/desk/model/desk-goods.ts';

/** What a word of the village means by the product's scheme: a grade, a measure, both or nothing yet. */
export function useWordMeaning(): (word: Pick<GradeWord, 'grade' | 'attribute' | 'value'>, product: Product | null) => string {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  return (word, product) => {
    const grade = gradesOf(product).find(({ id }) => id === word.grade);
    const attribute = product?.scheme?.definition.attributes.find(({ id }) => id === word.attribute);
    const said = [
      ...(grade === undefined ? [] : [t('word.means', { grade: nameIn(grade, language) })]),
      ...(attribute === undefined ? [] : [t('word.meansValue', { name: nameIn(attribute, language), value: attribute.type === 'date' ? daysAgoText(Number(word.value ?? 0), ticket) : choiceWord(word.value ?? '', ticket) })]),
    ];
    return said.length === 0 ? t('word.noMeaning') : said.join(' · ');
  };
}
