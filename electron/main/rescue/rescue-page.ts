import type { Locale } from '../../contract/control.ts';
import { rescueText, type RescueDone, type RescueText, type RescueTexts } from './rescue-texts.ts';

export type RescueActionName = 'try-again' | 'verify' | 'restore' | 'export-log';

/** What the rescue screen shows. */
export interface RescueView {
  readonly trouble: { readonly code: string; readonly message: string };
  readonly running: RescueActionName | null;
  readonly result: { readonly done: RescueDone; readonly detail: string } | null;
}

const buttons: readonly { action: RescueActionName; text: RescueText; hint: RescueText; main?: true }[] = [
  { action: 'try-again', text: 'try_again', hint: 'try_again_hint', main: true },
  { action: 'verify', text: 'verify_books', hint: 'verify_books_hint' },
  { action: 'restore', text: 'restore_backup', hint: 'restore_backup_hint' },
  { action: 'export-log', text: 'export_log', hint: 'export_log_hint' },
];

/** Draws the rescue screen in both languages, the person's own first. It has no script: buttons are forms, and it asks again while work runs. */
export function rescuePage(view: RescueView, texts: RescueTexts, first: Locale): string {
  const both = (key: RescueText, tag = 'span'): string => bilingual(texts, first, key, tag);
  const busy = view.running !== null;
  return `<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><title>${escape(rescueText(texts[first], 'title'))}</title>
${busy ? '<meta http-equiv="refresh" content="1;url=app://rescue/">' : ''}<link rel="stylesheet" href="/rescue.css"></head>
<body><main>
<header>${both('title', 'h1')}</header>
<section class="story">${both('what_happened', 'p')}${booksMayBeHurt(view) ? '' : both('what_is_safe', 'p')}${both('what_to_do', 'p')}</section>
<section class="trouble">${both('trouble_title', 'h2')}${both(`trouble.${view.trouble.code}`, 'p')}</section>
${resultPart(view, both)}
<section class="actions">${buttons.map((button) => actionPart(button, both, busy)).join('')}</section>
<footer>${both('code')} <code>${escape(view.trouble.code)}</code> <code>${escape(view.trouble.message.slice(0, 200))}</code></footer>
</main></body></html>`;
}

/** Then "nothing is lost" would be a promise that nobody can give. */
function booksMayBeHurt(view: RescueView): boolean {
  return view.trouble.code === 'database_corrupt' || view.result?.done === 'books_bad';
}

function resultPart(view: RescueView, both: (key: RescueText, tag?: string) => string): string {
  if (view.running !== null) {
    return `<section class="result working" role="status">${both(view.running === 'try-again' ? 'starting' : 'working', 'p')}</section>`;
  }
  if (view.result === null) return '';
  const { done, detail } = view.result;
  const bad = done === 'books_bad' || done === 'failed';
  return `<section class="result ${bad ? 'bad' : 'good'}" role="status">${both('result_title', 'h2')}${both(`done.${done}`, 'p')}` +
    `${detail === '' ? '' : `<pre>${escape(detail)}</pre>`}</section>`;
}

function actionPart(button: (typeof buttons)[number], both: (key: RescueText, tag?: string) => string, busy: boolean): string {
  return `<form method="post" action="/${button.action}"><button${button.main ? ' class="main" autofocus' : ''}${busy ? ' disabled' : ''}>` +
    `${both(button.text)}</button>${both(button.hint, 'p')}</form>`;
}

function bilingual(texts: RescueTexts, first: Locale, key: RescueText, tag: string): string {
  const second: Locale = first === 'zh' ? 'en' : 'zh';
  return `<${tag} lang="${first}">${escape(rescueText(texts[first], key))}</${tag}>` +
    `<${tag} class="second" lang="${second}">${escape(rescueText(texts[second], key))}</${tag}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
