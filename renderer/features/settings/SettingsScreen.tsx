import type { ReactElement } from 'react';
import type { Permission } from '../../../electron/contract/permission.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import type { IconName } from '../../ui/icons/icon-paths.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import styles from './settings.module.css';

interface Door {
  readonly path: string;
  readonly icon: IconName;
  readonly permission: Permission;
  readonly name: 'people' | 'products' | 'containers' | 'words' | 'machines' | 'scales' | 'scaleBook' | 'printers' | 'slips' | 'labels' | 'printing' | 'display' | 'look' | 'backup' | 'books' | 'recovery' | 'audit' | 'about';
}

const groups: readonly { readonly name: 'goods' | 'devices' | 'desk' | 'books'; readonly doors: readonly Door[] }[] = [
  { name: 'desk', doors: [
    { path: '/settings/look', icon: 'look', permission: 'signed_in', name: 'look' },
    { path: '/settings/people', icon: 'members', permission: 'user.write', name: 'people' },
  ] },
  { name: 'devices', doors: [
    { path: '/devices', icon: 'scale', permission: 'scale.use', name: 'scales' },
    { path: '/scale-book', icon: 'day', permission: 'scale_book.read', name: 'scaleBook' },
    { path: '/settings/printers', icon: 'printer', permission: 'print.use', name: 'printers' },
    { path: '/settings/slips', icon: 'tickets', permission: 'print.use', name: 'slips' },
    { path: '/settings/labels', icon: 'stock', permission: 'print.use', name: 'labels' },
    { path: '/settings/display', icon: 'display', permission: 'scale.use', name: 'display' },
    { path: '/printing', icon: 'tickets', permission: 'print.use', name: 'printing' },
  ] },
  { name: 'goods', doors: [
    { path: '/products', icon: 'basket', permission: 'product.read', name: 'products' },
    { path: '/containers', icon: 'stock', permission: 'product.read', name: 'containers' },
    { path: '/words', icon: 'trace', permission: 'product.read', name: 'words' },
    { path: '/grading-machines', icon: 'trace', permission: 'product.write', name: 'machines' },
  ] },
  { name: 'books', doors: [
    { path: '/backup', icon: 'backup', permission: 'system.read', name: 'backup' },
    { path: '/settings/books', icon: 'trace', permission: 'system.read', name: 'books' },
    { path: '/settings/recovery', icon: 'lock', permission: 'system.write', name: 'recovery' },
    { path: '/settings/audit', icon: 'search', permission: 'report.read', name: 'audit' },
    { path: '/settings/about', icon: 'help', permission: 'signed_in', name: 'about' },
  ] },
];

/** All that may be set, in four groups; a person sees what they may open. */
export default function SettingsScreen(): ReactElement {
  const t = useText('settings');
  const { may } = useSession();
  return (
    <Page title={t('screens.index')}>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group.name} aria-label={t(`group.${group.name}`)}>
            <h2>{t(`group.${group.name}`)}</h2>
            <div className={styles['cards']}>
              {group.doors.filter((door) => may(door.permission)).map((door) => (
                <button key={door.path} type="button" className={styles['card']} onClick={() => navigate(door.path)}>
                  <Icon name={door.icon} />
                  <span className={styles['words']}><strong>{t(`screens.${door.name}`)}</strong><small>{t(`about.${door.name}`)}</small></span>
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Page>
  );
}
