# 每份报告的承诺，各种结论有多少条？
data <- "data/"  # 文件所在的文件夹，或网址

promises <- read.csv(paste0(data, "commitments.csv"),
                     colClasses = "character",
                     fileEncoding = "UTF-8-BOM")
# 文字前面的撇号是给表格软件看的，去掉
promises[] <- lapply(promises, function(x) sub("^'", "", x))

print(table(promises$report, promises$outcome_label))
