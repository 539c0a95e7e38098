// What stands around digits: labels that say what they are, units, addresses, as disclosure/personal/context.py has it.
// Safari 14 knows no lookbehind: what may stand before is taken into the match.

const NEAR = 16;
const CALLED = /(?:手机|电话|联系|致电|来电|拨打|热线|微信|短信|号码|身份证|身份号码|证件|卡号|银行卡|账号|账户|帐号|☎|📱|📞)[^0-9０-９\n。；;，,、]{0,8}$/u;
const CALLED_LATIN = /[^\p{L}\p{N}_](?:tel|telephone|mobile|phone|cell|wechat|weixin|whatsapp|sms|contact)(?![\p{L}\p{N}_])[^0-9０-９\n。；;，,、]{0,8}$/iu;
const IMPERSONAL = /(?:编号|编码|代码|文号|字号|案号|批号|证号|单号|票号|期号|流水号|索引号|序列号|合同号|公告号|项目号|备案号|订单号?|条形?码|许可证|备案|国标|标准号|统计码|行政区划|ISBN|ISSN|(?:^|[^\p{L}\p{N}_])No\.?|(?:^|[^\p{L}\p{N}_])ID|№|第|金额|合计|总计|总额|共计|累计|总值|产值|投资额?|收入|支出|预算|决算|拨付|资金|税额|余额|人口|面积)\s*(?:（[^（）\n]{0,6}）)?[:：#为是达约共计]{0,2}\s*$/iu;
const MONEY = /(?:[¥￥$€£]|(?:^|[^\p{L}\p{N}_])(?:RMB|CNY|USD)|人民币)\s*$/iu;
const UNIT = /^\s?[多余]?[万亿千百]{0,2}(?:元|块钱|美元|港元|欧元|日元|户|人(?!民|力|社|大|才|事)|个|家(?!庭|住|长)|名|吨|公斤|千克|克|斤|米|平方|立方|公里|千米|亩|公顷|度|千瓦|次|件|项|套|台|辆|所|处|株|棵|只|头|羽|升|份|字节|字(?!号)|股|票|%|％|‰|㎡|㎥|(?:m[²³23]?|km|kg|kWh|[KMG]B|bytes)(?![\p{L}\p{N}_]))/u;
const FIELD = /[\s{,]"?([a-z_0-9]+)"?:\s*["']?$/;
const NUMERIC = new Set(
  "value upper denominator count counts plan year days every order occurrence votes_for votes_against abstained cast satisfied basically dissatisfied cycle_days t1 t2 rates amounts amount total number first format".split(" "),
);
const ROUND = /^[0-9]+0{6}$/;
const TOKEN = /[A-Za-z0-9:/._~?#@!$&'()*+;=%[\]-]+/g;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/|^www\.|^\/?[\w.%-]*[a-z_%-][\w.%-]*\/|[?&]\w+=|\.(?:s?html?|php|aspx?|jsp|do|pdf|docx?|xlsx?|pptx?|od[ts]|zip|csv|json|xml|txt|md|ya?ml|jpe?g|png|webp)\b|^doi:|^urn:/i;
const CALLS = /(?:^|[^a-z])(?:tel|sms|mailto|whatsapp|callto):[^:]*$/i;
const ASKS = /[?&/](?:tel|phone|mobile|mob|sjh|sfz|sfzh|idcard|idno|card|cardno|wechat)[=/](?:%2B|\+)?$/i;

// Whether what stands before says that the digits are somebody's number.
export function isLabelled(text, start) {
  const left = Math.max(0, start - NEAR);
  // The sign in front of a Latin word may stand outside
  return CALLED.test(text.slice(left, start)) || CALLED_LATIN.test(left ? text.slice(left - 1, start) : ` ${text.slice(0, start)}`);
}

// Whether the digits are an amount, an id in an address, or labelled as a number of something else.
export function isSomethingElse(text, start, end, digits) {
  if (isInAddress(text, start, end)) return true;
  if (isLabelled(text, start)) return false;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + 8);
  return (
    MONEY.test(before) ||
    UNIT.test(after) ||
    IMPERSONAL.test(before) ||
    isCounted(text, start) ||
    ROUND.test(digits) ||
    /^[.．][0-9０-９]/.test(after) ||
    /(?:^|[^0-9０-９])0[.．]$/.test(before) ||
    reaches(after)
  );
}

// 13800000000—15000000000元: the unit stands after the second of two.
function reaches(after) {
  return /^[-—–~～至到]{1,2}[0-9０-９]{1,6}/.test(after) && !/^-[0-9０-９]{1,4}(?![0-9０-９])/.test(after);
}

function isCounted(text, start) {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const left = Math.max(line, start - 40);
  const found = FIELD.exec(left ? text.slice(left, start) : ` ${text.slice(0, start)}`);
  return found !== null && NUMERIC.has(found[1]);
}

// Whether the digits are part of an address, and not what a link calls or a query asks for.
function isInAddress(text, start, end) {
  const left = Math.max(0, start - 300);
  const around = [...text.slice(left, end + 60).matchAll(TOKEN)].find((one) => left + one.index + one[0].length > start);
  if (!around || left + around.index > start || !ADDRESS.test(around[0])) return false;
  const before = text.slice(left + around.index, start);
  return !(CALLS.test(before) || ASKS.test(before));
}
