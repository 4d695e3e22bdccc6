import { App as AntApp, ConfigProvider } from 'antd';
import antdEnglish from 'antd/locale/en_US';
import antdChinese from 'antd/locale/zh_CN';
import type { ReactElement, ReactNode } from 'react';
import { antdTheme } from '../styles/antd-theme.ts';
import type { Density, Scheme } from '../styles/tokens.ts';
import { useLanguage } from '../ui/language/use-text.ts';
import { followCalendarLanguage } from './calendar-language.ts';

followCalendarLanguage();

/** The shell puts the style nonce of this page load into the document. */
function styleNonce(): { nonce?: string } {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? {} : { nonce };
}

/** Ant Design in the station's clothes, for everything behind the sign-in. */
export function DeskProviders({ density, scheme, children }: { readonly density: Density; readonly scheme: Scheme; readonly children: ReactNode }): ReactElement {
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={antdTheme(density, scheme)} locale={language === 'zh' ? antdChinese : antdEnglish} csp={styleNonce()}
      button={{ autoInsertSpace: false }} wave={{ disabled: true }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
