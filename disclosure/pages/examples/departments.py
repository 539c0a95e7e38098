# 每个责任单位牵头多少条承诺，兑现了多少条？
import polars as pl

data = "data/"  # 文件所在的文件夹，或网址

# 全部按文字读；要算的列再转成数字
promises = pl.read_csv(data + "commitments.csv", infer_schema=False)
promises = promises.with_columns(pl.all().str.strip_prefix("'"))

counts = (
    promises.group_by(pl.col("lead_label").fill_null("没有写明").alias("牵头单位"))
    .agg(
        pl.len().alias("牵头"),
        (pl.col("outcome_counts") == "kept").sum().alias("兑现"),
    )
    .sort(["牵头", "牵头单位"], descending=[True, False])
)
with pl.Config(tbl_rows=-1):
    print(counts)
