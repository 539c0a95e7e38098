"""The words by which clauses of Chinese reports hang together. Of the language, never of one report.

Each pattern is for the words of one clause, without the marks around it. They were found in the wording of government
work reports of several places and years; verbs of promising are ``quantity``'s (``disclosure/quantity/strength.py``).
"""

from __future__ import annotations

import re
from typing import Final

# What may stand before a verb without changing what is done
ADVERB: Final = r"""
    (?: 积极|大力|全力|全面|深入|扎实|着力|切实|加力|有力|有序|稳步|持续|不断|进一步|继续|加快|加速|加紧|高标准
      | 高质量|高水平|高效|精心|认真|严格|统筹|系统|科学|重点|主动|充分|创新|同步|坚决|努力|奋力|有效|及时|逐步
      | 率先|分步|着眼|尽快|抓紧|纵深|始终|牢固|一贯|常态化|一体化?|多渠道|全方位|广泛|务实|强力|高位|成功|圆满
      | 基本|顺利|更好|更加|真正|一定|也|还|都|又|再|并|要|将|我们|我[区市县]|全[区市县] )*?
"""


def _clause(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


# By these a clause says with what, by what or when the next one is done: it promises nothing by itself
_OPENING_WORDS: Final = r"""
    依托|围绕|紧扣|紧盯|紧抓|聚焦|瞄准|立足|抢抓|抓住|把握|按照|根据|结合|针对|通过|借助|借力|利用|坚持(?!把)|遵循
  | 秉[持承]|策应|对标|对照|锚定|顺应|面对|随着|本着|注重|着眼|践行|牢记|突出|放大|发扬|弘扬|争取.{0,8}支持$
  | 抓好.{2,24}(?:机遇|契机)$|尤其(?:是|要)?抢抓|充分利用|充分发挥|由于|考虑到|鉴于|无论|不论
  | (?:综合)?运用|完善相关(?:政策|制度|措施|机制)$|适应.*(?:变化|需求|需要|要求|形势|趋势|规律)$
  | 采取.*(?:办法|方式|措施|手段|形式)$|因(?!地制宜|城施策|企施策|时|此)
"""
_OPENING_FORMS: Final = r"""
    以.+?为(?:基础|抓手|契机|主题|主线|目标|核心|重点|导向|引领|牵引|突破口|统领|载体|依托|支撑|中心|先导|龙头|根本
      | 要求|动力|保障|纽带|主体|己任)[^，]{0,2}$
  | [在从].+(?:[下中上里内时后前]|方面|之际|同时|基础上|过程中)$
  | .+(?:的同时|的基础上|为(?:契机|抓手|重点|基础|主线|导向|引领))$
  | [^，]{2,8}在.+(?:范围内|框架下)$
  | 除.+外$ | 作为.+$ | 为了?(?!.*(?:提供|奠定|打下|作出|做出|注入|增添|带来|创造|营造)).+$
  | (?:[0-9零一二三四五六七八九十]+年|今年|去年|明年|新的一年|过去的?[一五]年|年内).{0,3}$
"""
OPENS: Final = _clause(rf"{ADVERB}(?:{_OPENING_WORDS})|{_OPENING_FORMS}")
# These open whatever is counted in them: 投资10亿元，改造…; 取消7项的同时，…; 对90平方米以下的住房，…; 选择部分村，…
OPENS_COUNTING: Final = _clause(
    r"(?:总|计划)?投[资入](?:各类)?(?:资金)?[0-9.余多近约超]+[万千亿]*元(?:以上|左右)?$|.+(?:的同时|基础上|过程中|前提下)$"
    r"|.*选[择取](?:部分|若干|一些)[一-鿿]{1,8}$"
    r"|对[^，]*(?:的[一-鿿]{1,8}|企业|人员|群体|行业|地区|家庭|事项|问题|部分)$"
)

# What comes of what stands before: it is reached by it, and stands not beside it
EFFECT: Final = _clause(rf"""
    {ADVERB} (?: 促进|带动|方便|让|使|令|满足|填补|营造|形成|构建|丰富|扩大|增强|提升|提高|激发|释放|拓展|拓宽|凸显|彰显
      | 实现|兜[牢住]|守[牢住].*底线|缓解|畅通|保持|做[一-鿿]?(?:靓|美|亮)|改善|擦亮|叫响|做到|变.+为|从而|以便
      | 以此|确保.+(?:不|有序|平稳|安全|到位)|确保(?:按[时期]|足额|及时|如期)|筑牢|夯实|守护|绝不|防止|避免
      | 以(?:防|便|利|促|更好|满足|适应|优异成绩|[^，]+(?:助力|支撑|赢得|换取))
      | 为.+(?:提供|奠定|打下|作出|做出|注入|增添|带来|创造|营造) )
""")
# Of these a report that looks back tells each: 拓宽优惠范围，扩大试点
DEED: Final = _clause(rf"{ADVERB}(?:扩大|拓宽|拓展|提高|提升|构建|形成|丰富|畅通|改善)")
# 打造……样板: a picture of what is built, no thing of its own
PICTURE: Final = _clause(rf"""
    {ADVERB} (?!.*(?:一批|[0-9])) (?:打造|建设|争当|争创|争做|走在|叫响|塑造|树立) .*
    (?: (?:样板|标杆|高地|名片|品牌|地标|格局|典范|标兵|前列|氛围|环境|新模式|体系|效应|闭环|合力|亮点)[”’]?
      | “[^“”]+” )$
""")
# 产业能级不断提升: what has become of a subject
STATE: Final = _clause(
    r"[^、]{2,12}?(?:持续|不断|稳步|显著|明显|进一步|更加|日益|全面|大幅|有效|整体|愈加|更(?![新换替改])|得到)[一-鿿]{1,6}$"
)

# 总投资额111.2亿元, 增长9%, 开工率100%: said of what stands before. 就业率 is no rate of doing
_ATTRIBUTE: Final = r"""
    (?: 总|累计|合计|平均|[年人日]均|共计?|[同环]比|分别|预计|其中|达到?|超过?|突破|[较比][上去]年(?:同期)? )*
    (?: 增长|(?<=[上去]年)增加|增幅|增速|下降|降低|提高|上升|减少|占|比[重例]|面积|金额|总额|总?投资额?|签约金额
      | 合同金额|资金|规模|年?产值|总?营业额|成交额|销售额|营收|受益|惠及|涉及|覆盖|排名|位居|位列|居|列(?!入)|高于|低于
      | 快于|用地|建筑面积|里程|全长|总长|共|达(?!成)|为
      | (?!实现|完成|确保|力争|达到) [^，]{0,8}
        (?:办[复结]|满意|完成|签约|开工|竣工|履约|兑现|达标|合格|优良|覆盖|入库|通过|见面|知晓)[率度] )
"""
ATTRIBUTE: Final = _clause(_ATTRIBUTE)
# How much more it is: 改造580万套，增加110万套
MORE: Final = _clause("(?:同比|[较比][上去]年(?:同期)?)?(?:增加|减少)(?:了|近|超过?|约)?[0-9.余多万千亿]+[一-鿿]{1,3}$")
# In what was done: 开工项目51个，完成投资30亿元，带动就业600人
ACHIEVED: Final = _clause(rf"""
    (?:预计)?(?:累计)?(?:完成|实现){_ATTRIBUTE}
  | (?:累计|共|直接|间接)*(?:带动|扶持|拉动|撬动|吸引|吸纳|服务|救助|帮助)
""")
OF_THEM: Final = _clause("其中(?!，)")
# 并在全国推广, 继续位居首位
GOES_ON: Final = _clause(r"""
    (?:并且?|且|而且|以及|同时|从而|进而|也|特别是)(?![举重联网购轨]|不是)
  | (?:继续|仍然?|[均也稳再])*(?:位?居|位列|名列|列|为|创).{0,14}
    (?:首位|第[一二三]|前列|前茅|最[高低大多好快长]|新高)$
""")
# 有条件的，要抓紧解决: what is asked of what stands before
ASKED: Final = _clause("[就都也]?(?:必须|务必|须|要(?![求素点道闻害件]))")
# A matter that is only named: 关于延长承包期的政策，务必落实
MATTER: Final = _clause("[一-鿿]{0,8}(?:关于|对于).*的[一-鿿]{2,6}$")
# 存在不作为问题, without saying who
OF_WHOM: Final = _clause("存在|导致|造成|致使|令人|使得")
# 力争年底完工: by when, of what stands before
FINISHES: Final = _clause(r"""
    (?:力争|确保|争取|预计|计划)?
    (?:今年|年内|年底|[0-9]{1,2}月|[上下]半年|明年|[一二三四]季度|.{0,4}前|.{0,6}底).{0,4}
    (?:实现)?(?:主体|全面|整体|一期|全线)?
    (?:完工|竣工|投用|建成|开工|通车|开园|落地|开业|投产|投入使用|交付(?:使用)?|交房|封顶|入住|开学|启用|运营|开放)$
""")
# 确保东河水库6月底前开工: by when one thing is finished, and which
FINISHES_ONE: Final = _clause(
    "(?:力争|确保|争取|预计|计划)?(?P<which>[一-鿿“”]{2,16}?)(?:今年|年内|年底|明年|[0-9上下])"
)
# 亿元以上项目15个: a size and what is counted
SIZED: Final = _clause(r"[0-9.]*[千万亿]*元以[上下]([一-鿿]{2,6}?)[0-9]")
# What is said of a whole field before the matters of it are
TITLE: Final = _clause("[一二三四五六七八九十][是要].{2,24}$|[一-鿿]{2,12}政策要.{2,24}$")
# An activity, of which the next clause may say how much: 开展…行动, 强化…对接
UMBRELLA: Final = _clause(rf"""
    {ADVERB} (?:开展|推进|实施|加大|加强|强化|深化|举办|做[大强优实]|落实) .*
    (?:行动|活动|战略|攻坚|工作|力度|对接|集群|治理|推介会|招商|计划|改革|政策)[”’]?$
""")
# A thing of its own
THING: Final = _clause(rf"力争|{ADVERB}(?:建[成设立]|新建|打造|完成|搭建|出台|组建|设立|创建|启动|举办|引进)")
# One more thing, whatever stands before it
ANOTHER: Final = _clause("新[设建增]")
# A share of all is as good as a figure
WHOLLY: Final = _clause("与.+(?:同步|持平)|全覆盖$|清零$|零[一-鿿]{2}$|全部|百分之百")
# 获评全国先进: a distinction
ACCLAIM: Final = _clause(
    "(?:先后|成功|荣|并|也)*(?:获|得到|受到|赢得|被|入选|入围|位列|位居|排名|居|在.+(?:推广|交流|作.*发言))"
)
# It begins with what it is about, and has no verb
NO_VERB: Final = _clause("[^，]{2,8}[0-9]")

# How a government itself behaves: such clauses come in rows that say one thing
CONDUCT: Final = _clause(r"""
    廉政|廉洁|清廉|作风|“四风”|监督|诚信|契约|法治思维|依法行政|政务公开|忠诚|担当|纪律|规矩|八项规定|节约
  | 过“?紧日子|腐败|不敢腐|言出必行|令行禁止|有令必行|政治(?:建设|判断力|能力|立场)|初心|使命|清醒|拖欠|形式主义
  | 官僚主义|落实在|一岗双责|务实|为民|调查研究|风清气正
""")
# and where such a row ends
ANEW: Final = _clause(rf"高度重视|牢固树立|始终坚持|严守|{ADVERB}(?:开展|推进|推动|办理|打造)")
# By what spirit everything is done: what all reports say at their beginning
SPIRIT: Final = _clause(r"""
    .{0,12}? (?: 坚持以.*(?:思想|理论).*为(?:指导|遵循)
      | (?:学习|贯彻|落实|弘扬|践行|领会).*(?:精神|思想|理念|部署|决定性意义|“两个)
      | 增强“四个|坚定“四个|坚?决?做到“两个|拥护“两个|高举.*旗帜 )
""")
