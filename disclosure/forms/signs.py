"""What the preview says, by which an editor's tool knows where it begins anew and where it is done."""

from __future__ import annotations

from disclosure.translation import mark as N_

AGAIN = N_("有改动，重新检查")
MADE = N_("已更新：写入 {n} 个文件")
KEPT = N_("{count}；预览保持上一次的样子")
