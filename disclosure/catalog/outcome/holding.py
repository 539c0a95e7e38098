"""Promises to hold something, or that something shall not happen: they are kept as long as nothing is said against."""

from __future__ import annotations

import re
from typing import Final

from disclosure.catalog.entries import Commitment
from disclosure.quantity import Operator

HOLDING: Final = re.compile(
    "保持|守住|守牢|稳定在|不发生|不出现|不突破|不反弹|不新增|不返贫|零发生|零增长|杜绝|严禁|坚决遏制|坚决防止|坚决防范"
)
OPERATORS: Final = frozenset({Operator.GE_BASE, Operator.EQ_BASE})


def holds(commitment: Commitment) -> bool:
    measured = any(one.quantity.operator in OPERATORS for one in commitment.targets)
    return measured or HOLDING.search(commitment.quote) is not None
