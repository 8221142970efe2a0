/*
 * How the chat looks: Web Chat's and Adaptive Cards' own settings. Every colour is a custom property of
 * chat.css, so that light, dark and a portal's own colours are settled there, in one place.
 */

const font = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const mono = "ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, monospace";

const bubble = { BorderColor: 'var(--till-line)', BorderRadius: 16, BorderWidth: 1 };

const named = (prefix, settings) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value]));

/** For Web Chat: https://github.com/microsoft/BotFramework-WebChat, StyleOptions.ts. */
export const styleOptions = {
  accent: 'var(--till-accent)',
  subtle: 'var(--till-muted)',
  backgroundColor: 'transparent',
  primaryFont: font,
  monospaceFont: mono,
  fontSizeSmall: '0.8125rem',
  paddingRegular: 12,
  paddingWide: 16,
  rootHeight: '100%',
  ...named('bubble', bubble),
  bubbleBackground: 'var(--till-surface)',
  bubbleTextColor: 'var(--till-ink)',
  bubbleMaxWidth: 544,
  bubbleMinWidth: 220,
  bubbleMinHeight: 40,
  ...named('bubbleFromUser', { ...bubble, BorderColor: 'transparent' }),
  bubbleFromUserBackground: 'var(--till-own)',
  bubbleFromUserTextColor: 'var(--till-own-ink)',
  sendBoxBackground: 'var(--till-surface)',
  sendBoxTextColor: 'var(--till-ink)',
  sendBoxPlaceholderColor: 'var(--till-muted)',
  sendBoxDisabledTextColor: 'var(--till-muted)',
  sendBoxBorderTop: 'solid 1px var(--till-line-strong)',
  sendBoxHeight: 48,
  sendBoxButtonColor: 'var(--till-accent)',
  sendBoxButtonColorOnDisabled: 'var(--till-muted)',
  sendBoxButtonShadeColorOnHover: 'var(--till-hover)',
  sendBoxButtonShadeColorOnActive: 'var(--till-hover)',
  sendBoxButtonShadeColorOnDisabled: 'transparent',
  sendBoxButtonShadeBorderRadius: 12,
  sendBoxButtonShadeInset: 6,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--till-focus)',
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
  sendBoxButtonKeyboardFocusIndicatorBorderRadius: 12,
  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: 'var(--till-surface)',
  suggestedActionBackgroundColorOnHover: 'var(--till-hover)',
  suggestedActionBackgroundColorOnActive: 'var(--till-hover)',
  suggestedActionTextColor: 'var(--till-accent)',
  suggestedActionBorderColor: 'var(--till-line-strong)',
  suggestedActionBorderRadius: 20,
  suggestedActionBorderWidth: 1,
  suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--till-focus)',
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionKeyboardFocusIndicatorBorderRadius: 20,
  suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
  scrollToEndButtonFontSize: '0.8125rem',
  timestampColor: 'var(--till-muted)',
  timestampFormat: 'absolute',
  groupTimestamp: 300000,
  transcriptTerminatorColor: 'var(--till-muted)',
  transcriptTerminatorBackgroundColor: 'transparent',
  notificationText: 'var(--till-muted)',
  failedConnectivity: 'var(--till-attention)',
  slowConnectivity: 'var(--till-warning)',
  transcriptVisualKeyboardIndicatorColor: 'var(--till-focus)',
  transcriptVisualKeyboardIndicatorWidth: 2,
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--till-focus)',
  cardEmphasisBackgroundColor: 'var(--till-raised)',
  cardPushButtonBackgroundColor: 'var(--till-accent-soft)',
  cardPushButtonTextColor: 'var(--till-accent)',
  hideUploadButton: true,
  disableFileUpload: true,
  markdownRenderHTML: false,
};

const foreground = (name) => ({ default: `var(--till-${name})`, subtle: `var(--till-${name}-subtle)` });

const foregroundColors = {
  default: { default: 'var(--till-ink)', subtle: 'var(--till-muted)' },
  dark: { default: 'var(--till-ink)', subtle: 'var(--till-muted)' },
  light: { default: 'var(--till-muted)', subtle: 'var(--till-muted)' },
  accent: foreground('accent'),
  good: foreground('good'),
  warning: foreground('warning'),
  attention: foreground('attention'),
};

const container = (background) => ({
  backgroundColor: `var(--till-${background})`,
  borderColor: 'var(--till-line)',
  foregroundColors,
});

/** For Adaptive Cards: https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config. */
export const hostConfig = {
  hostCapabilities: { capabilities: null },
  supportsInteractivity: true,
  choiceSetInputValueSeparator: ',',
  fontTypes: {
    default: {
      fontFamily: font,
      fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: mono,
      fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--till-line)' },
  imageSizes: { small: 32, medium: 56, large: 112 },
  containerStyles: {
    default: container('surface'),
    emphasis: container('raised'),
    accent: container('accent-soft'),
    good: container('good-soft'),
    warning: container('warning-soft'),
    attention: container('attention-soft'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    preExpandSingleShowCardAction: false,
    iconPlacement: 'leftOfTitle',
    iconSize: 20,
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: true,
      weight: 'default',
      wrap: true,
      maxWidth: 140,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention', size: 'small' },
      optionalInputs: { weight: 'bolder', size: 'small' },
    },
    errorMessage: { color: 'attention', spacing: 'small', size: 'small', weight: 'default' },
  },
  textStyles: {
    heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
    columnHeader: { fontType: 'default', size: 'small', weight: 'bolder', color: 'default', isSubtle: true },
  },
  textBlock: { headingLevel: 2 },
};
