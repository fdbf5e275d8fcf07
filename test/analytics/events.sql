-- A million delivery events, the same every time: listed codes, unlisted codes that a scheme knows, and others.
CREATE TABLE events AS
SELECT
  n AS event,
  CASE n % 3 WHEN 0 THEN 'bandwidth' WHEN 1 THEN 'sinch' ELSE 'alibaba' END AS provider,
  CASE n % 3 WHEN 0 THEN 'message' WHEN 1 THEN 'delivery-report' ELSE 'api' END AS catalog,
  CASE n % 3
    WHEN 0 THEN CAST(4000 + (n * 7919) % 2000 AS STRING)
    WHEN 1 THEN CAST(400 + (n * 31) % 30 AS STRING)
    ELSE CASE n % 2 WHEN 0 THEN 'isp.SYSTEM_ERROR' ELSE 'isv.NOT_LISTED' END
  END AS code
FROM range(1000000) AS numbers(n);
