DELETE FROM {schema}.commitment c
WHERE c.stream = $1
