function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Colours and letters of the house as an ECharts theme, read from the page's variables. */
export function chartTheme(): object {
  const soft = variable('--ink-soft');
  const line = variable('--line');
  const letters = { color: soft, fontFamily: variable('--font'), fontSize: Number.parseInt(variable('--size-text-small'), 10) };
  const axis = {
    axisLabel: letters, nameTextStyle: letters, axisLine: { lineStyle: { color: variable('--line-strong') } },
    axisTick: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } },
  };
  return {
    color: ['--tea', '--indigo', '--amber', '--training-ink', '--chilli', '--line-strong'].map(variable),
    textStyle: letters, categoryAxis: axis, valueAxis: axis, timeAxis: axis, legend: { textStyle: letters },
    tooltip: { backgroundColor: variable('--raised'), borderColor: variable('--line-strong'), textStyle: { ...letters, color: variable('--ink') }, extraCssText: 'box-shadow: none' },
  };
}
