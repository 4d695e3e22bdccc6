/** Who works at the practice station, and the PIN each was given; only a training folder has these people. */
export const practicePeople = [
  { login: 'zhanzhang', name: '王站长', role: 'manager', pin: '2580' }, { login: 'kuaiji', name: '李会计', role: 'accountant', pin: '1470' },
  { login: 'siban', name: '张司磅', role: 'clerk', pin: '3690' },
] as const;
