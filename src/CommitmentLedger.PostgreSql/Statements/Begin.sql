-- Each statement of an append has to see what was committed before it, whatever isolation is usual in the database.
BEGIN ISOLATION LEVEL READ COMMITTED
