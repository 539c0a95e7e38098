"""``reports/<key>/exemptions.yml``: figures and clauses that are no record, each with its reason."""

from disclosure.model import vocabulary
from disclosure.model.fields import CORRECTED, FREE, optional, required
from disclosure.model.quoted import Quoted


class ExemptionRecord(Quoted):
    """One figure or clause that neither promises nor reports anything."""

    reason: str = required("理由", "用词见词表 reasons", words=vocabulary.REASONS, change=CORRECTED)
    see: list[str] = optional("见", "统领语写明落实它的各条承诺或成果", default=[], change=FREE)
    note: str | None = optional("说明", "需要时一句话", change=FREE)
