-- 哪些承诺说到“公园”？两个字也能查
SELECT c.report, c.id, c.title, c.outcome_label
FROM commitments_fts
JOIN commitments AS c ON c.rowid = commitments_fts.rowid
WHERE commitments_fts MATCH '公园'
ORDER BY c.report DESC, c.id;

-- 目标和实际值；没有实际值的目标也有一行
SELECT title, written, observed_value, observed_unit, verdict_label
FROM targets_and_values;

-- 每个单位牵头多少条承诺
SELECT department, count(*) AS promises
FROM by_department
WHERE role = 'lead'
GROUP BY department
ORDER BY promises DESC, department;
