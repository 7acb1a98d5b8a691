/** How a transcript looks: like the conversation did in Discord, in light and dark, and on paper. */
export const style = `
:root{color-scheme:light dark;--page:#e9eaed;--sheet:#fff;--inset:#f2f3f5;--line:#e1e3e7;--words:#313338;--soft:#5c5f66;--strong:#060607;
--link:#0067d6;--mention:#4752c4;--mention-bg:#e6e8fd;--staff:#4752c4;--staff-bg:#e6e8fd;--internal:#8a5a00;--internal-bg:#fdf5e3;
--internal-line:#e5a50a;--bad:#c3232d;--bad-bg:#fdeeee;--hidden:#c4c9ce;--mark:#c4c9ce;--hover:#f7f7f9}
@media screen and (prefers-color-scheme:dark){:root{--page:#1a1b1e;--sheet:#313338;--inset:#2b2d31;--line:#404249;--words:#dbdee1;--soft:#a3a8b0;
--strong:#f2f3f5;--link:#4db5ff;--mention:#c9cdfb;--mention-bg:#414675;--staff:#c9cdfb;--staff-bg:#414675;--internal:#f2c25c;
--internal-bg:#3b372c;--internal-line:#d99e1f;--bad:#ff8a8f;--bad-bg:#43323a;--hidden:#1e1f22;--mark:#5a5c64;--hover:#2e3035}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--words);overflow-wrap:anywhere;
font:400 16px/1.4 "gg sans","Noto Sans",ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,.top,footer{max-width:880px;margin:0 auto;background:var(--sheet)}
.top{margin-top:32px;border-radius:14px 14px 0 0;border-top:6px solid var(--accent);padding:24px 28px 20px;border-bottom:1px solid var(--line)}
.top h1{margin:0;font-size:24px;line-height:1.25;color:var(--strong);font-weight:700}
.top .with{margin:2px 0 16px;color:var(--soft)}
.facts{display:flex;flex-wrap:wrap;gap:12px 32px;margin:0}
.facts dt{font-size:12px;font-weight:600;color:var(--soft)}
.facts dd{margin:1px 0 0;color:var(--strong)}
.facts .wide{flex-basis:100%}.facts .wide dd{white-space:pre-wrap}
.people{display:flex;flex-wrap:wrap;gap:8px;margin:18px 0 0;padding:0;list-style:none}
.people li{display:flex;align-items:center;gap:8px;background:var(--inset);border-radius:99px;padding:4px 12px 4px 4px;font-size:14px}
.people .face{position:static;width:24px;height:24px;font-size:12px}
.counts{margin:14px 0 0;font-size:14px;color:var(--soft)}
.warn{display:inline-block;margin:14px 0 0;font-size:14px;color:var(--internal);background:var(--internal-bg);border-radius:6px;padding:3px 10px}
main{padding:8px 0 24px}
footer{margin-bottom:32px;border-radius:0 0 14px 14px;border-top:1px solid var(--line);padding:14px 28px;font-size:13px;color:var(--soft)}
.day{display:flex;align-items:center;gap:12px;margin:22px 28px 6px;font-size:12px;font-weight:600;color:var(--soft)}
.day:before,.day:after{content:"";flex:1;height:1px;background:var(--line)}
article{position:relative;padding:2px 28px 2px 84px;min-height:26px}
.long article{content-visibility:auto;contain-intrinsic-size:auto 48px}
article.first{margin-top:16px}
article:hover{background:var(--hover)}
article:target{box-shadow:inset 3px 0 0 var(--accent);background:var(--hover)}
.face{position:absolute;left:28px;width:40px;height:40px;border-radius:50%;background:#747f8d center/cover;color:#fff;display:flex;
align-items:center;justify-content:center;font-weight:600;font-size:18px;user-select:none;overflow:hidden}
.face.server{background:var(--accent)}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px}
.who{font-weight:600;color:var(--strong)}
.at{font-size:12px;color:var(--soft);text-decoration:none;white-space:nowrap}.at:hover{text-decoration:underline}
.follows>.at{position:absolute;left:0;width:72px;text-align:right;line-height:22px;opacity:0;font-size:11px}
.follows:hover>.at,.follows>.at:focus{opacity:1}
.badge{font-size:11px;font-weight:600;line-height:16px;border-radius:4px;padding:0 5px;background:var(--staff-bg);color:var(--staff)}
.badge.internal{background:var(--internal-line);color:#1e1300}
.badge.anonymous{background:var(--inset);color:var(--soft)}
.internal{background:var(--internal-bg);box-shadow:inset 3px 0 0 var(--internal-line)}
.internal:hover{background:var(--internal-bg)}
.deleted .text,.deleted .files,.undelivered .text{opacity:.65}
.deleted,.deleted:hover,.undelivered,.undelivered:hover{background:var(--bad-bg);box-shadow:inset 3px 0 0 var(--bad)}
.reply-to{display:block;position:relative;font-size:14px;color:var(--soft);text-decoration:none;white-space:nowrap;overflow:hidden;
text-overflow:ellipsis;margin-bottom:2px}
.reply-to:before{content:"";display:inline-block;width:22px;height:8px;margin:0 6px 0 -34px;border:2px solid var(--mark);border-width:2px 0 0 2px;
border-radius:6px 0 0 0;vertical-align:-4px}
.reply-to{padding-left:34px;margin-left:-34px}.reply-to b{color:var(--words);font-weight:600}.reply-to:hover{color:var(--words)}
.reply-to.gone{font-style:italic}
.notice{padding-top:4px;padding-bottom:4px;color:var(--soft);font-size:14px;display:flex;gap:8px;align-items:baseline;margin:6px 0}
.notice:before{content:"";position:absolute;left:43px;top:10px;width:10px;height:10px;border-radius:50%;background:var(--mark)}
.text p,.text h3,.text h4,.text h5{margin:0;white-space:pre-wrap}
.text h3{font-size:24px;margin:12px 0 6px;color:var(--strong)}.text h4{font-size:20px;margin:12px 0 6px;color:var(--strong)}
.text h5{font-size:17px;margin:10px 0 4px;color:var(--strong)}
.text .subtext{font-size:13px;color:var(--soft)}
.text ul,.text ol{margin:2px 0;padding-left:24px;white-space:pre-wrap}
.text blockquote{margin:2px 0;padding-left:12px;border-left:4px solid var(--mark);border-radius:3px}
.text.large p{font-size:44px;line-height:1.25}
a{color:var(--link)}.text a{text-decoration:none}.text a:hover{text-decoration:underline}
code{font:14px/1.3 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--inset);border-radius:4px;padding:1px 4px;white-space:pre-wrap}
pre{margin:6px 0;background:var(--inset);border:1px solid var(--line);border-radius:6px;padding:8px 10px;max-width:100%;overflow-x:auto}
pre code{background:none;padding:0}
pre[data-language]:before{content:attr(data-language);display:block;font-size:11px;color:var(--soft);margin-bottom:4px}
.mention,time{background:var(--mention-bg);color:var(--mention);border-radius:4px;padding:0 3px;font-weight:500}
time{background:var(--inset);color:inherit;font-weight:400}
span.emoji{color:var(--soft)}img.emoji{height:1.375em;width:auto;vertical-align:-.3em}
.spoiler{background:var(--hidden);border-radius:4px;cursor:pointer;outline-offset:2px}
.spoiler>span{visibility:hidden}.spoiler:focus>span,.spoiler:hover>span,.spoiler:focus-within>span{visibility:visible}
.spoiler:focus,.spoiler:hover,.spoiler:focus-within{background:var(--inset)}
.files{display:flex;flex-direction:column;align-items:flex-start;gap:6px;margin:4px 0}
figure{margin:0;max-width:100%}
.picture img{display:block;max-width:min(100%,480px);max-height:340px;border-radius:8px;cursor:zoom-in}
.picture img:focus{max-width:100%;max-height:none;cursor:zoom-out;outline:none}
.picture .spoiler{display:block;position:relative;overflow:hidden}
.picture .spoiler:before{content:attr(data-label);position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);background:var(--sheet);
border-radius:99px;padding:4px 14px;font-size:13px;font-weight:600}
.picture .spoiler:hover:before,.picture .spoiler:focus:before,.picture .spoiler:focus-within:before{content:none}
.player{background:var(--inset);border:1px solid var(--line);border-radius:8px;padding:10px 12px}
.player figcaption{font-size:14px;margin-bottom:6px}.player video{max-width:100%;max-height:340px;border-radius:6px;display:block}
.player audio{display:block;width:360px;max-width:100%}
.file{display:flex;align-items:center;gap:4px 12px;flex-wrap:wrap;max-width:480px;background:var(--inset);border:1px solid var(--line);
border-radius:8px;padding:10px 14px;color:var(--words);text-decoration:none}
.file .name{font-weight:500;color:var(--link)}.file.missing .name{color:var(--words)}.file.missing{border-style:dashed}
.file .save{font-size:13px;color:var(--link)}.file:hover .name{text-decoration:underline}.file.missing:hover .name{text-decoration:none}
small{font-size:12px;color:var(--soft)}
.sticker{width:160px;height:160px;object-fit:contain;display:block;margin:4px 0}
.chip{display:inline-block;background:var(--inset);border:1px solid var(--line);border-radius:8px;padding:5px 12px;margin:3px 6px 3px 0;font-size:14px}
.embed,.poll,.forward{display:flex;flex-direction:column;gap:4px;margin:4px 0;max-width:520px;padding:8px 14px 10px;border-radius:6px}
.embed{background:var(--inset);border-left:4px solid var(--accent)}.embed b,.poll b{color:var(--strong)}
.fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px}
.poll{background:var(--inset);border:1px solid var(--line)}.poll ul{list-style:none;margin:4px 0 0;padding:0;display:grid;gap:6px}
.poll li{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
.forward{border-left:4px solid var(--mark);padding:2px 0 2px 12px;max-width:none;border-radius:0}
.note{font-size:12px;color:var(--soft);margin-top:2px}.note.bad{color:var(--bad)}
details{font-size:13px;color:var(--soft);margin-top:2px}summary{cursor:pointer;width:fit-content}
.version{margin:4px 0 4px 4px;padding-left:10px;border-left:3px solid var(--line)}
.nothing{padding:40px 28px;text-align:center;color:var(--soft)}
a:focus-visible,summary:focus-visible,.spoiler:focus-visible{outline:2px solid var(--link);border-radius:3px}
@media (max-width:640px){.top,footer{border-radius:0;margin-top:0;margin-bottom:0}.top,footer,.day{padding-left:16px;padding-right:16px}
.day{margin-left:0;margin-right:0}article{padding:2px 16px 2px 64px}.face{left:14px}.notice:before{left:29px}.follows>.at{width:58px}}
@media print{:root{color-scheme:light;--page:#fff;--hover:#fff}body{font-size:11pt}.top{margin-top:0}main,.top,footer{max-width:none}
.long article{content-visibility:visible}article{break-inside:avoid}.day{break-after:avoid}.follows>.at{opacity:1}
.spoiler{background:none;border:1px dashed var(--mark)}.spoiler>span{visibility:visible}pre{white-space:pre-wrap}
.face,.badge,.internal,.deleted,.undelivered,.spoiler,.mention{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;block-size:auto}.player audio,.save{display:none}}
`;
