ROLLBACK TO ledger_write
