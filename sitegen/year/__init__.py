"""The coordinators' year: from last year's edition to a finished one (DOMAIN section 2)."""
