"""What is said of a document, whatever its format: a sentence for each kind of thing."""

from __future__ import annotations

from disclosure.translation import mark as N_

NUMBERED = N_("自动编号 {n} 处已写成文字：{words}")
TABLE = N_("表格 {n} 个：一行写成一行，格与格之间用“｜”隔开：{words}")
BREAK = N_("手动换行 {n} 处，换行处分成两行")
HIDDEN = N_("隐藏文字 {n} 处，打印时看不见，这里收进来了，请看是否该留：{words}")
STRUCK = N_("带删除线的文字 {n} 处，照原样收进来，请看是否该留：{words}")
DELETED = N_("修订里删去的文字 {n} 处，没有收进来：{words}")
INSERTED = N_("修订里加入的文字 {n} 处，已收进来，请看是否已经定稿：{words}")
MOVED = N_("修订里移走的文字 {n} 处，只收移动以后的位置：{words}")
COMMENTS = N_("批注 {n} 条，没有收进来：{words}")
RUBY = N_("拼音 {n} 处，只收汉字，没有收读音：{words}")
CIRCLED = N_("带圈字符 {n} 处，写成了普通字符：{words}")
FORMULA = N_("公式 {n} 个，按先后顺序写成一行，分数、上下标请对照原件：{words}")
FIELD = N_("有 {n} 处域代码显示的文字程序读不出，请对照原件补上：{words}")
SYMBOL = N_("符号字体的字符 {n} 处，换成了意思相同的普通字符：{words}")
UNKNOWN_SYMBOL = N_("符号字体的字符 {n} 处，不知道是什么，写成“〓”，请对照原件改：{words}")
OTHERWISE = N_("有 {n} 处给新旧两种程序写了不同的文字，只收了新的，没有收：{words}")
BOX = N_("文本框 {n} 个，文字接在所在段落之后，请看位置对不对：{words}")
NUMBER_IN_BOX = N_("文号在文本框里，没有放进正文，已另外记下：{words}")
NUMBER_IN_HEADER = N_("文号在页眉或页脚里，没有放进正文，已另外记下：{words}")
HEADERS = N_("页眉和页脚没有收进来：{words}")
CONTENTS = N_("自动生成的目录 {n} 行，没有放进正文：{words}")
BRACKET = N_("有 {n} 条注释里的“]”改成了“］”，因为存档原文用“]”结束一条注释：{words}")
LONG_NOTE = N_("有 {n} 条注释不止一段，接成了一段：{words}")
CHUNK = N_("里面嵌着 {n} 个别的文件，程序没有读，请打开原件，把那里的文字粘贴过来")
PICTURE = N_("图片 {n} 张，里面的文字没有读，请对照原件")
CHART = N_("图表或示意图 {n} 个，里面的文字没有读，请对照原件")
WORD_ART = N_("艺术字 {n} 处，没有收进来：{words}")
EMBEDDED = N_("嵌入的对象（表格、公式、附件）{n} 个，里面的文字没有读，请对照原件")
# What goes along with a file, though its text does not show it
ITS_COMMENTS, ITS_CHANGES = N_("批注 {n} 条"), N_("修订 {n} 处")
ITS_HIDDEN, ITS_AUTHORS = N_("隐藏文字 {n} 处"), N_("作者姓名{words}")
# What is drawn, by its element
DRAWN = {
    "blip": PICTURE,
    "imagedata": PICTURE,
    "chart": CHART,
    "relIds": CHART,
    "textpath": WORD_ART,
    "OLEObject": EMBEDDED,
}
