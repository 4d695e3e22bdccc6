import { expect, type Page } from '@playwright/test';

/** What the test page keeps; see pages/page.js. */
interface PageShell {
  readonly ports: readonly MessagePort[];
  readonly messages: readonly { station: string; ports: number; generation?: number; scope?: string; kind?: string; locale?: string }[];
  readonly keys: readonly string[];
  readonly violations: readonly string[];
  call(op: string, input?: unknown): Promise<unknown>;
}

declare global {
  interface Window {
    readonly shell: PageShell;
    readonly inlineScriptRan?: boolean;
  }
}

/** The test page of a shell, spoken to in words of the test. */
export class ShellPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  call(op: string, input?: unknown): Promise<unknown> {
    return this.page.evaluate(([name, value]) => window.shell.call(name as string, value), [op, input] as const);
  }

  messages(): Promise<PageShell['messages']> {
    return this.page.evaluate(() => window.shell.messages);
  }

  portCount(): Promise<number> {
    return this.page.evaluate(() => ('shell' in window ? window.shell.ports.length : 0));
  }

  async waitForPorts(count: number): Promise<void> {
    await expect.poll(() => this.portCount(), { timeout: 15_000 }).toBe(count);
  }

  async corePid(): Promise<number> {
    return ((await this.call('about')) as { pid: number }).pid;
  }
}
