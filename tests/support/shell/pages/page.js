// Keeps what the shell gave the page, for a test to look at.
const shell = { ports: [], messages: [], keys: [], violations: [], waiting: new Map(), lastId: 0 };
window.shell = shell;
document.addEventListener('securitypolicyviolation', (event) => shell.violations.push(event.effectiveDirective));
window.addEventListener('keydown', (event) => shell.keys.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`));
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  shell.messages.push({ ...event.data, ports: event.ports.length });
  if (event.data.station === 'lost') document.getElementById('state').textContent = 'lost';
  if (event.data.station !== 'port') return;
  const [port] = event.ports;
  shell.ports.push(port);
  shell.port = port;
  document.getElementById('state').textContent = `port ${event.data.generation}`;
  port.addEventListener('message', ({ data }) => {
    shell.waiting.get(data.id)?.(data);
    shell.waiting.delete(data.id);
  });
  port.start();
});
shell.call = (op, input) => new Promise((resolve, reject) => {
  shell.lastId += 1;
  shell.waiting.set(shell.lastId, (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.data)));
  shell.port.postMessage({ id: shell.lastId, op, input });
});
