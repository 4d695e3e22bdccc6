/** Names and goods that have broken printers before; the seed of every paper test. */
export const AWKWARD_TEXTS: readonly string[] = [
  '张三', '欧阳建国', '阿依古丽·买买提', '𠮷田', '㐂寿', '𪚥𪚥𪚥', '李😀明', '家族👨‍👩‍👧‍👦', 'Müller-Łódź', 'José ¥100', '€5', 'Nguyễn Văn Ấn', '"引号"\'单\'', '反斜\\杠\\["]', 'a,b;c|d^e~f',
  'CR\r\nPRINT 1,99\r\nCLS', 'NUL\u0000\u0001\u001b@\u001dV\u0000', '制表\t符', '\u202e反向\u202c', '零宽\u200b\u200d\ufeff', '全角ＡＢＣ１２３', '　　', '', '龘靐齉爩', '囍', '１２３．４５', '⺁⺄㑇', '\ue000私用',
  '半\ud800个', 'e\u0301a\u0300', '♥♦', '①②③㎡㎏', 'ཀྲུང་', 'ئۇيغۇر', 'ꆈꌠ', 'Ŋ̍', '字'.repeat(200), 'W'.repeat(200), 'ab '.repeat(70).trim(), '一'.repeat(15) + '𠮷' + '二'.repeat(30), '！，。、'.repeat(10),
];
