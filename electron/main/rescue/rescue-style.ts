/** The look of the rescue screen: the product's own colours, large type, no file to load but this. */
export const rescueStyle = `
:root { color-scheme: light; font-family: "Noto Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-size: 20px; }
* { box-sizing: border-box; }
:lang(en) { font-family: "Segoe UI", "Noto Sans", system-ui, sans-serif; }
body { margin: 0; background: #f7f3ea; color: #22302f; line-height: 1.4; }
main { max-width: 1120px; margin: 0 auto; padding: 12px 32px; }
h1 { margin: 0; font-size: 32px; color: #233a66; }
h2 { margin: 0; font-size: 20px; }
p { margin: 2px 0; }
.second { display: block; font-size: 16px; font-weight: 400; color: #4d5a59; }
header { border-bottom: 4px solid #233a66; padding-bottom: 8px; }
.story { margin-top: 12px; }
.trouble, .result { margin-top: 12px; padding: 8px 16px; border-left: 8px solid #8a5a00; background: #fff; }
.trouble h2 { display: inline; margin-right: 8px; }
.trouble h2.second { color: #4d5a59; }
.result.good { border-color: #2f6b3c; }
.result.bad { border-color: #a3241b; }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 16px; margin-top: 12px; }
form { margin: 0; }
form p { font-size: 16px; }
form p.second { font-size: 14px; margin: 0; }
button { width: 100%; min-height: 60px; padding: 8px 16px; font: inherit; font-weight: 700; color: #233a66; background: #fff;
  border: 2px solid #233a66; border-radius: 8px; cursor: pointer; }
button .second { color: inherit; }
button.main { color: #fff; background: #2f6b3c; border-color: #2f6b3c; }
button:focus-visible { outline: 4px solid #c98a1b; outline-offset: 2px; }
button:disabled { opacity: 0.6; cursor: default; }
pre { margin: 8px 0 0; max-height: 120px; overflow: auto; font-size: 14px; white-space: pre-wrap; }
footer { margin-top: 8px; font-size: 14px; color: #4d5a59; }
footer .second { display: inline; font-size: 14px; }
code { margin-left: 8px; }
`;
