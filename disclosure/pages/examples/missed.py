# 没有兑现的承诺有哪些，谁牵头？
import pandas as pd

data = "data/"  # 文件所在的文件夹，或网址

promises = pd.read_csv(data + "commitments.csv", dtype=str)
# 文字前面的撇号是给表格软件看的，去掉
promises = promises.apply(lambda column: column.str.removeprefix("'"))

missed = promises[promises["outcome_counts"] == "missed"]
columns = ["report", "id", "title", "outcome_label", "lead_label"]
print(len(missed), "条")
print(missed[columns].to_string(index=False))
