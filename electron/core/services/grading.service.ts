import { gradingDecisions } from '../../../db/queries/grading.queries.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { gradingOfDraft, proposeByMachine } from './grading/proposals.ts';
import { listMachines, saveMachine } from './grading/machines.ts';
import { gradeSample, listSamples, moveSample, printSample, takeSample, withdrawSample } from './grading/samples.ts';
import { deriveScheme, listSchemes, saveScheme } from './grading/schemes.ts';
import { listWords, saveWord } from './grading/words.ts';

type Own = 'grading.schemes' | 'grading.saveScheme' | 'grading.deriveScheme' | 'grading.words' | 'grading.saveWord' | 'grading.machines' | 'grading.saveMachine' | 'grading.propose' | 'grading.ofDraft' | 'grading.takeSample' | 'grading.printSample' | 'grading.samples'
  | 'grading.gradeSample' | 'grading.withdrawSample' | 'grading.moveSample' | 'grading.report';

/** Grade schemes and their local children, the village's words, machines and blind samples, and the look back at who decided what. */
export const gradingHandlers = {
  'grading.schemes': ask(listSchemes),
  'grading.saveScheme': change(saveScheme),
  'grading.deriveScheme': change(deriveScheme),
  'grading.words': ask(listWords),
  'grading.saveWord': change(saveWord),
  'grading.machines': ask(listMachines),
  'grading.saveMachine': change(saveMachine, { once: false }),
  'grading.propose': change(proposeByMachine),
  'grading.ofDraft': ask(gradingOfDraft),
  'grading.takeSample': change(takeSample),
  'grading.printSample': change(printSample),
  'grading.samples': ask(listSamples),
  'grading.gradeSample': change(gradeSample),
  'grading.withdrawSample': change(withdrawSample),
  'grading.moveSample': change(moveSample),
  'grading.report': ask(({ db }, period) => ({ rows: gradingDecisions.all(db, period) })),
} satisfies HandlersOf<Own>;
