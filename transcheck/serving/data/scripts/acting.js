// acting
