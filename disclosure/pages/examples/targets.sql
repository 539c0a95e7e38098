-- 目标和实际值各是多少？
-- 文字前面的撇号是给表格软件看的，去掉
SELECT report, id, title, ltrim(target_written, '''') AS target,
       ltrim(observed, '''') AS observed, observed_until, outcome_label
FROM read_csv('data/commitments.csv', all_varchar = true)
WHERE target_written IS NOT NULL
ORDER BY report DESC, id;
