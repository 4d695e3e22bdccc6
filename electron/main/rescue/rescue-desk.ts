import type { Locale } from '../../contract/control.ts';
import type { CoreTrouble } from '../core-watch.ts';
import { rescuePolicy } from '../pages/content-security-policy.ts';
import { answer, notFound } from '../pages/page-files.ts';
import type { RescueActions, RescueOutcome } from './rescue-actions.ts';
import { rescuePage, type RescueActionName, type RescueView } from './rescue-page.ts';
import { rescueStyle } from './rescue-style.ts';
import type { RescueTexts } from './rescue-texts.ts';

/** The rescue screen: what is wrong, what runs, what came of it. It answers the requests of `app://rescue/`. */
export class RescueDesk {
  private readonly actions: RescueActions;
  private readonly tryAgain: () => void;
  private readonly texts: RescueTexts;
  private readonly first: Locale;
  private view: RescueView = { trouble: { code: 'core_lost', message: '' }, running: null, result: null };

  constructor(actions: RescueActions, tryAgain: () => void, texts: RescueTexts, first: Locale) {
    this.actions = actions;
    this.tryAgain = tryAgain;
    this.texts = texts;
    this.first = first;
  }

  /** Core has been given up for now; whatever ran before is over. */
  open(trouble: CoreTrouble): void {
    this.view = { ...this.view, trouble, running: null };
  }

  serve(method: string, path: string): Response {
    if (path === '/rescue.css') return answer(rescueStyle, 'text/css; charset=utf-8', rescuePolicy);
    if (path === '/') return this.page();
    const action = actionOf(path);
    if (action === null) return notFound(rescuePolicy);
    if (method === 'POST') this.begin(action);
    return this.page();
  }

  private page(): Response {
    return answer(rescuePage(this.view, this.texts, this.first), 'text/html; charset=utf-8', rescuePolicy);
  }

  private begin(action: RescueActionName): void {
    // One thing at a time: a second press while work runs asks for nothing new.
    if (this.view.running !== null) return;
    this.view = { ...this.view, running: action, result: null };
    if (action === 'try-again') this.tryAgain();
    else void this.run(action);
  }

  private async run(action: Exclude<RescueActionName, 'try-again'>): Promise<void> {
    const result = await this.work(action).catch((error: unknown): RescueOutcome => ({ done: 'failed', detail: String(error) }));
    this.view = { ...this.view, running: null, result };
  }

  private work(action: Exclude<RescueActionName, 'try-again'>): Promise<RescueOutcome> {
    switch (action) {
      case 'verify': return this.actions.verifyBooks();
      case 'restore': return this.actions.restoreBackup();
      case 'export-log': return this.actions.exportLog();
    }
  }
}

function actionOf(path: string): RescueActionName | null {
  const name = path.slice(1);
  return name === 'try-again' || name === 'verify' || name === 'restore' || name === 'export-log' ? name : null;
}
