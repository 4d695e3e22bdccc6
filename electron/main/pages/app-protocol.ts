import { protocol, type Session } from 'electron';

/** Answers one host of `app://`. */
export type PageHost = (request: Request, url: URL) => Promise<Response> | Response;

/** Must be called before the application is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves `app://<host>/…` of one session; an unknown host is not found. */
export function serveAppProtocol(session: Session, hosts: Readonly<Record<string, PageHost>>, log: (line: string) => void): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const host = Object.hasOwn(hosts, url.hostname) ? hosts[url.hostname] : undefined;
    if (host === undefined) return new Response('', { status: 404 });
    try {
      return await host(request, url);
    } catch (error) {
      log(`${url.hostname}${url.pathname} could not be served: ${String(error)}`);
      return new Response('', { status: 500 });
    }
  });
}
