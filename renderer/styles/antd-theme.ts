import { theme, type ThemeConfig } from 'antd';
import { fontFamily, measures, palettes, radius, type Density, type Scheme } from './tokens.ts';

/** Ant Design drawn with the station's own tokens. */
export function antdTheme(density: Density, scheme: Scheme): ThemeConfig {
  const colour = palettes[scheme];
  const size = measures[density];
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily, fontSize: size.text, fontSizeSM: size.textSmall, fontSizeLG: size.textLarge, lineHeight: 1.5,
      fontSizeHeading1: size.textTitle, fontSizeHeading2: size.textTitle, fontSizeHeading3: size.textLarge, fontSizeHeading4: size.textLarge,
      fontWeightStrong: 600,
      controlHeight: size.target, controlHeightSM: size.targetSmall, controlHeightLG: size.target,
      borderRadius: radius, borderRadiusLG: radius, borderRadiusSM: radius, borderRadiusXS: radius, borderRadiusOuter: radius,
      colorPrimary: colour.tea, colorPrimaryHover: colour.teaHover, colorPrimaryActive: colour.teaPress, colorPrimaryBg: colour.teaTint,
      colorTextLightSolid: colour.onTea,
      colorSuccess: colour.tea, colorWarning: colour.amber, colorError: colour.chilli, colorErrorHover: colour.chilliHover,
      colorErrorBg: colour.chilliTint, colorErrorText: colour.chilliInk, colorInfo: colour.indigo, colorLink: colour.indigoInk,
      colorLinkHover: colour.indigoHover,
      colorText: colour.ink, colorTextSecondary: colour.inkSoft, colorTextTertiary: colour.inkFaint, colorTextQuaternary: colour.inkFaint,
      colorTextPlaceholder: colour.inkFaint, colorTextDescription: colour.inkSoft,
      colorBgBase: colour.surface, colorBgLayout: colour.paper, colorBgContainer: colour.raised, colorBgElevated: colour.raised,
      colorFillAlter: colour.surface, controlItemBgHover: colour.sunken, controlItemBgActive: colour.indigoTint, controlItemBgActiveHover: colour.indigoTint, colorBgMask: colour.veil,
      colorBorder: colour.lineStrong, colorBorderSecondary: colour.line, colorSplit: colour.line,
      boxShadow: colour.overlayShadow, boxShadowSecondary: colour.overlayShadow, boxShadowTertiary: 'none',
      motionDurationFast: '0.08s', motionDurationMid: '0.12s', motionDurationSlow: '0.16s',
      controlOutlineWidth: 3, lineWidthFocus: 3, wireframe: false,
    },
    components: {
      Button: {
        fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', defaultBg: colour.raised,
        defaultBorderColor: colour.lineStrong, defaultHoverBorderColor: colour.indigo, defaultHoverColor: colour.indigoInk,
        defaultActiveBorderColor: colour.indigo, defaultActiveColor: colour.indigoInk, contentFontSize: size.text,
        primaryColor: colour.onTea, dangerColor: colour.onChilli,
      },
      Input: { activeShadow: `0 0 0 3px ${colour.indigoTint}`, activeBorderColor: colour.indigo, hoverBorderColor: colour.indigo },
      Select: {
        activeOutlineColor: colour.indigoTint, activeBorderColor: colour.indigo, hoverBorderColor: colour.indigo,
        optionSelectedBg: colour.indigoTint, optionActiveBg: colour.sunken, optionSelectedColor: colour.indigoInk, optionHeight: size.target,
      },
      DatePicker: { colorPrimary: colour.indigo, colorTextLightSolid: colour.onIndigo, cellHoverBg: colour.sunken, cellActiveWithRangeBg: colour.indigoTint, activeBorderColor: colour.indigo, hoverBorderColor: colour.indigo, activeShadow: `0 0 0 3px ${colour.indigoTint}` },
      Segmented: { trackBg: colour.sunken, itemSelectedBg: colour.indigo, itemSelectedColor: colour.onIndigo, itemColor: colour.inkSoft },
      Tabs: { inkBarColor: colour.indigo, itemSelectedColor: colour.indigoInk, itemHoverColor: colour.indigoInk, itemActiveColor: colour.indigoInk },
      Modal: { contentBg: colour.surface, headerBg: colour.surface, titleFontSize: size.textLarge },
      Drawer: { colorBgElevated: colour.surface },
      Checkbox: { colorPrimary: colour.indigo, colorPrimaryHover: colour.indigoHover, colorTextLightSolid: colour.onIndigo },
      Radio: { colorPrimary: colour.indigo, colorPrimaryHover: colour.indigoHover, colorTextLightSolid: colour.onIndigo },
      Switch: { colorPrimary: colour.indigo, colorPrimaryHover: colour.indigoHover },
      Tooltip: { colorBgSpotlight: colour.ink, colorTextLightSolid: colour.paper },
      Progress: { defaultColor: colour.indigo, remainingColor: colour.sunken },
      Form: { labelFontSize: size.textSmall, labelColor: colour.inkSoft, verticalLabelPadding: '0 0 4px' },
    },
  };
}
