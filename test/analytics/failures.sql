-- Failed messages by provider and category, and how many of them the document itself says may be repeated.
SELECT
  e.provider,
  coalesce(a.category, 'not listed') AS category,
  count(*) AS events,
  sum(CASE WHEN a.repeat_unchanged IN ('yes', 'once') AND a.repeat_unchanged_stated_line IS NOT NULL THEN 1 ELSE 0 END) AS may_repeat
FROM events AS e
LEFT JOIN sms_error_codes_answers AS a
  ON a.provider = e.provider AND a.catalog = e.catalog AND a.code = e.code
GROUP BY e.provider, coalesce(a.category, 'not listed')
ORDER BY events DESC, e.provider, category
