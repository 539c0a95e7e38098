"""The words of Chinese reports that say how clauses hang together. Of the language, never of one report.

Each pattern is for the text of one clause, without the marks around it. Sources: the wording of government work reports
of many places and years; verbs of promising are ``quantity``'s own (``disclosure/quantity/strength.py``).
"""

from __future__ import annotations

import re
from typing import Final

# What may stand before a verb without changing what is done
_ADVERB: Final = (
    r"(?:积极|大力|全力|全面|深入|扎实|着力|切实|加力|有力|有序|稳步|持续|不断|进一步|继续|加快|加速|加紧|高标准|高质量|高水平|高效"
    r"|精心|认真|严格|统筹|系统|科学|重点|主动|充分|创新|同步|坚决|努力|奋力|有效|及时|逐步|率先|分步|着眼|尽快|抓紧|纵深"
    r"|始终|牢固|一贯|常态化|一体化?|多渠道|全方位|广泛|务实|强力|高位|成功|圆满|基本|顺利|更好|更加|真正|也|还|都|又|再|并|要|将|我们|我区|我市|我县|全区|全市|全县)"
)
ADVERBS: Final = re.compile(rf"{_ADVERB}*+")

# By these a clause says with what, by what or when the next one is done: it promises nothing by itself
_OPENING_WORDS: Final = (
    r"依托|围绕|紧扣|紧盯|紧抓|聚焦|瞄准|立足|抢抓|抓住|把握|按照|根据|结合|针对|通过|借助|借力|利用|坚持(?!把)|遵循|秉持|秉承|策应|对标|对照|锚定|顺应"
    r"|面对|随着|本着|注重|把握|着眼|践行|牢记|突出|争取.{0,8}支持$|抓好.{2,24}(?:机遇|契机)$|放大|发扬|弘扬|尤其(?:是|要)?抢抓|充分利用|充分发挥"
)
_OPENING_FORMS: Final = (
    r"以.+?为(?:基础|抓手|契机|主题|主线|目标|核心|重点|导向|引领|牵引|突破口|统领|载体|依托|支撑|中心|先导|龙头|根本|要求|动力|保障|纽带|主体|己任)"
    r"|(?:在|从).+(?:下|中|上|里|内|方面|之际|时|后|前|同时|基础上|过程中)$"
    r"|.+(?:的同时|的基础上|为契机|为抓手|为重点|为基础|为主线|为导向|为引领)$"
    r"|为(?:了)?(?!.*(?:提供|奠定|打下|作出|做出|注入|增添|带来)).+$"
    r"|(?:[0-9零一二三四五六七八九十]+年|今年|去年|明年|新的一年|过去的?[一五]年|年内).{0,3}$"
    r"|(?:总)?投[资入](?:资金)?[0-9.余多近约超]+[万千亿]*元(?:以上|左右)?$"
)
OPENS: Final = re.compile(rf"{_ADVERB}*?(?:{_OPENING_WORDS})|{_OPENING_FORMS}")

# What comes of what stands before: it is reached by it, not beside it
_EFFECT_WORDS: Final = (
    r"促进|带动|让|使|令|满足|填补|营造|形成|构建|丰富|扩大|增强|提升|提高|激发|释放|拓展|拓宽|凸显|彰显|实现|兜[牢住]|守[牢住].*底线|缓解|畅通|保持|做[一-鿿]?(?:靓|美|亮)"
    r"|改善|擦亮|叫响|做到|变.+为|从而|以便|以此|确保.+(?:不|有序|平稳|安全)|筑牢|夯实|守护|绝不|为.+(?:提供|奠定|打下|作出|做出|注入|增添|带来)"
)
EFFECT: Final = re.compile(rf"{_ADVERB}*?(?:{_EFFECT_WORDS})")
# 产业能级不断提升: what has become of a subject
STATE: Final = re.compile(
    r"[^、]{2,12}?(?:持续|不断|稳步|显著|明显|进一步|更加|日益|全面|大幅|有效|整体|愈加|更|得到)[一-鿿]{1,6}$"
)
# 打造……样板: a picture of what is built, no thing of its own
_PICTURE: Final = r"样板|标杆|高地|名片|品牌|地标|格局|典范|标兵|前列|氛围|环境|新模式|体系|效应|闭环|合力|亮点"
PICTURE: Final = re.compile(rf"{_ADVERB}*?(?!.*(?:一批|[0-9]))(?:打造|建设|争当|争创|争做|走在|叫响|塑造|树立).*(?:(?:{_PICTURE})[”’]?|“[^“”]+”)$")

