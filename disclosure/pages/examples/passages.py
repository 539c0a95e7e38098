# 报告哪里说到“公园”，后来怎样，不能由此得出什么？
import json

data = "data/"  # 文件所在的文件夹

with open(data + "passages.jsonl", encoding="utf-8") as lines:
    for one in map(json.loads, lines):
        if "公园" in one["text"]:
            print(one["place"], one["text"][:40], "截至", one["as_of"])
            for limit in one["not_to_conclude"]:
                print("  注意：", limit)
