# 把各区县的数据包都下载到 data 文件夹，每个区县一个文件夹
import json
from pathlib import Path
from urllib.request import urlopen

site = "https://example.org/"  # 网站的地址
forms = ("csv", "json")  # 还可以加 xlsx、sqlite、jsonl


def fetched(where):
    with urlopen(site + where) as answer:
        return answer.read()


for district in json.loads(fetched("data/districts.json")):
    folder = Path("data", district["id"])
    folder.mkdir(parents=True, exist_ok=True)
    catalog = json.loads(fetched(district["catalog"]))
    files = [one["dct:title"] for each in catalog["dcat:dataset"] for one in each["dcat:distribution"]]
    for name in ["datapackage.json", *files]:
        if name.endswith(forms):
            (folder / name).write_bytes(fetched(district["data"] + name))
    print(district["name"], len(files), "个文件")