# 总投资额111.2亿元, 增长9%: said of what stands before
_ATTRIBUTE: Final = (
    r"(?:总|累计|合计|平均|年均|人均|日均|共计?|同比|环比|分别|预计|其中|达到?|超过?|突破|较上年|比上年)*"
    r"(?:增长|增幅|增速|下降|降低|提高|上升|减少|占|比重|占比|比例|面积|金额|总额|投资额?|总投资额?|签约金额|合同金额|资金|规模|产值|年产值|营业额|总营业额|成交额|销售额|营收"
    r"|受益|惠及|涉及|覆盖|(?!实现|完成|确保|力争|达到)[^，]{0,8}(?:办[复结]|满意|完成|签约|开工|竣工|履约|兑现|达标|合格|优良|覆盖|入库|通过|见面|知晓)(?:率|度)|排名|位居|位列|居|列(?!入)|高于|低于|快于|用地|建筑面积|里程|全长|总长|共|达|为)"
)
ATTRIBUTE: Final = re.compile(_ATTRIBUTE)
# What was done and what it came to: 开工项目51个，完成投资30亿元
ACHIEVED: Final = re.compile(rf"(?:预计)?(?:累计)?(?:完成|实现){_ATTRIBUTE}")
# 得到…肯定, 并在全国推广
GOES_ON: Final = re.compile(r"(?:并|且|而且|以及|同时|从而|进而|也)(?!举|重|联|网|购|轨|不是)|其中(?!，)")
OF_THEM: Final = re.compile(r"其中")
ACCLAIM: Final = re.compile(r"(?:先后|成功|荣|并|也)*(?:获|得到|受到|赢得|被|入选|入围|位列|位居|排名|居|在.+(?:推广|交流|作.*发言))")

# What only leads from one thing to the next
TRANSITION: Final = re.compile(
    r"(?:其中|与此同时|同时|此外|另外|分别是|分别为|具体是|具体为|即|为此|对此|总体要求是|(?:总的)?工作思路是|总的来[看说]|一年来|五年来|过去的?[一五]年|刚刚过去的一年"
    r"|回顾(?:过去)?(?:的)?[一五]年|具体来说|重点(?:是|抓好以下工作)|主要(?:是|做了以下工作)|在此基础上|今年|去年|[0-9]{4}年|我们|新的一年里?|展望未来|[一二三四五六七八九十]是|第[一二三四五六七八九十])$"
)
# What addresses people, thanks, calls
ADDRESS: Final = re.compile(r"(?:尊敬的|各位|同志们).{0,2}(?:代表|委员|同志|们)*(?:、(?:各位|同志们|朋友们).{0,3})*$")
COURTESY: Final = re.compile(
    r"感谢|敬意|致敬|请予?审议|提请.{0,12}审议|提出(?:宝贵)?意见|成绩(?:的取得)?.{0,8}(?:来之不易|归功于|得益于|是.{0,40}(?:领导|结果))|得益于.*领导"
    r"|(?:现在)?.{0,3}我代表.{2,30}(?:报告|感谢|致|表示|向)"
)
CALL: Final = re.compile("让我们")
# What gives reasons: years that are something, circumstances
BACKGROUND: Final = re.compile(
    r"(?:今年|[0-9]{4}年)?是.{2,60}(?:之年|一年|时期|节点|窗口期|攻坚期|关键期)$|意义重大|形势|机遇与挑战|挑战与机遇|面对.*(?:严峻|复杂|冲击|考验|挑战)|在.{2,60}(?:坚强|正确)领导下$"
)
# What the report admits as lacking
SHORTFALL: Final = re.compile(r"(?:困难|不足|问题|挑战|短板|差距|风险|薄弱)")
ADMITS: Final = re.compile(r"清醒(?:地)?(?:认识|看)到|(?:也要?|还|更)(?:深知|看到|认识到)|深知|还?存在(?:诸多|不少|一些|许多|着)|面临")
ANSWERS: Final = re.compile(r"(?:对此|对(?:于)?这些|针对这些)?，?(?:我们|区政府|市政府|县政府|政府)(?:将|一定|要|必须)|下一步|切实(?:采取|加以)")

# Which kind of section a heading opens
LOOKS_BACK: Final = re.compile(
    r"回顾|总结|成就|成效|成绩|完成情况|工作情况|执行情况|过去|上一?年|去年|[一五]年来|取得"
)
LOOKS_AHEAD: Final = re.compile(
    r"安排|打算|部署|任务|目标|要求|思路|建议|措施|举措|今后|今年|明年|计划|重点|新的一年|自身建设|努力|未来|奋斗"
)
AHEAD: Final = re.compile(r"今年|新的一年|预期目标|总体要求|我们将|我们要|必须|要(?:坚持|以|把|着力|全面|深入|突出)")

