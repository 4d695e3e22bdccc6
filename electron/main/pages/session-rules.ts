import type { Session } from 'electron';
import { isStationAddress } from './page-address.ts';

/** Only the page's own schemes reach anything: the network belongs to core alone. */
const localRequest = /^(app|blob|data|devtools|chrome-extension):/;

/** Forbids a session everything but its own pages and, for the station's page, the camera. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : undefined;
    answer(permission === 'media' && onlyVideo(media) && isStationAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return permission === 'media' && details.mediaType === 'video' && isStationAddress(requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !localRequest.test(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

function onlyVideo(media: readonly string[] | undefined): boolean {
  return media !== undefined && media.length > 0 && media.every((kind) => kind === 'video');
}
