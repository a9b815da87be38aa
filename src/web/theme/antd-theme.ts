import type { ThemeConfig } from 'antd/es/config-provider';
import theme from 'antd/es/theme';
import type { MappingAlgorithm } from 'antd/es/theme';
import {
  CODE_FONT_FAMILY,
  CONTROL_HEIGHT_PX,
  FONT_FAMILY,
  FONT_SIZE_PX,
  LINE_HEIGHT_PX,
  PALETTES,
  RADIUS_PX,
  ROW_HEIGHT_PX,
  type ColourMode,
  type Palette,
} from './tokens.ts';

/** antd derives its colours from seeds; the ones with a meaning are set by hand so that contrast is certain. */
function fixColours(palette: Palette): MappingAlgorithm {
  const fix: MappingAlgorithm = (seed, map) => ({
    ...(map ?? theme.defaultAlgorithm(seed)),
    colorBgLayout: palette.page,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.raised,
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
    colorText: palette.text,
    colorTextSecondary: palette.textSoft,
    colorTextTertiary: palette.textSoft,
    colorTextQuaternary: palette.textSoft,
    colorPrimary: palette.brand,
    colorPrimaryHover: palette.brandHover,
    colorPrimaryActive: palette.brandActive,
    colorPrimaryText: palette.brand,
    colorPrimaryTextHover: palette.brandHover,
    colorPrimaryTextActive: palette.brandActive,
    colorPrimaryBg: palette.brandSoft,
    colorPrimaryBgHover: palette.brandSoft,
    colorPrimaryBorder: palette.brandSoftLine,
    colorPrimaryBorderHover: palette.brand,
    colorLink: palette.brand,
    colorLinkHover: palette.brandHover,
    colorLinkActive: palette.brandActive,
    colorInfo: palette.brand,
    colorInfoBg: palette.brandSoft,
    colorInfoBorder: palette.brandSoftLine,
    colorInfoText: palette.brand,
    colorError: palette.red,
    colorErrorHover: palette.red,
    colorErrorActive: palette.red,
    colorErrorText: palette.red,
    colorErrorTextHover: palette.red,
    colorErrorBg: palette.redSoft,
    colorErrorBorder: palette.redLine,
    colorErrorBorderHover: palette.red,
    colorWarning: palette.amber,
    colorWarningText: palette.amber,
    colorWarningBg: palette.amberSoft,
    colorWarningBorder: palette.amberLine,
    colorSuccess: palette.green,
    colorSuccessText: palette.green,
    colorSuccessBg: palette.greenSoft,
    colorSuccessBorder: palette.greenLine,
  });
  return fix;
}

const ROW_PADDING_PX = (ROW_HEIGHT_PX - LINE_HEIGHT_PX - 1) / 2;

/** The antd theme of one mode; the numbers come from tokens.ts. */
export function antdTheme(mode: ColourMode, hasMotion: boolean): ThemeConfig {
  const palette = PALETTES[mode];
  return {
    algorithm: [mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, fixColours(palette)],
    token: {
      fontFamily: FONT_FAMILY,
      fontFamilyCode: CODE_FONT_FAMILY,
      fontSize: FONT_SIZE_PX,
      controlHeight: CONTROL_HEIGHT_PX,
      borderRadius: RADIUS_PX,
      borderRadiusLG: RADIUS_PX,
      wireframe: false,
      motion: hasMotion,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      colorTextPlaceholder: palette.textSoft,
      colorTextDescription: palette.textSoft,
      colorTextLightSolid: palette.onBrand,
      colorTextDisabled: palette.textSoft,
      colorIcon: palette.textSoft,
      colorSplit: palette.line,
    },
    components: {
      Button: {
        primaryColor: palette.onBrand,
        dangerColor: palette.onBrand,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Table: {
        cellPaddingBlockSM: ROW_PADDING_PX,
        cellPaddingInlineSM: 10,
        headerBg: palette.sunken,
        headerColor: palette.textSoft,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.brandSoft,
        rowSelectedBg: palette.brandSoft,
        rowSelectedHoverBg: palette.brandSoft,
        borderColor: palette.line,
      },
      Tooltip: { colorTextLightSolid: '#ffffff', colorBgSpotlight: mode === 'dark' ? '#3a4552' : '#1b232d' },
      Alert: { withDescriptionPadding: '10px 12px', withDescriptionIconSize: 18, defaultPadding: '8px 12px' },
      Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0' },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: palette.text },
      Drawer: { paddingLG: 20 },
      Descriptions: { itemPaddingBottom: 8 },
    },
  };
}