AMOUNT: Final = re.compile(r"(?:总|计划)?投[资入](?:各类)?(?:资金)?[0-9.余多近约超]+[万千亿]*元(?:以上|左右)?")
# 力争年底完工, 确保6月底前投入使用
FINISHES: Final = re.compile(
    r"(?:力争|确保|争取|预计|计划)?(?:今年|年内|年底|[0-9]{1,2}月|上半年|下半年|明年|[一二三四]季度|.{0,4}前|.{0,6}底).{0,4}(?:实现)?(?:主体|全面|整体|一期|全线)?"
    r"(?:完工|竣工|投用|建成|开工|通车|开园|落地|开业|投产|投入使用|交付使用?|交房|封顶|入住|开学|启用|运营|开放)$"
)
# 开展…行动, 强化…对接: what is done, of which the next clause says how much
UMBRELLA: Final = re.compile(
    rf"^{_ADVERB}*(?:开展|推进|实施|加大|加强|强化|深化|举办|做[大强优实]|落实).*(?:行动|活动|战略|攻坚|工作|力度|对接|集群|治理|推介会|招商|计划|改革|政策)[”’]?$"
)
# A clause that begins with what it is about
NO_VERB: Final = re.compile(r"[^，]{2,8}[0-9]")
# What goes on after 让我们
CALLING: Final = re.compile(r"(?:更加)?(?:紧密地?)?团结在|在.+领导下|以.+为指导|高举|与.+同|不忘|牢记|坚定|锚定|只争朝夕|不负韶华|踔厉|勇毅|同心|万众|凝心聚力|同舟共济")
# A stretch of political language: by what spirit all is done
SPIRIT: Final = re.compile(
    r".{0,12}?(?:坚持以.*(?:思想|理论).*(?:为指导|为遵循)|(?:学习|贯彻|落实|弘扬|践行|领会).*(?:精神|思想|理念|部署|决定性意义|“两个)|增强“四个|坚定“四个|坚决?做到“两个|拥护“两个|高举.*旗帜)"
)
# What the whole year is to be like; each aim in it begins with how it is to be reached
GENERAL: Final = re.compile(r"总体(?:要求|思路|考虑)|指导思想|工作(?:思路|总基调)|总的要求")
POINTS_AHEAD: Final = re.compile(r"以下|如下|下[面列]|这样|[几一二三四五六七八九十]+(?:个方面|项|件|点)")
# A share of all is a figure as well
WHOLLY: Final = re.compile(r"与.+(?:同步|持平)|全覆盖$|清零$|零[一-鿿]{2}$|全部|百分之百")
# What is furthered and not counted: 加快1408亩土地开发步伐
FURTHERED: Final = re.compile(r"(?:步伐|力度|进度|进程|节奏|伙伴|水平|能力|效率)$")
# How a government itself behaves: such clauses come in rows that say one thing
CONDUCT: Final = re.compile(
    r"廉政|廉洁|清廉|作风|“四风”|监督|诚信|契约|法治思维|依法行政|政务公开|忠诚|担当|纪律|规矩|八项规定|节约|过紧日子|“紧日子”|腐败|不敢腐|言出必行|令行禁止|有令必行"
    r"|政治(?:建设|判断力|能力|立场)|初心|使命|清醒|拖欠|形式主义|官僚主义|落实在|一岗双责|务实|为民|调查研究|风清气正"
)
# A thing of its own, also below a head
THING: Final = re.compile(rf"力争|{_ADVERB}*(?:建[成设立]|新建|打造|完成|搭建|出台|组建|设立|创建|启动|举办|引进)")
# 亿元以上项目15个
SIZED: Final = re.compile(r"[0-9.]*[千万亿]*元(?:以上|以下)([一-鿿]{2,6}?)[0-9]")
ANEW: Final = re.compile(rf"高度重视|牢固树立|始终坚持|严守|{_ADVERB}*(?:开展|推进|推动|办理|打造)")
# Says how many there are to come: 遴选了12件票决项目，分别是：
ANNOUNCED: Final = re.compile(r"[0-9一二三四五六七八九十]+(?:件|项|个|条|大|方面).*(?:项目|实事|工作|方面|任务|措施|行动|工程)$|以下|如下")
